// What the browser keeps of agenda and meeting: texts under keys of its own, written at every keystroke, the same in
// all tabs. What it does not keep, because storage is blocked or full, stays in the page for as long as that is open. A
// text that is not whole is handed to Python, which reads what can be read of it.
/** @import { Agenda, Item } from "../shared/types.d.ts" */
/** @import { Clock } from "./clock.js" */
import { asText, empty, read } from "./agenda.js"
import * as clocks from "./clock.js"

const KEY = "dagsorden"
const DAMAGED = "dagsorden-beskadiget" // a text that could not be read whole, until its owner has saved
const CLOCK = "dagsorden-ur"

export const changes = new EventTarget() // "change" of the agenda, here or in another tab; "clock" in another tab
/** @type {Map<string, string>} */
const unkept = new Map() // by key: newer than what the browser keeps

addEventListener("storage", ({ key }) => {
  if (key === KEY || key === null) changes.dispatchEvent(new Event("change"))
  if (key === CLOCK || key === null) changes.dispatchEvent(new Event("clock"))
})

addEventListener("beforeunload", (event) => {
  if (unkept.has(KEY)) event.preventDefault() // the browser asks whether to leave
})

/** The agenda the browser holds; `damaged` is the text that stands there where it is none. */
export function load() {
  const text = kept(KEY)
  const agenda = text === null ? empty() : read(text)
  return { agenda: agenda ?? empty(), damaged: agenda ? null : text }
}

/** Whether the agenda as it is now stands in the browser, not in this page alone. */
export function isKept() {
  try {
    localStorage.getItem(KEY)
    return !unkept.has(KEY)
  } catch {
    return false
  }
}

/**
 * Keep an agenda; false where the browser does not keep it.
 * @param {Agenda} agenda
 */
export function save(agenda) {
  const isDone = keep(KEY, asText(agenda))
  changes.dispatchEvent(new Event("change"))
  return isDone
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
  unkept.delete(DAMAGED)
  try {
    localStorage.removeItem(DAMAGED)
  } catch {
    // then nothing was kept either
  }
}

/** The clock of the meeting, the same in all its windows. */
export function clock() {
  return clocks.read(kept(CLOCK))
}

/** @param {Clock} clock */
export function keepClock(clock) {
  keep(CLOCK, clocks.asText(clock))
}

/** @param {string} key */
function kept(key) {
  try {
    return unkept.get(key) ?? localStorage.getItem(key)
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
    unkept.delete(key)
    return true
  } catch {
    unkept.set(key, text)
    return false
  }
}
