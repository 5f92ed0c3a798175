// The areas of the map in a list that can be sorted, each with its number and interval on one common scale.
/** @import { Context } from "../shared/types.d.ts" */
/** @import { Reading } from "./readings.js" */
import { box, button, make } from "../shared/make.js"
import { ordered, percent, scaleOf } from "./order.js"

/** @typedef {{ area: { id: string, name: string }, reading: Reading }} Row */
/** @typedef {Pick<Context, "texts" | "title" | "format">} Said */
/** @typedef {{ from: number, to: number }} Scale */

const SHOWN = 100 // rows at first; more on demand, so that a long list is not drawn for nobody
const SORTS = { name: "ascending", value: "descending" }
const ARROWS = { name: " \u25B2", value: " \u25BC" }

export class Ranking {
  /** @param {(id: string) => void} choose */
  constructor(choose) {
    this.choose = choose
    this.element = make("div", "ranking")
    /** @type {"name" | "value"} */
    this.sort = "value"
    this.most = SHOWN
  }

  /**
   * @param {Row[]} rows of every area on the map
   * @param {Said} said
   * @param {string | null} selected an area's id
   */
  show(rows, said, selected) {
    const { texts, title, format } = said
    const again = () => this.show(rows, said, selected)
    const scale = scaleOf(rows)
    const sorted = ordered(rows, this.sort, format.locale)
    const head = box("tr", "", this.heading("name", texts.area, again), this.heading("value", title, again))
    const body = sorted.slice(0, this.most).map((row) => this.row(row, scale, selected))
    const caption = make("caption", "", texts.ranking_note)
    const more = button("more", texts.show_all, () => {
      this.most = Number.POSITIVE_INFINITY
      again()
    })
    this.element.replaceChildren(
      box("table", "", caption, box("thead", "", head), box("tbody", "", ...body)),
      ...(sorted.length > this.most ? [more] : []),
    )
  }

  /**
   * @param {"name" | "value"} id
   * @param {string} text
   * @param {() => void} again
   */
  heading(id, text, again) {
    const isSorted = this.sort === id
    const cell = make("th", "", "", { scope: "col", "aria-sort": isSorted ? SORTS[id] : "none" })
    const sort = () => {
      this.sort = id
      again()
      const headings = [...this.element.querySelectorAll("button")]
      headings.find(({ dataset }) => dataset.sort === id)?.focus()
    }
    cell.append(button("", `${text}${isSorted ? ARROWS[id] : ""}`, sort, { "data-sort": id }))
    return cell
  }

  /**
   * @param {Row} row
   * @param {Scale} scale
   * @param {string | null} selected
   */
  row({ area, reading }, scale, selected) {
    const isSelected = area.id === selected
    const name = make("th", "", "", { scope: "row" })
    name.append(button("", area.name, () => this.choose(area.id), { "aria-pressed": isSelected }))
    const cell = box("td", "", make("span", "", reading.text), ...whisker(reading, scale))
    if (reading.interval) cell.append(make("span", "spoken", reading.interval))
    return box("tr", isSelected ? "selected" : "", name, cell)
  }
}

/**
 * A dot with its interval as a line, for the eye; the numbers stand beside it as text.
 * @param {Reading} reading
 * @param {Scale} scale
 */
function whisker({ value, low, high }, scale) {
  if (value === null) return []
  const drawn = make("span", "whisker", "", { "aria-hidden": "true" })
  if (low !== null && high !== null) {
    const line = make("i", "line")
    line.style.left = `${percent(low, scale)}%`
    line.style.right = `calc(100% - ${percent(high, scale)}%)`
    drawn.append(line)
  }
  const dot = make("i", "dot")
  dot.style.left = `${percent(value, scale)}%`
  drawn.append(dot)
  return [drawn]
}
