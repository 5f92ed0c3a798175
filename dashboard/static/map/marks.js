/** @import { Marks, Sign } from "../shared/types.d.ts" */

/**
 * The areas that carry a sign, with the names that belong to each (projects) or null. A sign's id says where the file
 * of marks has them, as in dashboard.layers.marked: `lists:<name>`, `roles:<name>`, `projects`.
 * @param {Pick<Sign, "id">} sign
 * @param {Marks | null} marks
 * @returns {Map<string, string[] | null>}
 */
export function areasOf({ id }, marks) {
  const [kind, name] = id.split(/:(.*)/)
  const found = marks?.[kind] ?? {}
  return name ? new Map((found[name] ?? []).map((area) => [area, null])) : new Map(Object.entries(found))
}
