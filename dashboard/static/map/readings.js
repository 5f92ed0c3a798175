// What the chosen indicator, level and period say about an area, in the reader's number format.
import { fill } from "../shared/fill.js"

export function periodText(period) {
  return period.replace("-", "\u2013")
}

/**
 * The numbers of one indicator on one level. A view is {mode, period, base}: what the map is coloured by, and when.
 * Words are written when they are asked for: a map of 1,500 areas is coloured without a sentence about each.
 */
export class Readings {
  constructor(data, values) {
    this.data = data
    this.statuses = values.statuses
    this.comparisons = values.comparisons
    this.origins = values.origins ?? []
    this.level = values.levels[data.level] ?? { periods: [], areas: {} }
    this.periods = this.level.periods
    this.places = new Map(this.periods.map((period, place) => [period, place]))
    const { locale, decimals = 0 } = data.format
    this.format = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  }

  /**
   * {status, text, interval, verdict} and, where there is a number to show, {class, value, low, high} as well.
   * No row means not collected. A number that cannot be compared has status not_compared and its text.
   */
  of(id, view) {
    const mode = this.data.modes.find(({ id: name }) => name === view.mode)
    if (mode.change) return this.change(id, view, mode)
    const reading = new Reading(this, this.at(id, view.period))
    if (reading.status !== "shown") return reading
    if (!mode.codes) return Object.assign(reading, { class: this.classOf(reading.value, mode.breaks) })
    const place = mode.codes.indexOf(reading[mode.against])
    return Object.assign(reading, place < 0 ? { status: "not_compared" } : { class: place, verdict: mode.labels[place] })
  }

  /**
   * The difference between two periods, with limits by MOVER (Zou & Donner 2008) as in data.measures.change.
   * Two editions of a register are not compared.
   */
  change(id, { base, period }, mode) {
    const [before, after] = [this.at(id, base), this.at(id, period)]
    const missing = [after, before].find(({ status }) => status !== "shown")
    if (missing) return new Reading(this, { status: missing.status })
    if (before.edition !== after.edition) return new Reading(this, { status: "not_compared" })
    const value = after.value - before.value
    const reading = new Reading(this, { status: "shown", value, class: this.classOf(value, mode.breaks), signed: true })
    if ([before, after].some(({ low, high }) => low == null || high == null)) return reading
    const low = value - Math.hypot(after.value - after.low, before.high - before.value)
    const high = value + Math.hypot(after.high - after.value, before.value - before.low)
    const { increased, decreased, unsure } = this.data.texts
    return Object.assign(reading, { low, high, verdict: low > 0 ? increased : high < 0 ? decreased : unsure })
  }

  /** What the file says of an area in a period. */
  at(id, period) {
    const series = this.level.areas[id]
    const place = this.places.get(period)
    const status = (series && this.statuses[series.s[place]]) ?? "not_collected"
    if (status !== "shown") return { status }
    return {
      status, value: series.v[place], low: series.lo?.[place], high: series.hi?.[place], group: series.g?.[place],
      country: this.comparisons[series.c?.[place]], municipality: this.comparisons[series.m?.[place]],
      trend: series.t, edition: series.e?.[place], origin: this.origins[series.o?.[place]],
    }
  }

  /** The newest period in which some area has a number. */
  newest = () => {
    const shown = (_period, place) => Object.values(this.level.areas).some(({ s }) => this.statuses[s[place]] === "shown")
    return this.periods.findLast((period) => shown(period, this.places.get(period))) ?? this.periods.at(-1)
  }

  /** Classes close upwards: a value equal to a bound falls in the lower class. */
  classOf(value, breaks) {
    const index = breaks.findIndex((bound) => value <= bound)
    return index < 0 ? breaks.length : index
  }

  number(value) {
    return this.format.format(value).replace("-", "\u2212")
  }

  amount(value) {
    return `${this.number(value)} ${this.data.format.unit}`.trim()
  }

  /** The words for a missing number that some area has in some period: the legend must not change with the year. */
  missingStatuses(ids, mode) {
    const key = `${mode.id} ${ids.length} ${ids[0]}`
    this.missing ??= new Map()
    if (!this.missing.has(key)) this.missing.set(key, this.findMissing(ids, mode))
    return this.missing.get(key)
  }

  findMissing(ids, mode) {
    const found = new Set()
    for (const id of ids) {
      const series = this.level.areas[id]
      if (!series) found.add("not_collected")
      series?.s.forEach((index, place) => {
        const status = this.statuses[index]
        const codes = mode.codes && series[mode.against === "country" ? "c" : "m"]
        const uncompared = status === "shown" && mode.codes && !mode.codes.includes(this.comparisons[codes?.[place]])
        found.add(uncompared ? "not_compared" : status)
      })
    }
    return Object.keys(this.data.missing).filter((status) => found.has(status))
  }
}

/** One area's number, class and words. */
class Reading {
  constructor(readings, point) {
    Object.defineProperty(this, "readings", { value: readings, enumerable: false })
    Object.assign(this, point)
  }

  get text() {
    if (this.value == null) return this.readings.data.missing[this.status].label
    return (this.signed && this.value > 0 ? "+" : "") + this.readings.amount(this.value)
  }

  get interval() {
    const { low, high, readings } = this
    if (low == null || high == null) return ""
    const { interval, interval_below_zero } = readings.data.texts
    return fill(low < 0 ? interval_below_zero : interval, { low: readings.number(low), high: readings.number(high) })
  }
}
