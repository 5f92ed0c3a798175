import assert from "node:assert/strict"
import { test } from "node:test"
import { beside, placed, tipPlace } from "../../../dashboard/static/map/labels.js"

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
const MAP = { x: 400, y: 300 }

test("a tip stands above its place, and below where there is no room", () => {
  assert.deepEqual(tipPlace({ x: 200, y: 100 }, TIP, MAP, 8), { isAbove: true, aside: 0, down: -8 })
  assert.deepEqual(tipPlace({ x: 200, y: 56 }, TIP, MAP, 8), { isAbove: false, aside: 0, down: 8 })
})

test("a tip at the edge moves inwards", () => {
  assert.equal(tipPlace({ x: 10, y: 100 }, TIP, MAP, 8).aside, 40)
  assert.equal(tipPlace({ x: 390, y: 100 }, TIP, MAP, 8).aside, -40)
})

/** @param {string} name @param {number} x @param {number} [y] */
const mark = (name, x, y = 0) => ({ what: name, name, x, y })
/** @param {ReturnType<typeof mark>[]} marks @param {number} [edge] */
const placesOf = (marks, edge) => beside(marks, 10, 4, edge).map(({ what, box: { x, y } }) => [what, x, y])

test("a name stands to the right of its mark", () => {
  assert.deepEqual(placesOf([mark("Åparken", 100)]), [["Åparken", 100 + 4 + (7 * 5.4) / 2, 0]])
})

test("where another mark stands to the right, to the left", () => {
  assert.deepEqual(placesOf([mark("Åparken", 100), mark("", 120)]), [["Åparken", 100 - 4 - (7 * 5.4) / 2, 0]])
})

test("a name that would be cut at an edge stands elsewhere, and one without room nowhere", () => {
  assert.deepEqual(placesOf([mark("Åparken", 90)], 100), [["Åparken", 90 - 4 - (7 * 5.4) / 2, 0]])
  assert.deepEqual(placesOf([mark("Åparken", 10)], 20), [])
})

test("the first of two names has the first choice", () => {
  const [first, second] = placesOf([mark("Åparken", 100), mark("Bøgen", 100, 1)])
  assert.equal(first[1], 100 + 4 + (7 * 5.4) / 2)
  assert.notEqual(second[1], 100 + 4 + (5 * 5.4) / 2)
})

test("no name lies over outlines' names that are taken", () => {
  const box = { x: 0, y: 0, halfWidth: 5, halfHeight: 5 }
  assert.deepEqual(placed([outline("Odense", 0, 90, 90)], 10, [box]), [])
})

test("a tip under its place is moved up where the map ends", () => {
  assert.deepEqual(tipPlace({ x: 200, y: 40 }, { width: 100, height: 280 }, MAP, 8).down, 8 - 28)
})
