// What the chosen indicator, level and period say about an area, in the reader's number format.

/** Fill the places of a sentence: fill("{low}–{high}", {low: "1", high: "2"}) -> "1–2". */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_place, name) => values[name])
}

export class Readings {
  constructor(data, values) {
    this.data = data
    this.statuses = values.statuses
    this.comparisons = values.comparisons
    this.level = values.levels[data.level] ?? { periods: [], areas: {} }
    this.at = this.level.periods.indexOf(data.period)
    const { locale, decimals } = data.format
    this.format = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  }

  /** {status, text} and, for a number that is shown, {class, interval, comparison} as well. No row means not collected. */
  of(id) {
    const series = this.level.areas[id]
    const status = (series && this.statuses[series.s[this.at]]) ?? "not_collected"
    if (status !== "shown") return { status, text: this.data.missing[status].label }
    const [value, low, high] = [series.v[this.at], series.lo?.[this.at], series.hi?.[this.at]]
    const known = low != null && high != null
    const limits = known && fill(this.data.texts.interval, { low: this.number(low), high: this.number(high) })
    const text = `${this.number(value)} ${this.data.format.unit}`.trim()
    const comparison = this.data.comparisons[this.comparisons?.[series.c?.[this.at]]] ?? ""
    return { status, class: this.classOf(value), text, interval: limits || "", comparison }
  }

  /** Classes close upwards: a value equal to a bound falls in the lower class. */
  classOf(value) {
    const index = this.data.breaks.findIndex((bound) => value <= bound)
    return index < 0 ? this.data.breaks.length : index
  }

  number(value) {
    return this.format.format(value).replace("-", "\u2212")
  }

  /** The words for a missing number that some area has in some period: the legend must not change with the year. */
  missingStatuses(ids) {
    const statuses = (id) => this.level.areas[id]?.s.map((index) => this.statuses[index]) ?? ["not_collected"]
    const found = new Set(ids.flatMap(statuses))
    return Object.keys(this.data.missing).filter((status) => found.has(status))
  }
}
