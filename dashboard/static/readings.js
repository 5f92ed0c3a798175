// What the chosen indicator, level and period say about an area, in the reader's number format.

/** Fill the places of a sentence: fill("{low}–{high}", {low: "1", high: "2"}) -> "1–2". */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_place, name) => values[name])
}

export function periodText(period) {
  return period.replace("-", "\u2013")
}

/** The numbers of one indicator on one level. A view is {mode, period, base}: what the map is coloured by, and when. */
export class Readings {
  constructor(data, values) {
    this.data = data
    this.statuses = values.statuses
    this.comparisons = values.comparisons
    this.origins = values.origins ?? []
    this.level = values.levels[data.level] ?? { periods: [], areas: {} }
    this.periods = this.level.periods
    this.places = new Map(this.periods.map((period, place) => [period, place]))
    const { locale, decimals } = data.format
    this.format = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  }

  /**
   * {status, text} and, where there is a number to show, {class, value, low, high, interval} as well.
   * No row means not collected. A number that cannot be compared has status not_compared and its text.
   */
  of(id, view) {
    const mode = this.data.modes.find(({ id: name }) => name === view.mode)
    if (mode.change) return this.change(id, view, mode)
    const point = this.at(id, view.period)
    if (point.status !== "shown") return { status: point.status, text: this.data.missing[point.status].label }
    const text = this.amount(point.value)
    const reading = { ...point, text, interval: this.interval(point) }
    if (!mode.codes) return { ...reading, class: this.classOf(point.value, mode.breaks) }
    const place = mode.codes.indexOf(point[mode.against])
    return place < 0 ? { ...reading, status: "not_compared" } : { ...reading, class: place, verdict: mode.labels[place] }
  }

  /**
   * The difference between two periods, with limits by MOVER (Zou & Donner 2008) as in data.measures.change.
   * Two editions of a register are not compared.
   */
  change(id, { base, period }, mode) {
    const [before, after] = [this.at(id, base), this.at(id, period)]
    const missing = [after, before].find(({ status }) => status !== "shown")
    if (missing) return { status: missing.status, text: this.data.missing[missing.status].label }
    if (before.edition !== after.edition) return { status: "not_compared", text: this.data.missing.not_compared.label }
    const value = after.value - before.value
    const reading = { status: "shown", value, text: this.signed(value), class: this.classOf(value, mode.breaks) }
    if ([before, after].some(({ low, high }) => low == null || high == null)) return { ...reading, interval: "" }
    reading.low = value - Math.hypot(after.value - after.low, before.high - before.value)
    reading.high = value + Math.hypot(after.high - after.value, before.value - before.low)
    const { increased, decreased, unsure } = this.data.texts
    const verdict = reading.low > 0 ? increased : reading.high < 0 ? decreased : unsure
    return { ...reading, verdict, interval: this.interval(reading) }
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

  signed(value) {
    return (value > 0 ? "+" : "") + this.amount(value)
  }

  interval({ low, high }) {
    if (low == null || high == null) return ""
    return fill(this.data.texts.interval, { low: this.number(low), high: this.number(high) })
  }

  /** The words for a missing number that some area has in some period: the legend must not change with the year. */
  missingStatuses(ids, mode) {
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
