// What a view is called that is put on the agenda.

/**
 * What the reader calls a view: its heading, with the area's name on an area profile; on the map what is chosen in it.
 * @param {{ page: string, heading: string, path: string, chosen: string[] | null }} seen
 * @param {string} otherwise
 */
export function titleOf({ page, heading, path, chosen }, otherwise) {
  if (chosen) return chosen.filter(Boolean).join(", ") || page || otherwise
  const ofArea = path.startsWith("/omraade") ? page : ""
  return [ofArea, heading].filter(Boolean).join(": ") || page || otherwise
}

/**
 * The key of the view whose button has these classes: `st-key-agenda-add-compared` -> compared.
 * @param {Iterable<string>} classes
 * @param {string} prefix
 */
export function keyIn(classes, prefix) {
  return [...classes].find((name) => name.startsWith(prefix))?.slice(prefix.length) ?? ""
}
