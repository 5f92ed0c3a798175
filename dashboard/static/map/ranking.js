// The areas of the map in a list: the highest and the lowest, or all of them in order, each with its number and interval
// on one common scale with the country's number; of an official list, who came and left.
/** @import { Context, Mode } from "../shared/types.d.ts" */
/** @import { Reading } from "./readings.js" */
import { fill } from "../shared/fill.js"
import { box, button, make } from "../shared/make.js"
import { ends, ordered, percent, scaleOf } from "./order.js"
import { roster } from "./roster.js"

/** @typedef {{ area: { id: string, name: string }, reading: Reading }} Row */
/** @typedef {Pick<Context, "texts" | "title" | "format" | "unplaced">} Said */
/** @typedef {{ from: number, to: number }} Scale */

/**
 * @typedef {object} Listing
 * @property {Row[]} rows of every area on the map
 * @property {Said} said
 * @property {Mode} mode
 * @property {string | null} selected an area's id
 * @property {{ value: number, text: string } | null} country
 */

/**
 * @typedef {object} ListActions
 * @property {(id: string) => void} choose
 * @property {(id: string | null) => void} point
 * @property {(order: string | null) => void} order
 */

const SHOWN = 100 // rows at first; more on demand, so that a long list is not drawn for nobody
const ORDERS = { all: "alle", name: "navn" } // as in the address; neither is the highest and the lowest
const SORTS = { name: "ascending", value: "descending" }
const ARROWS = { name: " \u25B2", value: " \u25BC" }

export class Ranking {
  /** @type {string | null} */
  order = null
  most = SHOWN

  /** @param {ListActions} actions */
  constructor(actions) {
    this.actions = actions
    this.element = make("div", "ranking", "", { role: "region", tabindex: 0 })
    this.element.addEventListener("pointerover", ({ target, pointerType }) => {
      const row = target instanceof Element ? target.closest("[data-row]") : null
      if (pointerType !== "touch") actions.point(row instanceof HTMLElement ? (row.dataset.row ?? null) : null)
    })
    this.element.addEventListener("pointerleave", () => actions.point(null))
  }

  /**
   * The area that is pointed at on the map.
   * @param {string | null} id
   */
  point(id) {
    for (const row of this.element.querySelectorAll("[data-row]")) {
      row.classList.toggle("pointed", /** @type {HTMLElement} */ (row).dataset.row === id)
    }
  }

  /** @param {Listing} listing */
  show(listing) {
    const { texts } = listing.said
    this.element.setAttribute("aria-label", texts.ranking)
    this.element.replaceChildren(...(listing.mode.shapes ? this.standing(listing) : this.numbers(listing)))
  }

  /**
   * @param {Listing} listing
   * @param {string | null} order
   */
  turn(listing, order) {
    this.order = order
    this.actions.order(order)
    this.show(listing)
  }

  /** @param {Listing} listing */
  standing(listing) {
    const { rows, said, mode, selected } = listing
    const isWhole = this.order !== null
    const row = (/** @type {string} */ id, /** @type {string} */ name, /** @type {boolean} */ isSelected) => {
      const made = button("", name, () => this.actions.choose(id), { "aria-pressed": isSelected, "data-row": id })
      made.classList.toggle("selected", isSelected)
      return made
    }
    const text = isWhole ? said.texts.show_list : said.texts.show_all
    const more = button("more", text, () => this.turn(listing, isWhole ? null : ORDERS.all))
    return [...roster(ordered(rows, "name", said.format.locale), mode, said, { selected, isWhole, row }), more]
  }

  /** @param {Listing} listing */
  numbers(listing) {
    const { rows, said, selected, country } = listing
    const { texts, title, format } = said
    const scale = scaleOf(rows, country?.value ?? null)
    const by = this.order === ORDERS.name ? "name" : "value"
    const sorted = ordered(rows, by, format.locale)
    const few = this.order === null ? ends(sorted) : null
    const drawn = (/** @type {Row[]} */ own) => own.map((row) => this.row(row, scale, selected, country))
    const bodies = few
      ? [this.group(texts.highest, drawn(few.highest)), this.group(texts.lowest, drawn(few.lowest))]
      : [box("tbody", "", ...drawn(sorted.slice(0, this.most)))]
    const heading = (/** @type {"name" | "value"} */ id, /** @type {string} */ text) =>
      few ? make("th", "", text, { scope: "col" }) : this.heading(id, text, by === id, listing)
    const head = box("tr", "", heading("name", texts.area), heading("value", title))
    const notes = [texts.ranking_note, country ? fill(texts.country_note, { number: country.text }) : ""]
    const caption = make("caption", "", notes.filter(Boolean).join(" "))
    return [
      box("table", "", caption, box("thead", "", head), ...bodies),
      ...this.more(listing, few !== null, sorted.length),
    ]
  }

  /**
   * @param {Listing} listing
   * @param {boolean} isFew
   * @param {number} count
   */
  more(listing, isFew, count) {
    const { texts } = listing.said
    if (isFew) return [button("more", texts.show_all, () => this.turn(listing, ORDERS.all))]
    const rest = button("more", texts.show_all, () => {
      this.most = Number.POSITIVE_INFINITY
      this.show(listing)
    })
    const back = button("more", texts.show_few, () => this.turn(listing, null))
    return [...(count > this.most ? [rest] : []), ...(this.order === null ? [] : [back])]
  }

  /**
   * @param {string} text
   * @param {HTMLElement[]} rows
   */
  group(text, rows) {
    const name = make("th", "group", text, { colspan: 2, scope: "rowgroup" })
    return box("tbody", "", box("tr", "", name), ...rows)
  }

  /**
   * @param {"name" | "value"} id
   * @param {string} text
   * @param {boolean} isSorted
   * @param {Listing} listing
   */
  heading(id, text, isSorted, listing) {
    const cell = make("th", "", "", { scope: "col", "aria-sort": isSorted ? SORTS[id] : "none" })
    const sort = () => {
      this.turn(listing, id === "name" ? ORDERS.name : ORDERS.all)
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
   * @param {Listing["country"]} country
   */
  row({ area, reading }, scale, selected, country) {
    const isSelected = area.id === selected
    const name = make("th", "", "", { scope: "row" })
    name.append(button("", area.name, () => this.actions.choose(area.id), { "aria-pressed": isSelected }))
    const cell = box("td", "", make("span", "", reading.text), ...whisker(reading, scale, country))
    if (reading.interval) cell.append(make("span", "spoken", reading.interval))
    const made = box("tr", isSelected ? "selected" : "", name, cell)
    made.dataset.row = area.id
    return made
  }
}

/**
 * A dot with its interval as a line and the country's number as another, for the eye; the numbers stand beside it as
 * text.
 * @param {Reading} reading
 * @param {Scale} scale
 * @param {Listing["country"]} country
 */
function whisker({ value, low, high }, scale, country) {
  if (value === null) return []
  const drawn = make("span", "whisker", "", { "aria-hidden": "true" })
  const at = (/** @type {string} */ name, /** @type {number} */ number) => {
    const mark = make("i", name)
    mark.style.left = `${percent(number, scale)}%`
    drawn.append(mark)
    return mark
  }
  if (country) at("nation", country.value)
  if (low !== null && high !== null) at("line", low).style.right = `calc(100% - ${percent(high, scale)}%)`
  at("dot", value)
  return [drawn]
}
