import assert from "node:assert/strict"
import { test } from "node:test"
import { clusters, frameOf, markPath, pathOf } from "../../../dashboard/static/map/close.js"

/** @param {string} municipality @param {number} lat @param {number} lng */
const place = (municipality, lat, lng) => ({ municipality, centre: { lat, lng } })
const CITY = [place("By", 55, 12), place("By", 55.05, 12), place("Forstad", 55.1, 12)] // 5.6 km from each to the next
const TOWN = [place("Købstad", 56, 9), place("Købstad", 56, 9.1)]

test("marks in a chain of short steps are one cluster, called by the municipality with most of them", () => {
  const found = clusters([...CITY, place("Land", 57, 10)])
  assert.deepEqual(found, [{ name: "By", areas: CITY }])
})

test("a mark that lies between two clusters makes them one", () => {
  const [north, south] = [place("By", 55.1, 12), place("By", 55, 12)]
  const [found] = clusters([north, south, ...[55.05].map((lat) => place("By", lat, 12)), ...TOWN])
  assert.equal(found.areas.length, 3)
})

test("two marks are not worth an inset, and the whole map is none", () => {
  assert.deepEqual(
    clusters([...TOWN, ...CITY]).map(({ name }) => name),
    ["By"],
  )
  assert.deepEqual(clusters(CITY), [])
})

test("a square has its places inside, north up, and is as wide as high", () => {
  const frame = frameOf([
    [12, 55],
    [12.5, 55.1],
  ])
  const [west, east] = [frame([12, 55]), frame([12.5, 55.1])]
  assert.ok(west[0] < east[0] && west[1] > east[1])
  for (const number of [...west, ...east]) assert.ok(number > 0 && number < 100)
  const [, north] = frame([12, 55.1])
  const width = frame([12.1, 55])[0] - west[0]
  assert.ok(Math.abs((west[1] - north) / width - 1 / Math.cos((55.05 * Math.PI) / 180)) < 0.01)
})

test("a shape out of sight is not drawn", () => {
  const frame = frameOf([
    [12, 55],
    [12.1, 55.1],
  ])
  const ring = (/** @type {number} */ lng) => [
    [lng, 55],
    [lng + 0.1, 55],
    [lng, 55.1],
    [lng, 55],
  ]
  assert.equal(pathOf({ type: "Polygon", coordinates: [ring(9)] }, frame), "")
  assert.match(pathOf({ type: "MultiPolygon", coordinates: [[ring(9)], [ring(12)]] }, frame), /^M[^M]+Z$/)
  assert.equal(pathOf({ type: "Point", coordinates: [12, 55] }, frame), "")
})

test("marks differ in shape, and one that is on no list is smaller", () => {
  assert.equal(markPath("diamond", [10, 10], 10), "M10,-3L23,10L10,23L-3,10Z")
  assert.equal(markPath("disc", [10, 10], 4), "M6,10a4,4 0 1,0 8,0a4,4 0 1,0 -8,0Z")
  assert.equal(markPath("dot", [10, 10], 4), "M8,10a2,2 0 1,0 4,0a2,2 0 1,0 -4,0Z")
})
