// The agenda's form, which is that of dashboard/agenda.py, and what is done with it. Where it is kept, kept.js knows.
/** @import { Agenda, Item } from "../shared/types.d.ts" */

import { isWhole as isWholeMemory } from "./memory_form.js"

const FORMAT = "omraadebarometer-dagsorden"
const VERSION = 2
const TEXTS = /** @type {const} */ (["id", "title", "view", "note", "decision", "responsible"])
const START = "/kort"

const MOST_ITEMS = 200 // as in dashboard/meeting/agenda.py

export const MOST_MINUTES = 600
export const SUFFIX = ".dagsorden.json"

/** @returns {Agenda} */
export function empty() {
  return { format: FORMAT, version: VERSION, title: "", date: "", place: "", start: "", items: [] }
}

/**
 * @param {Partial<Item>} parts
 * @returns {Item}
 */
export function newItem(parts = {}) {
  const bytes = crypto.getRandomValues(new Uint8Array(4))
  const id = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")
  return { id, title: "", view: "", minutes: 0, note: "", decision: "", responsible: "", ...parts }
}

/**
 * The agenda of a text; null where it is not whole. Python reads what can be read of such a text.
 * @param {string} text
 * @returns {Agenda | null}
 */
export function read(text) {
  const found = parsed(text)
  return isWhole(found) ? { ...empty(), ...found } : null
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** @param {any} found */
function isWhole(found) {
  return found?.format === FORMAT && found.version === VERSION && hasWholeHead(found) && hasWholeItems(found.items)
}

/** @param {any} found */
function hasWholeHead({ title, date, place, start = "" }) {
  return [title, date, place, start ?? ""].every(isText)
}

/** @param {any} items */
function hasWholeItems(items) {
  if (!Array.isArray(items) || items.length > MOST_ITEMS || !items.every(isWholeItem)) return false
  return new Set(items.map(({ id }) => id)).size === items.length
}

/** @param {any} item */
function isWholeItem(item) {
  return TEXTS.every((name) => isText(item?.[name])) && Number.isInteger(item.minutes) && isWholeMemory(item)
}

/** @param {unknown} value */
function isText(value) {
  return typeof value === "string"
}

/**
 * Whether an agenda has as many items as it may.
 * @param {Pick<Agenda, "items">} agenda
 */
export function isFull({ items }) {
  return items.length >= MOST_ITEMS
}

/**
 * The agenda without what its items remember: a link would grow too long for it.
 * @param {Agenda} agenda
 * @returns {Agenda}
 */
export function withoutMemory(agenda) {
  return { ...agenda, items: agenda.items.map(({ seen: _seen, last: _last, ...item }) => item) }
}

/** @param {Agenda} agenda */
export function asText(agenda) {
  return JSON.stringify(agenda, null, 1)
}

/** @param {Pick<Agenda, "items">} agenda */
export function totalMinutes({ items }) {
  return items.reduce((sum, { minutes }) => sum + minutes, 0)
}

/**
 * What was typed as a whole number of minutes that an item can have.
 * @param {string} typed
 */
export function minutesOf(typed) {
  return Math.max(0, Math.min(MOST_MINUTES, Math.round(Number(typed)) || 0))
}

/**
 * The items with one of them some places on; as they were where that is not in the list.
 * @param {Item[]} items
 * @param {string} id
 * @param {number} steps
 */
export function moved(items, id, steps) {
  const from = items.findIndex((item) => item.id === id)
  const to = from + steps
  if (from < 0 || to < 0 || to >= items.length) return items
  return items.toSpliced(from, 1).toSpliced(to, 0, items[from])
}

/**
 * The address of a page as a link of an agenda; `vis` names one view of it.
 * @param {string | URL} address
 * @param {string[]} readers names in an address that belong to the reader or the meeting
 * @param {string} [vis]
 */
export function linkOf(address, readers, vis) {
  const url = new URL(address)
  const choices = new URLSearchParams(url.search)
  const view = vis ?? choices.get("vis")
  for (const name of [...readers, "vis"]) choices.delete(name)
  if (view) choices.set("vis", view)
  const query = choices.toString().replaceAll("%2C", ",").replaceAll("+", "%20")
  const path = url.pathname.replace(/\/+$/, "") || START
  return query ? `${path}?${query}` : path
}

/**
 * A pasted address as a link of an agenda: null where it is not one of ours, "" where nothing is written.
 * @param {string} text
 * @param {{ pages: string[], readers: string[] }} ours paths of our pages, and the names as in `linkOf`
 * @param {string} here the address of this page
 */
export function viewOf(text, { pages, readers }, here) {
  if (!text.trim()) return ""
  const url = urlOf(text.trim(), here)
  const path = url?.pathname.replace(/^\/|\/$/g, "") || START.slice(1)
  return url?.origin === new URL(here).origin && pages.includes(path) ? linkOf(url, readers) : null
}

/**
 * @param {string} text
 * @param {string} here
 */
function urlOf(text, here) {
  try {
    return new URL(text, here)
  } catch {
    return null
  }
}

/**
 * The link of an item in the reader's language.
 * @param {string} view
 * @param {string} language
 */
export function inLanguage(view, language) {
  if (language === "da" || !view) return view
  return `${view}${view.includes("?") ? "&" : "?"}sprog=${language}`
}

/**
 * The name of an agenda's file: 2026-12-01-styregruppemøde.dagsorden.json
 * @param {Pick<Agenda, "date" | "title">} agenda
 * @param {string} untitled
 */
export function fileName({ date, title }, untitled) {
  const name = [date, title || untitled].filter(Boolean).join(" ")
  return `${name.replace(/[^\p{L}\p{N}-]+/gu, "-").toLowerCase()}${SUFFIX}`
}

/**
 * The agenda as text for an address: deflated, then base64 without the signs an address reads otherwise. The inverse of
 * `unpack` in dashboard/agenda.py.
 * @param {Agenda} agenda
 */
export async function pack(agenda) {
  const packed = new Blob([JSON.stringify(agenda)]).stream().pipeThrough(new CompressionStream("deflate-raw"))
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer())
  const signs = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")
  return btoa(signs).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")
}
