// What is computed here and not in prepare: the class of a number, and the difference between two.
/** @import { Mode, Point } from "../shared/types.d.ts" */

/** @typedef {{ status: string, value: number | null, low: number | null, high: number | null }} Difference */

/** @type {Map<number, Intl.NumberFormat>} */
const formats = new Map() // by decimals

/**
 * A value as readers see it: what is printed as 14,0 is 14. The same as dashboard.area_map.colouring.printed.
 * @param {number} value
 * @param {number} decimals
 */
export function printed(value, decimals) {
  const format = formats.get(decimals) ?? formatOf(decimals)
  formats.set(decimals, format)
  return Number(format.format(value))
}

/** @param {number} decimals */
function formatOf(decimals) {
  const digits = { maximumFractionDigits: decimals, useGrouping: false }
  return new Intl.NumberFormat("en", { ...digits, roundingMode: "halfEven" })
}

/**
 * Classes close upwards: a value printed as a bound falls in the lower class. The same as dashboard.colouring.
 * @param {number} value
 * @param {Pick<Mode, "breaks" | "decimals">} mode
 */
export function classOf(value, { breaks, decimals }) {
  const seen = printed(value, decimals)
  const index = breaks.findIndex((bound) => seen <= bound)
  return index < 0 ? breaks.length : index
}

/**
 * The class of a point that is shown; null where it cannot be compared.
 * @param {Point} point
 * @param {Mode} mode
 */
export function placeOf(point, mode) {
  const { codes, against } = mode
  if (!codes) return classOf(point.value ?? Number.NaN, mode)
  const place = codes.indexOf((against && point[against]) ?? "")
  return place < 0 ? null : place
}

/**
 * The difference between two points, with limits by MOVER (Zou & Donner 2008) as in data.measures.change. Two editions
 * of a register are not compared; where a number is missing, the later point says why.
 * @param {Point} before
 * @param {Point} after
 * @returns {Difference}
 */
export function difference(before, after) {
  const missing = [after, before].find(({ status }) => status !== "shown")
  if (missing) return without(missing.status)
  if (before.edition !== after.edition || before.value === null || after.value === null) return without("not_compared")
  const value = after.value - before.value
  return { status: "shown", value, ...limits(value, before, after) }
}

/**
 * @param {string} status
 * @returns {Difference}
 */
function without(status) {
  return { status, value: null, low: null, high: null }
}

/**
 * @param {number} value
 * @param {Point} before
 * @param {Point} after
 */
function limits(value, before, after) {
  const [b, a] = [before, after].map(intervalOf)
  if (!(b && a)) return { low: null, high: null }
  return {
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  }
}

/** @param {Point} point */
function intervalOf({ value, low, high }) {
  return value === null || low === null || high === null ? null : { value, low, high }
}

/**
 * What the limits of a difference say. The same as dashboard.map_sentences.verdict.
 * @param {number} low
 * @param {number} high
 */
export function verdictOf(low, high) {
  if (low > 0) return "increased"
  return high < 0 ? "decreased" : "unsure"
}
