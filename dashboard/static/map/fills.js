/** @import { Context } from "../shared/types.d.ts" */

/**
 * What fills an area: the colour of its class, or the drawing of why it has none.
 * @param {{ status: string, place: number | null } | null} reading null where another level is coloured
 * @param {Context["missing"]} missing
 * @param {string[]} colours of the classes
 */
export function fillOf(reading, missing, colours) {
  const pattern = missing[reading?.status ?? ""]?.pattern ?? ""
  const colour = colours[reading?.place ?? -1] ?? "#fff"
  return { pattern, colour, fill: pattern ? `url(#area-map-${pattern})` : colour }
}
