import assert from "node:assert/strict"
import { test } from "node:test"
import { groups } from "../../../dashboard/static/map/roster.js"

const MODE = { labels: ["ny", "på", "ude", "aldrig"], shapes: ["diamond", "disc", "ring", "dot"] }
/** @param {string} id @param {number} place */
const row = (id, place) => /** @type {any} */ ({ area: { id, name: id }, reading: { place } })
const ROWS = [row("a", 1), row("b", 0), row("c", 3), row("d", 1)]

test("the areas of a list stand in groups in the order of the legend, empty ones left out", () => {
  const found = groups(ROWS, MODE, false).map(({ label, rows }) => [label, rows.map(({ area }) => area.id)])
  assert.deepEqual(found, [
    ["ny", ["b"]],
    ["på", ["a", "d"]],
  ])
})

test("the whole list has those that are on neither too", () => {
  assert.deepEqual(groups(ROWS, MODE, true).at(-1)?.shape, "dot")
})
