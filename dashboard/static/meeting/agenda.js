// The agenda, which the browser owns: a text under one key, written at every keystroke, the same in all tabs. The form
// is that of dashboard/agenda.py; a text that has another is handed to Python, which reads what can be read of it.
const KEY = "dagsorden"
const DAMAGED = "dagsorden-beskadiget" // a text that could not be read whole, until its owner has saved
const CLOCK = "dagsorden-ur"
const FORMAT = "omraadebarometer-dagsorden"
const VERSION = 2
const TEXTS = ["id", "title", "view", "note", "decision", "responsible"]
const UNKEPT = ["visning", "sprog", "punkt", "vis", "dagsorden"] // of an address: the reader's and the meeting's, not the view's

export const SUFFIX = ".dagsorden.json"
export const changes = new EventTarget() // "change" when the agenda was changed here or in another tab

addEventListener("storage", ({ key }) => {
  if (key === KEY || key === null) changes.dispatchEvent(new Event("change"))
})

const isText = (value) => typeof value === "string"

export function empty() {
  return { format: FORMAT, version: VERSION, title: "", date: "", place: "", start: "", items: [] }
}

export function newItem(parts = {}) {
  const bytes = crypto.getRandomValues(new Uint8Array(4))
  const id = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")
  return { id, title: "", view: "", minutes: 0, note: "", decision: "", responsible: "", ...parts }
}

function isWhole(found) {
  return found?.format === FORMAT && found.version === VERSION && Array.isArray(found.items)
    && ["title", "date", "place"].every((name) => isText(found[name])) && isText(found.start ?? "")
    && found.items.every((item) => TEXTS.every((name) => isText(item?.[name])) && Number.isInteger(item.minutes))
    && new Set(found.items.map(({ id }) => id)).size === found.items.length
}

/** The agenda the browser holds; `damaged` is the text that stands there where it is none. */
export function load() {
  let text = null
  try {
    text = localStorage.getItem(KEY)
    if (text === null) return { agenda: empty(), damaged: null }
    const found = JSON.parse(text)
    if (isWhole(found)) return { agenda: { ...empty(), ...found }, damaged: null }
  } catch { /* no JSON, or a browser that keeps nothing */ }
  return { agenda: empty(), damaged: text }
}

export function asText(agenda) {
  return JSON.stringify(agenda, null, 1)
}

/** Keep an agenda; false where the browser keeps nothing. */
export function save(agenda) {
  return keep(KEY, asText(agenda)) && changes.dispatchEvent(new Event("change"))
}

/** Change what is kept now, which another tab may have written meanwhile. */
export function change(work) {
  const { agenda } = load()
  work(agenda)
  return save(agenda)
}

export function changeItem(id, parts) {
  return change(({ items }) => Object.assign(items.find((item) => item.id === id) ?? {}, parts))
}

export function damaged() {
  try {
    return localStorage.getItem(DAMAGED)
  } catch {
    return null
  }
}

export function keepDamaged(text) {
  keep(DAMAGED, text)
}

export function forgetDamaged() {
  try {
    localStorage.removeItem(DAMAGED)
  } catch { /* then nothing was kept either */ }
}

/** When the meeting began and the seconds used of every item, by its id. */
export function clock() {
  try {
    const found = JSON.parse(localStorage.getItem(CLOCK))
    if (found && typeof found.used === "object" && found.used) return found
  } catch { /* begin anew */ }
  return { used: {} }
}

export function keepClock(found) {
  keep(CLOCK, JSON.stringify(found))
}

function keep(key, text) {
  try {
    localStorage.setItem(key, text)
    return true
  } catch {
    return false
  }
}

/** The address of a page as a link of an agenda; `vis` names one view of it. */
export function linkOf(address, vis) {
  const url = new URL(address, location.href)
  const asked = url.searchParams
  const kept = vis ?? asked.get("vis")
  for (const name of UNKEPT) asked.delete(name)
  if (kept) asked.set("vis", kept)
  const query = asked.toString().replaceAll("%2C", ",").replaceAll("+", "%20")
  const path = url.pathname.replace(/\/+$/, "") || "/kort"
  return query ? `${path}?${query}` : path
}

/** The agenda as text for an address: deflated, then base64 without the signs an address reads otherwise. */
export async function pack(agenda) {
  const packed = new Blob([JSON.stringify(agenda)]).stream().pipeThrough(new CompressionStream("deflate-raw"))
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer())
  let signs = ""
  for (const byte of bytes) signs += String.fromCharCode(byte)
  return btoa(signs).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")
}
