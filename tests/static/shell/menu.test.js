import assert from "node:assert/strict"
import { test } from "node:test"
import { placeAfter } from "../../../dashboard/static/shell/menu.js"

test("arrows go on along a row, and past an end to the other", () => {
  assert.equal(placeAfter("ArrowDown", 0, 3), 1)
  assert.equal(placeAfter("ArrowRight", 2, 3), 0)
  assert.equal(placeAfter("ArrowUp", 0, 3), 2)
  assert.equal(placeAfter("ArrowLeft", 2, 3), 1)
})

test("from the word itself, down goes to the first and up to the last", () => {
  assert.equal(placeAfter("ArrowDown", -1, 3), 0)
  assert.equal(placeAfter("ArrowUp", -1, 3), 2)
})

test("Home and End go to the ends", () => {
  assert.equal(placeAfter("Home", 2, 3), 0)
  assert.equal(placeAfter("End", 0, 3), 2)
})
