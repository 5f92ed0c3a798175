// The barometer's grid: only the rows in view are elements of the page, and the keyboard goes from cell to cell.
/** @import { BarometerColumn, BarometerData } from "../shared/types.d.ts" */
/** @import { Cells } from "./cells.js" */

import { box, make } from "../shared/make.js"
import { rowsInView, stepped } from "./order.js"
import { HEAD_ROWS, heads, rowOf } from "./rows.js"

/**
 * @typedef {object} Shown
 * @property {BarometerData} data
 * @property {Cells} cells
 * @property {BarometerColumn[]} columns
 * @property {number[]} places of the areas, in their order
 * @property {string} order
 * @property {string} selected the id of an area
 */

/**
 * @typedef {object} GridActions
 * @property {(id: string) => void} sort by an indicator, "" by name
 * @property {(id: string) => void} choose an area
 * @property {(text: string) => void} tell what a cell says
 */

const MOST_PRINTED = 400

export class Grid {
  /** @type {Map<number, HTMLElement>} */
  drawn = new Map() // rows by their number
  focus = { row: 0, column: 0 } // of the one cell that Tab comes to
  isPrinted = false
  /** @type {Shown | null} */
  shown = null

  /** @param {GridActions} actions */
  constructor(actions) {
    this.actions = actions
    this.head = make("div", "head", "", { role: "rowgroup" })
    this.body = make("div", "rows", "", { role: "rowgroup" })
    this.element = make("div", "grid", "", { role: "grid", "aria-readonly": "true" })
    this.element.append(this.head, this.body)
    this.frame = box("div", "scroll", this.element)
    this.frame.addEventListener("scroll", () => this.draw(), { passive: true })
    this.body.addEventListener("keydown", (event) => this.key(event))
    this.body.addEventListener("focusin", ({ target }) => this.focused(target))
    this.body.addEventListener("pointerover", ({ target }) => this.point(target))
    this.body.addEventListener("click", (event) => this.click(event))
    this.observer = new ResizeObserver(() => this.resize())
    this.observer.observe(this.frame)
  }

  remove() {
    this.observer.disconnect()
  }

  /** @param {Shown} shown */
  show(shown) {
    this.shown = shown
    const { columns, places, data } = shown
    const { style } = this.element
    style.setProperty("--columns", String(columns.length))
    this.element.setAttribute("aria-label", data.texts.grid)
    this.element.setAttribute("aria-rowcount", String(places.length + HEAD_ROWS))
    this.element.setAttribute("aria-colcount", String(columns.length + 1))
    this.head.replaceChildren(...heads(shown, (id) => this.actions.sort(id)))
    const { row, column } = this.focus
    this.focus = { row: Math.min(row, Math.max(places.length - 1, 0)), column: Math.min(column, columns.length) }
    this.again()
  }

  /** Everything anew, at the place where the reader is. */
  again() {
    const hadFocus = this.body.contains(this.root.activeElement)
    this.drawn.clear()
    this.body.replaceChildren()
    this.rowHeight = this.measure()
    this.body.style.height = `${this.rowHeight * (this.shown?.places.length ?? 0)}px`
    this.draw()
    if (hadFocus) this.focusCell()
  }

  get root() {
    return /** @type {ShadowRoot} */ (this.element.getRootNode())
  }

  /** How high a row is: a line of the table, or a card with a line for each number. */
  measure() {
    const probe = box("div", "row probe")
    this.body.append(probe)
    const high = probe.getBoundingClientRect().height
    probe.remove()
    return high || 40
  }

  resize() {
    if (this.shown && this.rowHeight !== this.measure()) this.again()
    else this.draw()
  }

  /** @param {boolean} isPrinted all rows at once, as far as paper goes */
  print(isPrinted) {
    this.isPrinted = isPrinted
    this.draw()
  }

  /** The rows in view that are not there yet; those that left it go. */
  draw() {
    const { shown } = this
    if (!shown) return
    const view = this.view(shown.places.length)
    for (const [number, row] of this.drawn) {
      const isOut = number < view.first || number >= view.end
      if (!isOut || row.contains(this.root.activeElement)) continue // the reader's place stays
      row.remove()
      this.drawn.delete(number)
    }
    for (let number = view.first; number < view.end; number += 1) {
      if (!this.drawn.has(number)) this.add(number, shown)
    }
  }

  /** @param {number} count of rows */
  view(count) {
    if (this.isPrinted) return { first: 0, end: Math.min(count, MOST_PRINTED) }
    const { scrollTop, clientHeight } = this.frame
    const top = Math.max(scrollTop - this.head.offsetHeight, 0)
    return rowsInView({ top, height: clientHeight || 600, row: this.rowHeight ?? 40, count })
  }

  /**
   * In the order of the page, for a screen reader goes from row to row.
   * @param {number} number
   * @param {Shown} shown
   */
  add(number, shown) {
    const row = rowOf(number, shown, this.focus)
    row.style.top = `${number * (this.rowHeight ?? 40)}px`
    const after = [...this.drawn.keys()].filter((other) => other > number)
    const next = after.length ? this.drawn.get(Math.min(...after)) : null
    this.body.insertBefore(row, next ?? null)
    this.drawn.set(number, row)
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { shown } = this
    if (!shown) return
    if (event.key === "Enter" && this.focus.column > 0) return this.actions.choose(this.idAt(this.focus.row))
    const page = Math.max(Math.floor(this.frame.clientHeight / (this.rowHeight ?? 40)) - 2, 1)
    const last = { row: shown.places.length - 1, column: shown.columns.length }
    const next = stepped(this.focus, event, last, page)
    if (!next) return
    event.preventDefault()
    this.focus = next
    this.focusCell()
  }

  /** Bring the reader's cell into view and give it the keyboard. */
  focusCell() {
    const { row, column } = this.focus
    const high = this.rowHeight ?? 40
    const room = this.frame.clientHeight - this.head.offsetHeight
    if (row * high < this.frame.scrollTop) this.frame.scrollTop = row * high
    if ((row + 1) * high > this.frame.scrollTop + room) this.frame.scrollTop = (row + 1) * high - room
    this.draw()
    const cell = this.drawn.get(row)?.children[column]
    for (const other of this.body.querySelectorAll("[tabindex='0']")) other.setAttribute("tabindex", "-1")
    const target = /** @type {HTMLElement | null} */ (column === 0 ? cell?.querySelector("a") : cell)
    target?.setAttribute("tabindex", "0")
    target?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" })
  }

  /** @param {EventTarget | null} target */
  focused(target) {
    const found = this.cellOf(target)
    if (!found) return
    this.focus = found
    this.point(target)
  }

  /** @param {EventTarget | null} target */
  point(target) {
    const found = this.cellOf(target)
    if (!found || !this.shown || found.column === 0) return
    const { cells, columns, places } = this.shown
    const [column, place] = [columns[found.column - 1], places[found.row]]
    if (column.id) {
      const told = `${cells.file.names[place]}, ${column.name}: ${cells.told(column, place).sentence}`
      this.actions.tell(told)
    }
  }

  /** @param {MouseEvent} event */
  click({ target }) {
    const found = this.cellOf(target)
    if (found && found.column > 0) this.actions.choose(this.idAt(found.row))
  }

  /** @param {number} row */
  idAt(row) {
    const { shown } = this
    return shown ? shown.cells.file.areas[shown.places[row]] : ""
  }

  /**
   * The row and column of the cell around an element.
   * @param {EventTarget | null} target
   */
  cellOf(target) {
    const cell = target instanceof Element ? target.closest("[role=gridcell], [role=rowheader]") : null
    const row = cell?.parentElement
    if (!cell || !row) return null
    return { row: Number(row.dataset.row), column: [...row.children].indexOf(cell) }
  }
}
