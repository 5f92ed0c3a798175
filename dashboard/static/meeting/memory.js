// The memory of meetings: what an item showed when it was discussed, and what has moved since. The rules are those of
// dashboard/meeting/memory.py.
/** @import { Agenda, Last, MemoryTexts, Seen, SeenNumber } from "../shared/types.d.ts" */
import { fill } from "../shared/fill.js"
import { empty, newItem } from "./agenda.js"

const MOST_TOLD = 3
const COUNTED = /** @type {const} */ (["up", "down", "same", "incomparable", "gone"])

/**
 * An agenda for the next meeting: the same items, each with what the last one said and saw.
 * @param {Agenda} agenda
 * @returns {Agenda}
 */
export function next({ title, place, start, date, items }) {
  const fresh = items.map(({ title, view, minutes, note, decision, responsible, seen }) => {
    const last = { day: date || seen?.day || "", decision, responsible, seen: seen ?? null }
    return newItem({ title, view, minutes, note, last })
  })
  return { ...empty(), title, place, start, items: fresh }
}

/**
 * What has become of a number. What is printed alike is the same.
 * @param {SeenNumber} then
 * @param {SeenNumber | undefined} now
 * @param {string} locale
 * @returns {"gone" | "incomparable" | "same" | "up" | "down" | "up_unsure" | "down_unsure"}
 */
export function moved(then, now, locale) {
  if (!now) return "gone"
  if (then.value === null || now.value === null) return "incomparable"
  if (then.ground !== now.ground || then.decimals !== now.decimals) return "incomparable"
  if (printed(then.value, then, locale) === printed(now.value, now, locale)) return "same"
  const direction = now.value > then.value ? "up" : "down"
  return overlaps(then, now) ? `${direction}_unsure` : direction
}

/**
 * @param {SeenNumber} then
 * @param {SeenNumber} now
 */
function overlaps(then, now) {
  if (then.low === null || then.high === null || now.low === null || now.high === null) return false
  return then.low <= now.high && now.low <= then.high
}

/**
 * @param {number} value
 * @param {SeenNumber} of
 * @param {string} locale
 */
function printed(value, { decimals }, locale) {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const text = new Intl.NumberFormat(locale, { ...digits, roundingMode: "halfEven" }).format(value || 0)
  return text.replace("-", "\u2212")
}

/**
 * What the last meeting said and saw of an item, and what has moved since, in sentences.
 * @param {Last} last
 * @param {Seen | null | undefined} now none where it is unknown
 * @param {MemoryTexts} texts
 * @param {string} locale
 */
export function told(last, now, texts, locale) {
  const decision = last.decision || texts.undecided
  const lines = [fill(texts.last, { day: dayText(last.day, locale) || texts.undated, decision })]
  if (last.responsible) lines.push(fill(texts.responsible, { name: last.responsible }))
  if (!last.seen) return lines
  lines.push(...compared(last.seen, now, texts, locale))
  if (now && now.version !== last.seen.version) {
    lines.push(fill(texts.renewed, { before: last.seen.version, after: now.version }))
  }
  return lines
}

/**
 * @param {string} day
 * @param {string} locale
 */
function dayText(day, locale) {
  const length = /** @type {const} */ ({ day: "numeric", month: "long", year: "numeric", timeZone: "UTC" })
  return day && new Date(day).toLocaleDateString(locale, length)
}

/**
 * @param {Seen} then
 * @param {Seen | null | undefined} now
 * @param {MemoryTexts} texts
 * @param {string} locale
 */
function compared(then, now, texts, locale) {
  const was = then.numbers.slice(0, MOST_TOLD).map((number) => {
    return fill(texts.was, { label: number.label, before: written(number, texts, locale) })
  })
  const text = then.sentence ? [fill(texts.stood, { sentence: then.sentence })] : []
  if (!now) return was.length ? was : text
  if (!then.numbers.length) return then.sentence === now.sentence ? [texts.unchanged] : text
  const found = new Map(now.numbers.map((number) => [number.id, number]))
  const pairs = then.numbers.map((number) => {
    const other = found.get(number.id)
    return { before: number, after: other, move: moved(number, other, locale) }
  })
  const inOrder = [...pairs.filter(({ move }) => move !== "same"), ...pairs.filter(({ move }) => move === "same")]
  const lines = inOrder.slice(0, MOST_TOLD).map((pair) => line(pair, texts, locale))
  const rest = inOrder.slice(MOST_TOLD).map(({ move }) => move.replace("_unsure", ""))
  return rest.length ? [...lines, restText(rest, texts)] : lines
}

/**
 * @param {string[]} moves
 * @param {MemoryTexts} texts
 */
function restText(moves, texts) {
  const counted = COUNTED.map((code) => ({ n: moves.filter((move) => move === code).length, text: texts[code] }))
  const list = counted.filter(({ n }) => n).map(({ n, text }) => `${n} ${text}`)
  return fill(texts.rest, { list: list.join(", ") })
}

/**
 * @param {{ before: SeenNumber, after: SeenNumber | undefined, move: ReturnType<typeof moved> }} pair
 * @param {MemoryTexts} texts
 * @param {string} locale
 */
function line({ before, after, move }, texts, locale) {
  const parts = { before: written(before, texts, locale), move: texts[move] }
  if (!after) return fill(texts.lost, { ...parts, label: before.label })
  return fill(texts.moved, { ...parts, label: after.label, after: written(after, texts, locale) })
}

/**
 * 41,2 % (2023)
 * @param {SeenNumber} number
 * @param {MemoryTexts} texts
 * @param {string} locale
 */
function written(number, texts, locale) {
  const { value, unit, period } = number
  const shown = value === null ? texts.unknown : `${printed(value, number, locale)}${signOf(unit, locale)}`
  return period ? `${shown} (${period})` : shown
}

/**
 * A unit after its number, as Python joins the two.
 * @param {string} unit
 * @param {string} locale
 */
function signOf(unit, locale) {
  if (!unit.startsWith("%")) return unit && ` ${unit}`
  return locale.startsWith("en") ? unit : `\u00a0${unit}`
}
