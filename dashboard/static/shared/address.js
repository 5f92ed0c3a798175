// An address of ours: a page and the choices by their names. What needs no document.
/** @import { Changes, Choices, Place } from "./types.d.ts" */

const UNREAD = ["embed", "embed_options"] // Streamlit's own

/**
 * @param {{ pathname: string, search: string }} address
 * @returns {Place}
 */
export function placeOf({ pathname, search }) {
  return { page: pathname.split("/").at(-1) ?? "", choices: choicesOf(search) }
}

/**
 * The choices of an address; of a name that stands there twice the last counts, as on the server.
 * @param {string} search
 * @returns {Choices}
 */
export function choicesOf(search) {
  const choices = Object.fromEntries(new URLSearchParams(search))
  for (const name of UNREAD) delete choices[name]
  return choices
}

/** @param {Choices} choices */
export function searchOf(choices) {
  const search = new URLSearchParams(choices).toString()
  return search && `?${search}`
}

/**
 * @param {Choices} choices
 * @param {Changes} changes
 * @returns {Choices}
 */
export function changed(choices, changes) {
  const kept = Object.entries({ ...choices, ...changes }).filter(([, value]) => value !== null)
  return /** @type {Choices} */ (Object.fromEntries(kept))
}

/**
 * What must be changed to come from some choices to others.
 * @param {Choices} from
 * @param {Choices} to
 * @returns {Changes}
 */
export function changesOf(from, to) {
  const names = new Set([...Object.keys(from), ...Object.keys(to)])
  const differing = [...names].filter((name) => from[name] !== to[name])
  return Object.fromEntries(differing.map((name) => [name, to[name] ?? null]))
}

/**
 * @param {Place} one
 * @param {Place} other
 */
export function isSame(one, other) {
  return one.page === other.page && Object.keys(changesOf(one.choices, other.choices)).length === 0
}

/**
 * Choices made in two places since the same start: both hold; where both changed one choice, `ours` does.
 * @param {Choices} start
 * @param {Choices} ours
 * @param {Choices} theirs
 */
export function merged(start, ours, theirs) {
  return changed(theirs, changesOf(start, ours))
}
