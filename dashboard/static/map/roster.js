// The areas of an official list beside the map: who is new, who stayed, who left, each by name.
/** @import { Context, Mode } from "../shared/types.d.ts" */
/** @import { Row } from "./ranking.js" */
import { fill } from "../shared/fill.js"
import { box, make } from "../shared/make.js"

/**
 * The groups of a list in the order of its legend. `isWhole`: with the areas that are on neither list.
 * @param {Row[]} rows of every area of the level, by name
 * @param {Pick<Mode, "labels" | "shapes">} mode
 * @param {boolean} isWhole
 */
export function groups(rows, { labels, shapes }, isWhole) {
  const found = labels.map((label, place) => ({
    label,
    shape: shapes?.[place] ?? "",
    rows: rows.filter(({ reading }) => reading.place === place),
  }))
  return found.filter(({ rows: own, shape }) => own.length && (isWhole || shape !== "dot"))
}

/**
 * The list as elements.
 * @param {Row[]} rows
 * @param {Mode} mode
 * @param {Pick<Context, "texts" | "unplaced">} said
 * @param {{ selected: string | null, isWhole: boolean, row: (id: string, name: string, isSelected: boolean) => HTMLElement }} how
 */
export function roster(rows, mode, { texts, unplaced }, { selected, isWhole, row }) {
  const written = (/** @type {Row["area"]} */ { id, name }) =>
    id in unplaced ? fill(texts.without_place, { name }) : name
  return groups(rows, mode, isWhole).map(({ label, shape, rows: own }) =>
    box(
      "section",
      "",
      box("h2", "", make("span", `swatch ${shape}`, "", { "data-shape": shape }), `${label} (${own.length})`),
      box("ul", "", ...own.map(({ area }) => box("li", "", row(area.id, written(area), area.id === selected)))),
    ),
  )
}
