/** @import { Context } from "../shared/types.d.ts" */

/**
 * What fills an area: the colour of its class, or the drawing of why it has none.
 * @param {{ status: string, place: number | null } | null} reading null where another level is coloured
 * @param {Context["missing"]} missing
 * @param {string[]} colours of the classes
 */
export function fillOf(reading, missing, colours) {
  const word = missing[reading?.status ?? ""]
  const colour = colours[reading?.place ?? -1] ?? "#fff"
  return { image: word?.image ?? "", colour, fill: word ? `url(#area-map-${word.pattern})` : colour }
}
