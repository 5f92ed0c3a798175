// The course of a running meeting: which item is shown, and what a key of the keyboard or the clicker does.
/** @import { Choices, Item } from "../shared/types.d.ts" */
import { changed, choicesOf, searchOf } from "../shared/address.js"
import { viewOf } from "./agenda.js"

const PAGE = "/moede"
const TURNS = new Map([
  ["ArrowRight", 1],
  ["PageDown", 1],
  [" ", 1],
  ["ArrowLeft", -1],
  ["PageUp", -1],
  ["Home", Number.NEGATIVE_INFINITY],
  ["End", Number.POSITIVE_INFINITY],
])
const FURTHER = new Map([
  ["ArrowDown", 1],
  ["ArrowUp", -1],
])

/**
 * @typedef {object} Where What the key was pressed in.
 * @property {boolean} isField something that is typed or chosen in
 * @property {boolean} isMap
 * @property {boolean} isControl a button or link, which the space bar presses
 *
 * @typedef {{ does: "turn" | "scroll", by: number } | { does: "leave" | "blur" | "full" | "note" }} Action
 */

/**
 * What a key does; null where it is somebody else's.
 * @param {string} key
 * @param {Where} where
 * @returns {Action | null}
 */
export function actionOf(key, where) {
  if (key === "Escape") return escaped(where)
  if (!isOurs(key, where)) return null
  const [turn, further] = [TURNS.get(key), FURTHER.get(key)]
  if (turn) return { does: "turn", by: turn }
  if (further) return { does: "scroll", by: further }
  return letter(key.toLowerCase())
}

/**
 * Out of the field, then out of the meeting; a map's own Escape closes its card.
 * @param {Where} where
 * @returns {Action | null}
 */
function escaped({ isMap, isField }) {
  if (isMap) return null
  return { does: isField ? "blur" : "leave" }
}

/**
 * A clicker's keys turn the page wherever the focus is.
 * @param {string} key
 * @param {Where} where
 */
function isOurs(key, { isField, isMap, isControl }) {
  if (key === "PageDown" || key === "PageUp") return true
  return !(isField || isMap || (key === " " && isControl))
}

/**
 * @param {string} key
 * @returns {Action | null}
 */
function letter(key) {
  if (key === "f") return { does: "full" }
  return key === "n" ? { does: "note" } : null
}

/**
 * The item of the page; where the address names one that is not there, the last.
 * @param {Item[]} items
 * @param {number} asked from 1
 */
export function itemAt(items, asked) {
  const number = Math.min(asked, items.length)
  /** @type {Item | undefined} */
  const item = items[number - 1]
  return { number, item, percent: items.length ? (100 * number) / items.length : 0 }
}

/**
 * The number of the item some steps on.
 * @param {number} asked
 * @param {number} steps
 * @param {number} count
 */
export function turned(asked, steps, count) {
  const from = Math.min(asked, count)
  return Math.max(1, Math.min(count, from + steps))
}

/**
 * The number of the item that an address asks for: the first where it names none.
 * @param {Choices} choices
 */
export function numberIn({ punkt = "1" }) {
  return /^\d{1,3}$/.test(punkt) ? Math.max(Number(punkt), 1) : 1
}

/**
 * Where an item of a running meeting is shown: the page of its view; one that is only spoken, or leads nowhere, on the
 * page of meetings itself. With number 0 the page where the agenda is built.
 * @param {string} view
 * @param {number} number
 * @param {{ pages: string[], readers: string[], choices: Choices, here: string }} reader our pages and the names of the
 *   reader as in `viewOf`, the choices of the address, its page
 */
export function addressOf(view, number, { pages, readers, choices, here }) {
  const url = new URL((number > 0 && viewOf(view, { pages, readers }, here)) || PAGE, here)
  const [visning, punkt] = number > 0 ? ["moede", String(number)] : [null, null]
  return `${url.pathname}${searchOf(changed(choicesOf(url.search), { sprog: choices.sprog ?? null, visning, punkt }))}`
}
