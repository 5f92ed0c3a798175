// The rows of the barometer as elements: headings that sort, an area with its numbers.
/** @import { BarometerColumn } from "../shared/types.d.ts" */
/** @import { Shown } from "./grid.js" */
import { fill } from "../shared/fill.js"
import { box, button, make, makeSvg } from "../shared/make.js"
import { pathOf } from "./cells.js"
import { orderOf } from "./order.js"

export const HEAD_ROWS = 2
// Where a long word may be parted: browsers bring no Danish hyphenation, not all an English one, and a column is narrow.
const JOINTS =
  /(?<=\p{L}{3})(?=flytning|marked|uddannelse|grad|hjælp|indkomst|frekvens|pension|søgende|forbrydelse|overtrædelse|hood)/gu

/** @param {string} name */
export const hyphened = (name) => name.replace(JOINTS, "\u00AD")

/**
 * The two rows of headings: themes, and the numbers under them, each of which sorts.
 * @param {Shown} shown
 * @param {(id: string) => void} sort
 */
export function heads({ data, columns, order }, sort) {
  /** @type {{ name: string, count: number }[]} */
  const groups = []
  columns.forEach(({ group }, place) => {
    if (columns[place - 1]?.group === group) groups[groups.length - 1].count += 1
    else groups.push({ name: group, count: 1 })
  })
  const { id: sorted, isRising } = orderOf(order)
  const sortOf = (/** @type {string} */ id) => (id !== sorted ? "none" : id && !isRising ? "descending" : "ascending")
  const themes = groups.map(({ name, count }) => {
    const cell = make("div", "theme", name, { role: "columnheader", "aria-colspan": count })
    cell.style.setProperty("--span", String(count))
    return cell
  })
  const corner = make("div", "corner", "", { role: "columnheader" })
  corner.append(make("span", "spoken", data.texts.theme))
  const first = make("div", "corner", "", { role: "columnheader", "aria-sort": sortOf("") })
  first.append(button("", `${data.texts.area}${sorted ? "" : " \u25B2"}`, () => sort(""), { "data-sort": "" }))
  const headings = columns.map(({ id, name, unit, newest }) => {
    if (!id) return make("div", "none", name, { role: "columnheader" })
    const cell = make("div", "", "", { role: "columnheader", "aria-sort": sortOf(id) })
    const sign = id === sorted ? (isRising ? " \u25B2" : " \u25BC") : ""
    cell.append(
      button("", `${hyphened(name)}${sign}`, () => sort(id), { "data-sort": id }),
      make("span", "unit", [unit, newest?.replace("-", "\u2013")].filter(Boolean).join(" \u00B7 ")),
    )
    return cell
  })
  const row = (/** @type {number} */ number, /** @type {HTMLElement[]} */ cells) => {
    const made = box("div", "row heading", ...cells)
    made.setAttribute("role", "row")
    made.setAttribute("aria-rowindex", String(number))
    return made
  }
  return [row(1, [corner, ...themes]), row(2, [first, ...headings])]
}

/**
 * @param {number} number
 * @param {Shown} shown
 * @param {{ row: number, column: number }} focus
 */
export function rowOf(number, { data, cells, columns, places, selected }, focus) {
  const { file } = cells
  const place = places[number]
  const isSelected = file.areas[place] === selected
  const row = make("div", isSelected ? "row selected" : "row", "", {
    role: "row",
    "aria-rowindex": number + HEAD_ROWS + 1,
    "aria-selected": isSelected,
    "data-row": number,
    "data-area": file.areas[place],
  })
  const isAt = (/** @type {number} */ column) => (focus.row === number && focus.column === column ? 0 : -1)
  const name = make("div", "name", "", { role: "rowheader" })
  const title = fill(data.texts.profile, { name: file.names[place] })
  const href = `${data.profile}${encodeURIComponent(file.areas[place])}`
  name.append(make("a", "", file.names[place], { href, title, tabindex: isAt(0) }))
  if (file.within[place]) name.append(make("span", "within", file.within[place]))
  row.append(name, ...columns.map((column, at) => cellOf(column, place, { data, cells }, isAt(at + 1))))
  return row
}

/**
 * @param {BarometerColumn} column
 * @param {number} place
 * @param {Pick<Shown, "data" | "cells">} shown
 * @param {number} tabindex
 */
function cellOf(column, place, { data, cells }, tabindex) {
  const made = make("div", "cell", "", { role: "gridcell", tabindex })
  if (!column.id) {
    made.classList.add("missing")
    made.style.setProperty("--pattern", data.missing.not_collected.image)
    made.append(make("span", "spoken", column.name))
    return made
  }
  const told = cells.told(column, place)
  made.append(make("span", "label", column.name))
  if (told.image) {
    made.classList.add("missing")
    made.style.setProperty("--pattern", told.image)
    made.append(make("span", "word", told.text))
    return made
  }
  const { cell } = told
  const shade = column.colours?.[cell.compared]
  if (shade) {
    made.style.setProperty("--back", shade.back)
    made.style.setProperty("--on", shade.ink)
    made.classList.add("compared")
  }
  if (cell.certainty !== "A") made.classList.add("unsure")
  made.append(
    make("span", "value", told.text, { "aria-hidden": "true" }),
    make("span", "sign", told.sign, { "aria-hidden": "true" }),
    make("span", "arrow", told.arrow, { "aria-hidden": "true" }),
    make("span", "year", told.year, { "aria-hidden": "true" }),
    ...(cell.course ? [course(cell.course)] : []),
    make("span", "position", data.positions[cell.compared], { "aria-hidden": "true" }),
    make("span", "spoken", told.sentence),
  )
  return made
}

/** @param {string} signs */
function course(signs) {
  const path = makeSvg("path", { d: pathOf(signs), fill: "none", "vector-effect": "non-scaling-stroke" })
  return makeSvg(
    "svg",
    { class: "course", viewBox: "-2 -3 104 41", preserveAspectRatio: "none", "aria-hidden": "true" },
    path,
  )
}
