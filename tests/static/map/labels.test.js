import assert from "node:assert/strict"
import { test } from "node:test"
import { placed, tipPlace } from "../../../dashboard/static/map/labels.js"

/** @param {string} name @param {number} x @param {number} width @param {number} height */
const outline = (name, x, width, height) => ({ what: name, name, x, y: 0, width, height })

test("a name is written where its outline has room for it", () => {
  assert.deepEqual(placed([outline("Odense", 0, 33, 17)], 10), ["Odense"]) // 6 letters of 5.4, a line of 14 with air
  assert.deepEqual(placed([outline("Odense", 0, 32, 17)], 10), [])
  assert.deepEqual(placed([outline("Odense", 0, 33, 16)], 10), [])
})

test("of two that would overlap, the larger outline gets its name", () => {
  const all = [outline("Lille", 20, 40, 40), outline("Stort", 0, 90, 90), outline("Andet", 60, 50, 50)]
  assert.deepEqual(placed(all, 10), ["Stort", "Andet"])
})

test("names that only touch are both written", () => {
  assert.deepEqual(placed([outline("Lille", 27, 40, 40), outline("Stort", 0, 90, 90)], 10), ["Stort", "Lille"])
})

const TIP = { width: 100, height: 40 }

test("a tip stands above its place, and below where there is no room", () => {
  assert.deepEqual(tipPlace({ x: 200, y: 100 }, TIP, 400, 8), { isAbove: true, aside: 0, down: -8 })
  assert.deepEqual(tipPlace({ x: 200, y: 56 }, TIP, 400, 8), { isAbove: false, aside: 0, down: 8 })
})

test("a tip at the edge moves inwards", () => {
  assert.equal(tipPlace({ x: 10, y: 100 }, TIP, 400, 8).aside, 40)
  assert.equal(tipPlace({ x: 390, y: 100 }, TIP, 400, 8).aside, -40)
})
