import assert from "node:assert/strict"
import { test } from "node:test"
import { nextOrder, ordered, orderOf, rowsInView, stepped } from "../../../dashboard/static/barometer/order.js"

const NUMBERS = /** @type {Record<number, number | null>} */ ({ 0: 5, 1: null, 2: 9, 3: 5 })
const value = (/** @type {string} */ _id, /** @type {number} */ place) => NUMBERS[place]

test("an order is an indicator from the highest down, or with - from the lowest up", () => {
  assert.deepEqual(orderOf("ledige"), { id: "ledige", isRising: false })
  assert.deepEqual(orderOf("-ledige"), { id: "ledige", isRising: true })
})

test("a heading pressed again turns the order, and then gives the names back", () => {
  assert.equal(nextOrder("", "ledige"), "ledige")
  assert.equal(nextOrder("ledige", "ledige"), "-ledige")
  assert.equal(nextOrder("-ledige", "ledige"), "")
  assert.equal(nextOrder("-ledige", "unge"), "unge")
  assert.equal(nextOrder("ledige", ""), "")
})

test("areas without a number are last either way, and equals stay by name", () => {
  assert.deepEqual(ordered([0, 1, 2, 3], "ledige", value), [2, 0, 3, 1])
  assert.deepEqual(ordered([0, 1, 2, 3], "-ledige", value), [0, 3, 2, 1])
  assert.deepEqual(ordered([0, 1, 2, 3], "", value), [0, 1, 2, 3])
})

test("of many rows those in view are drawn, with a few to each side", () => {
  assert.deepEqual(rowsInView({ top: 4000, height: 400, row: 40, count: 1500 }), { first: 94, end: 116 })
  assert.deepEqual(rowsInView({ top: 0, height: 400, row: 40, count: 1500 }), { first: 0, end: 16 })
  assert.deepEqual(rowsInView({ top: 59_900, height: 400, row: 40, count: 1500 }), { first: 1491, end: 1500 })
  assert.deepEqual(rowsInView({ top: 0, height: 400, row: 40, count: 0 }), { first: 0, end: 0 })
})

test("keys go from cell to cell and never out of the grid", () => {
  const last = { row: 9, column: 3 }
  const press = (/** @type {string} */ key, ctrlKey = false) =>
    stepped({ row: 1, column: 1 }, { key, ctrlKey }, last, 5)
  assert.deepEqual(press("ArrowDown"), { row: 2, column: 1 })
  assert.deepEqual(press("ArrowLeft"), { row: 1, column: 0 })
  assert.deepEqual(press("PageDown"), { row: 6, column: 1 })
  assert.deepEqual(press("PageUp"), { row: 0, column: 1 })
  assert.deepEqual(press("End"), { row: 1, column: 3 })
  assert.deepEqual(press("End", true), last)
  assert.deepEqual(press("Home", true), { row: 0, column: 0 })
  assert.equal(press("a"), null)
})
