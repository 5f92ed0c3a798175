import assert from "node:assert/strict"
import { test } from "node:test"
import { ends, ordered, percent, scaleOf } from "../../../dashboard/static/map/order.js"

/** @param {string} name @param {number | null} value @param {number | null} [low] @param {number | null} [high] */
const row = (name, value, low = null, high = null) => ({ area: { id: name, name }, reading: { value, low, high } })
const ROWS = [row("Ølby", 3), row("Årby", null), row("Askø", 5), row("Ærø", 3), row("Zoo", null)]
/** @param {ReturnType<typeof row>[]} rows */
const names = (rows) => rows.map(({ area }) => area.name)

test("by name, with the Danish letters last", () => {
  assert.deepEqual(names(ordered(ROWS, "name", "da-DK")), ["Askø", "Zoo", "Ærø", "Ølby", "Årby"])
})

test("from the highest number down; equals by name, those without a number last", () => {
  assert.deepEqual(names(ordered(ROWS, "value", "da-DK")), ["Askø", "Ærø", "Ølby", "Zoo", "Årby"])
})

test("the scale holds every interval, the country's number and 0", () => {
  assert.deepEqual(scaleOf([row("a", 4, 2, 9), row("b", null)], null), { from: 0, to: 9 })
  assert.deepEqual(scaleOf([row("a", 4, 2, 9)], 12), { from: 0, to: 12 })
  assert.deepEqual(scaleOf([row("a", -4, -9, -2)], null), { from: -9, to: 0 })
  assert.deepEqual(scaleOf([], null), { from: 0, to: 0 })
})

test("the five highest and the five lowest; of ten or fewer none is left out", () => {
  const all = Array.from({ length: 11 }, (_none, place) => row(`a${place}`, 11 - place))
  const found = ends([...all, row("none", null)])
  assert.deepEqual(
    [found?.highest, found?.lowest].map((rows) => names(rows ?? [])),
    [
      ["a0", "a1", "a2", "a3", "a4"],
      ["a6", "a7", "a8", "a9", "a10"],
    ],
  )
  assert.equal(ends([...all.slice(1), row("none", null)]), null)
})

test("a place on the scale in percent; a scale without length does not divide by 0", () => {
  assert.equal(percent(3, { from: -1, to: 7 }), 50)
  assert.equal(percent(0, { from: 0, to: 0 }), 0)
})
