// What the chosen indicator, level and period say about an area, in the reader's number format.
/** @import { Context, Mode, Point, Series, Values } from "../shared/types.d.ts" */
import { fill } from "../shared/fill.js"
import { classOf, difference, placeOf, verdictOf } from "./measures.js"
import { fullPeriods, openingPeriod } from "./periods.js"

/** @type {Omit<Point, "status">} */
const NOTHING = {
  value: null,
  low: null,
  high: null,
  group: null,
  country: undefined,
  municipality: undefined,
  trend: undefined,
  edition: null,
  origin: undefined,
}

/**
 * The numbers of one indicator on one level. A view says what the map is coloured by, and when. Words are written when
 * they are asked for: a map of 1,500 areas is coloured without a sentence about each.
 */
export class Readings {
  /** @type {Map<string, string[]>} */
  #missing = new Map()

  /**
   * @param {Pick<Context, "level" | "format" | "modes" | "texts" | "missing">} context
   * @param {Values} values
   */
  constructor(context, values) {
    this.context = context
    this.values = values
    this.level = values.levels[context.level] ?? { periods: [], areas: {} }
    this.periods = this.level.periods
    this.places = new Map(this.periods.map((period, place) => [period, place]))
    this.numbers = new Numbers(context.format)
  }

  /**
   * No row means not collected. A number that cannot be compared has status not_compared and its text.
   * @param {string} id
   * @param {{ mode: string, period: string, base: string | null }} view
   */
  of(id, view) {
    const mode = modeOf(this.context, view)
    if (mode.change) return this.change(id, view, mode)
    const point = this.at(id, view.period)
    const reading = new Reading(this, point)
    if (point.status !== "shown") return reading
    reading.place = placeOf(point, mode)
    if (reading.place === null) reading.status = "not_compared"
    else if (mode.shapes) reading.label = mode.labels[reading.place]
    else if (mode.codes) reading.verdict = mode.labels[reading.place]
    return reading
  }

  /**
   * The difference between two periods.
   * @param {string} id
   * @param {{ period: string, base: string | null }} view
   * @param {Mode} mode
   */
  change(id, { base, period }, mode) {
    const found = difference(this.at(id, base), this.at(id, period))
    const reading = new Reading(this, found, true)
    if (found.value !== null) reading.place = classOf(found.value, mode)
    if (found.low !== null && found.high !== null) {
      reading.verdict = this.context.texts[verdictOf(found.low, found.high)]
    }
    return reading
  }

  /**
   * What the file says of an area in a period.
   * @param {string} id
   * @param {string | null} period
   * @returns {Point}
   */
  at(id, period) {
    const series = this.level.areas[id]
    const place = this.places.get(period ?? "")
    if (!series || place === undefined) return { status: "not_collected", ...NOTHING }
    const status = this.values.statuses[series.s[place]] ?? "not_collected"
    return status === "shown" ? this.point(series, place) : { status, ...NOTHING }
  }

  /**
   * @param {Series} series
   * @param {number} place
   * @returns {Point}
   */
  point(series, place) {
    const { comparisons, origins } = this.values
    const number = (/** @type {(number | null)[] | undefined} */ list) => list?.[place] ?? null
    return {
      status: "shown",
      value: number(series.v),
      low: number(series.lo),
      high: number(series.hi),
      group: number(series.g),
      country: comparisons[number(series.c) ?? -1],
      municipality: comparisons[number(series.m) ?? -1],
      trend: series.t,
      edition: number(series.e),
      origin: origins?.[number(series.o) ?? -1],
    }
  }

  /** The periods in which most areas have a number. */
  get full() {
    return fullPeriods(this.level, this.values.statuses)
  }

  /** The period that the map opens with. */
  get opening() {
    return openingPeriod(this.level, this.values.statuses)
  }

  /**
   * The words for a missing number that some area has in some period: the legend must not change with the year.
   * @param {string[]} ids
   * @param {Mode} mode
   */
  missingStatuses(ids, mode) {
    const key = `${mode.id} ${ids.length} ${ids[0]}`
    const found = this.#missing.get(key) ?? this.findMissing(ids, mode)
    this.#missing.set(key, found)
    return found
  }

  /**
   * @param {string[]} ids
   * @param {Mode} mode
   */
  findMissing(ids, mode) {
    const found = new Set(ids.flatMap((id) => this.statusesOf(this.level.areas[id], mode)))
    return Object.keys(this.context.missing).filter((status) => found.has(status))
  }

  /**
   * Why an area has no class, period by period; "shown" where it has one.
   * @param {Series | undefined} series
   * @param {Mode} mode
   */
  statusesOf(series, mode) {
    if (!series) return ["not_collected"]
    return series.s.map((index, place) => {
      const status = this.values.statuses[index]
      const isUncompared = status === "shown" && mode.codes && placeOf(this.point(series, place), mode) === null
      return isUncompared ? "not_compared" : status
    })
  }
}

/**
 * The colouring of a view.
 * @param {Pick<Context, "modes">} context
 * @param {{ mode: string }} view
 * @returns {Mode}
 */
export function modeOf({ modes }, { mode }) {
  return modes.find(({ id }) => id === mode) ?? modes[0]
}

/** Numbers as the reader's language writes them, with the decimals and unit of an indicator. */
export class Numbers {
  /** @param {{ locale: string, unit: string, decimals: number }} format */
  constructor({ locale, unit, decimals = 0 }) {
    this.unit = unit.startsWith("%") ? `${gapBeforePercent(locale)}${unit}` : unit && ` ${unit}`
    this.format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      roundingMode: "halfEven", // as Python's Words.number: map and table must not differ by one in the last place
    })
  }

  /** @param {number} value */
  number(value) {
    return this.format.format(value).replace("-", "\u2212")
  }

  /** @param {number} value */
  amount(value) {
    return `${this.number(value)}${this.unit}`
  }

  /**
   * A change: always with its sign.
   * @param {number} value
   */
  signed(value) {
    return (value > 0 ? "+" : "") + this.amount(value)
  }
}

/**
 * What stands between a number and its per cent sign: nothing in English.
 * @param {string} locale
 */
function gapBeforePercent(locale) {
  const parts = new Intl.NumberFormat(locale, { style: "percent" }).formatToParts(1)
  return parts.find(({ type }) => type === "literal")?.value ?? ""
}

/** One area's number, class and words. */
export class Reading {
  #readings

  /**
   * @param {Readings} readings
   * @param {{ status: string, value: number | null, low: number | null, high: number | null }} point
   */
  constructor(readings, { status, value, low, high }, isChange = false) {
    this.#readings = readings
    this.status = status
    this.value = value
    this.low = low
    this.high = high
    this.isChange = isChange
    /** @type {number | null} */
    this.place = null // of its class
    /** @type {string | undefined} */
    this.verdict = undefined
    this.label = "" // of a mark, which has no number
  }

  get text() {
    const { context, numbers } = this.#readings
    if (this.label) return this.label
    if (this.value === null) return context.missing[this.status].label
    return this.isChange ? numbers.signed(this.value) : numbers.amount(this.value)
  }

  get interval() {
    const { low, high } = this
    if (low === null || high === null) return ""
    const { context, numbers } = this.#readings
    const { interval, interval_below_zero: belowZero } = context.texts
    return fill(low < 0 ? belowZero : interval, { low: numbers.number(low), high: numbers.number(high) })
  }
}
