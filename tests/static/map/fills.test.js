import assert from "node:assert/strict"
import { test } from "node:test"
import { fillOf } from "../../../dashboard/static/map/fills.js"

const MISSING = { hidden: { label: "", pattern: "hatch", drawing: "", image: "url(data:)" } }
const COLOURS = ["#1", "#2"]

test("an area has the colour of its class", () => {
  const { fill, image } = fillOf({ status: "shown", place: 1 }, MISSING, COLOURS)
  assert.deepEqual([fill, image], ["#2", ""])
})

test("an area without a number has a drawing, so that colour alone never says it", () => {
  const found = fillOf({ status: "hidden", place: null }, MISSING, COLOURS)
  assert.deepEqual(found, { fill: "url(#area-map-hatch)", image: "url(data:)", colour: "#fff" })
})

test("an area of another level is blank", () => assert.equal(fillOf(null, MISSING, COLOURS).fill, "#fff"))
