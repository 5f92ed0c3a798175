// What the browser keeps of agenda and meeting: texts under keys of its own, written at every keystroke, the same in
// all tabs. A text that is not whole is handed to Python, which reads what can be read of it.
/** @import { Agenda, Item } from "../shared/types.d.ts" */
import { asText, empty, read } from "./agenda.js"

const KEY = "dagsorden"
const DAMAGED = "dagsorden-beskadiget" // a text that could not be read whole, until its owner has saved
const CLOCK = "dagsorden-ur"

export const changes = new EventTarget() // "change" when the agenda was changed here or in another tab

addEventListener("storage", ({ key }) => {
  if (key === KEY || key === null) changes.dispatchEvent(new Event("change"))
})

/** The agenda the browser holds; `damaged` is the text that stands there where it is none. */
export function load() {
  const text = kept(KEY)
  const agenda = text === null ? empty() : read(text)
  return { agenda: agenda ?? empty(), damaged: agenda ? null : text }
}

/**
 * Keep an agenda; false where the browser keeps nothing.
 * @param {Agenda} agenda
 */
export function save(agenda) {
  return keep(KEY, asText(agenda)) && changes.dispatchEvent(new Event("change"))
}

/**
 * Change what is kept now, which another tab may have written meanwhile.
 * @param {(agenda: Agenda) => void} work
 */
export function change(work) {
  const { agenda } = load()
  work(agenda)
  return save(agenda)
}

/**
 * @param {string} id
 * @param {Partial<Item>} parts
 */
export function changeItem(id, parts) {
  return change(({ items }) => Object.assign(items.find((item) => item.id === id) ?? {}, parts))
}

export function damaged() {
  return kept(DAMAGED)
}

/** @param {string} text */
export function keepDamaged(text) {
  keep(DAMAGED, text)
}

export function forgetDamaged() {
  try {
    localStorage.removeItem(DAMAGED)
  } catch {
    // then nothing was kept either
  }
}

/**
 * The seconds used of every item, by its id.
 * @returns {{ used: Record<string, number> }}
 */
export function clock() {
  try {
    const found = JSON.parse(kept(CLOCK) ?? "null")
    if (found?.used && typeof found.used === "object") return found
  } catch {
    // no JSON: begin anew
  }
  return { used: {} }
}

/** @param {{ used: Record<string, number> }} found */
export function keepClock(found) {
  keep(CLOCK, JSON.stringify(found))
}

/** @param {string} key */
function kept(key) {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/**
 * @param {string} key
 * @param {string} text
 */
function keep(key, text) {
  try {
    localStorage.setItem(key, text)
    return true
  } catch {
    return false
  }
}
