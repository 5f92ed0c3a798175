// What one cell of the barometer says. What needs no document.
/** @import { BarometerColumn, BarometerData, BarometerFile } from "../shared/types.d.ts" */

import { Numbers } from "../map/readings.js"
import { fill, joined } from "../shared/fill.js"

const ARROWS = { increasing: "\u2197", decreasing: "\u2198" }
const NOTHING = { status: "not_collected", value: null, low: null, high: null, held: null, compared: "", period: "" }

/** The cells of a file, told in the reader's words. */
export class Cells {
  /** @type {Map<string, Numbers>} */
  #numbers = new Map()

  /**
   * @param {BarometerFile} file
   * @param {BarometerData} data
   */
  constructor(file, data) {
    this.file = file
    this.data = data
  }

  /**
   * A number of an area for the order of rows; null where there is none.
   * @param {string} id of an indicator
   * @param {number} place of an area
   */
  value(id, place) {
    return this.file.columns[id]?.v[place] ?? null
  }

  /**
   * All that is known of a cell, as the file has it.
   * @param {string} id
   * @param {number} place
   */
  at(id, place) {
    const column = this.file.columns[id]
    const status = column?.s[place] ?? null
    if (!column || status === null) return { ...NOTHING, verdict: "", certainty: "A", course: "" }
    const { comparisons, verdicts, certainties, statuses } = this.file
    const { code, held } = this.against(id, place)
    return {
      status: statuses[status],
      value: column.v[place],
      low: column.lo[place],
      high: column.hi[place],
      held,
      compared: comparisons[code] ?? "",
      period: column.y[place] ?? "",
      verdict: verdicts[column.t[place] ?? 0],
      certainty: certainties[column.k[place] ?? 0],
      course: column.p[place] ?? "",
    }
  }

  /**
   * How a cell compares, and with which value: from the file, or as the page sent it for areas that were chosen.
   * @param {string} id
   * @param {number} place
   */
  against(id, place) {
    const { held, reference } = this.data
    if (held) {
      const found = held[id]
      const period = this.file.columns[id].y[place] ?? ""
      return { code: Number(found?.codes[place] ?? 0), held: found?.values[period] ?? null }
    }
    const column = this.file.columns[id]
    return { code: column[`c_${reference}`]?.[place] ?? 0, held: column[`r_${reference}`]?.[place] ?? null }
  }

  /**
   * The texts of a cell: what is written, its signs, and the whole of it as a sentence.
   * @param {BarometerColumn} column
   * @param {number} place
   */
  told(column, place) {
    const { data } = this
    const cell = this.at(column.id, place)
    if (cell.value === null || cell.status !== "shown") {
      const word = data.missing[cell.status === "shown" ? "not_collected" : cell.status]
      return { cell, text: word.label, sign: "", arrow: "", year: "", image: word.image, sentence: word.label }
    }
    const numbers = this.numbers(column)
    const arrow = ARROWS[/** @type {keyof typeof ARROWS} */ (cell.verdict)] ?? ""
    const year = cell.period === column.newest ? "" : written(cell.period)
    return {
      cell,
      text: numbers.number(cell.value),
      sign: data.signs[cell.compared] ?? "",
      arrow,
      year,
      image: "",
      sentence: this.sentence(cell, numbers, year),
    }
  }

  /**
   * @param {ReturnType<Cells["at"]>} cell with a number
   * @param {Numbers} numbers
   * @param {string} year where it is older than the others
   */
  sentence(cell, numbers, year) {
    const { texts, positions, changes, certainties } = this.data
    const { low, high, held, verdict } = cell
    const parts = [
      numbers.amount(Number(cell.value)),
      low !== null && high !== null && fill(texts.interval, { low: numbers.number(low), high: numbers.number(high) }),
      positions[cell.compared],
      held !== null && fill(texts.held, { value: numbers.amount(held) }),
      changes[verdict],
      year ? fill(texts.latest, { year }) : written(cell.period),
      certainties[cell.certainty],
    ]
    return joined(parts, " \u00B7 ")
  }

  /** @param {BarometerColumn} column */
  numbers(column) {
    const { id, unit = "", decimals = 0 } = column
    const found = this.#numbers.get(id) ?? new Numbers({ locale: this.data.format.locale, unit, decimals })
    this.#numbers.set(id, found)
    return found
  }
}

/**
 * 2019-2021 -> 2019–2021
 * @param {string} period
 */
function written(period) {
  return period.replace("-", "\u2013")
}

/**
 * The course of a number as the path of a small drawing, 100 wide and 35 high: gaps stay gaps.
 * @param {string} course signs from 0 to z, - for a period without a number
 */
export function pathOf(course) {
  const step = 100 / Math.max(course.length - 1, 1)
  let isOpen = false
  const moves = [...course].map((sign, place) => {
    if (sign === "-") {
      isOpen = false
      return ""
    }
    const move = isOpen ? "L" : "M"
    isOpen = true
    return `${move}${Math.round(place * step)} ${35 - Number.parseInt(sign, 36)}`
  })
  return moves.join("")
}
