import assert from "node:assert/strict"
import { test } from "node:test"
import { Cells, pathOf } from "../../../dashboard/static/barometer/cells.js"

const FILE = {
  areas: ["aaby", "oeby", "holm", "hede"],
  names: ["Åby", "Øby", "Holm", "Hede"],
  within: ["", "", "", ""],
  statuses: ["shown", "hidden", "not_collected"],
  comparisons: ["", "above", "below", "similar", "not_compared"],
  verdicts: ["", "increasing", "decreasing", "no_change"],
  certainties: ["A", "B", "C"],
  columns: {
    ledige: {
      v: [12.34, 8, null, null],
      lo: [10, null, null, null],
      hi: [14.6, null, null, null],
      s: [0, 0, 1, null],
      y: ["2023", "2019-2021", "2023", null],
      t: [1, 3, 0, null],
      k: [0, 1, 0, null],
      p: ["0-z", "", "", null],
      c_country: [1, 4, 0, null],
      r_country: [5, null, null, null],
    },
  },
}
const COLUMN = { id: "ledige", theme: "job", group: "Job", name: "Ledige", unit: "%", decimals: 1, newest: "2023" }
const DATA = {
  reference: "country",
  held: null,
  signs: { above: "▲", not_compared: "" },
  positions: { above: "over landet", not_compared: "ikke sammenlignet", "": "ikke sammenlignet" },
  changes: { increasing: "stigende" },
  missing: { hidden: { label: "skjult", image: "h" }, not_collected: { label: "ikke opgjort", image: "n" } },
  certainties: { A: "●●●", B: "●●○", C: "●○○" },
  format: { locale: "da-DK" },
  texts: { interval: "{low}–{high}", held: "Landet: {value}", latest: "senest kendte tal, {year}" },
}
const cells = (/** @type {object} */ changed = {}) =>
  new Cells(/** @type {any} */ (FILE), /** @type {any} */ ({ ...DATA, ...changed }))

test("a cell says its number, how it compares, its change and its year", () => {
  const told = cells().told(COLUMN, 0)
  assert.equal(told.text, "12,3")
  assert.equal(told.sign, "▲")
  assert.equal(told.arrow, "↗")
  assert.equal(told.year, "")
  assert.equal(told.sentence, "12,3\u00A0% · 10,0–14,6 · over landet · Landet: 5,0\u00A0% · stigende · 2023 · ●●●")
})

test("a number older than the column's newest says so, and no change is no arrow", () => {
  const told = cells().told(COLUMN, 1)
  assert.equal(told.year, "2019–2021")
  assert.equal(told.arrow, "")
  assert.equal(told.sentence, "8,0\u00A0% · ikke sammenlignet · senest kendte tal, 2019–2021 · ●●○")
})

test("a missing number has its word, and one that nobody has a row of is not collected", () => {
  assert.equal(cells().told(COLUMN, 2).text, "skjult")
  assert.equal(cells().told(COLUMN, 3).text, "ikke opgjort")
  assert.equal(cells().value("ledige", 2), null)
})

test("against chosen areas the page says how each area compares", () => {
  const held = { ledige: { codes: "2400", values: { 2023: 20 } } }
  const { cell } = cells({ held, reference: "chosen" }).told(COLUMN, 0)
  assert.equal(cell.compared, "below")
  assert.equal(cell.held, 20)
})

test("a course is a line from 0 to the highest, broken where a number is missing", () => {
  assert.equal(pathOf("0z"), "M0 35L100 0")
  assert.equal(pathOf("0-z"), "M0 35M100 0")
})
