// Times of an agenda and of a meeting.
/** @import { BarTexts, EditorTexts } from "../shared/types.d.ts" */
import { fill } from "../shared/fill.js"

const DAY = 24 * 60 // minutes

/** @param {number} number */
function twoDigits(number) {
  return String(number).padStart(2, "0")
}

/**
 * The time of day some minutes after another: 16:30 and 45 -> 17:15.
 * @param {string} start
 * @param {number} minutes
 */
export function later(start, minutes) {
  const [hours, rest] = start.split(":").map(Number)
  const whole = (hours * 60 + rest + minutes) % DAY
  return `${twoDigits(Math.floor(whole / 60))}:${twoDigits(whole % 60)}`
}

/**
 * 75 seconds -> 1:15
 * @param {number} seconds
 */
export function asMinutes(seconds) {
  return `${Math.floor(seconds / 60)}:${twoDigits(Math.floor(seconds % 60))}`
}

/**
 * When an item begins: by the clock, or after how many minutes.
 * @param {Pick<EditorTexts, "starts" | "starts_after">} texts
 * @param {string} start of the meeting, "" where it is not known
 * @param {number} before minutes of the items before it
 */
export function startText(texts, start, before) {
  return start ? fill(texts.starts, { time: later(start, before) }) : fill(texts.starts_after, { n: before })
}

/**
 * How many items there are, how long they take and when they end.
 * @param {Pick<EditorTexts, "total" | "total_to">} texts
 * @param {string} start
 * @param {number} n
 * @param {number} minutes
 */
export function totalText(texts, start, n, minutes) {
  if (!start) return fill(texts.total, { n, minutes })
  return fill(texts.total_to, { n, minutes, end: later(start, minutes) })
}

/**
 * The time an item has taken, and how far that is over its own.
 * @param {Pick<BarTexts, "used" | "used_of" | "over">} texts
 * @param {number} used seconds
 * @param {number} minutes of the item; 0 where it has no time of its own
 */
export function spent(texts, used, minutes) {
  if (!minutes) return { text: fill(texts.used, { used: asMinutes(used) }), isOver: false }
  const text = fill(texts.used_of, { used: asMinutes(used), minutes })
  const over = used - 60 * minutes
  if (over <= 0) return { text, isOver: false }
  return { text: `${text} – ${fill(texts.over, { over: asMinutes(over) })}`, isOver: true }
}
