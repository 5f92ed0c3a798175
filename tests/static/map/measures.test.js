import assert from "node:assert/strict"
import { test } from "node:test"
import { classOf, difference, placeOf, verdictOf } from "../../../dashboard/static/map/measures.js"
import { cases } from "../cases.js"
import { CHANGE, COUNTRY, mode, NUMBER, point } from "./known.js"

const MODES = new Map([
  ["tal", NUMBER],
  ["aendring", CHANGE],
  ["land", COUNTRY],
  ["kommune", mode({ ...COUNTRY, against: "municipality" })],
])

for (const own of cases("class_of_value")) {
  test(`the class of ${JSON.stringify(own)}`, () => {
    const found = MODES.get(own.mode) ?? NUMBER
    const { value, country, municipality } = own
    const { breaks, decimals } = own
    assert.equal(placeOf(point({ value, country, municipality }), { ...found, breaks, decimals }), own.place)
    if (found.codes === null) assert.equal(classOf(value, { breaks, decimals }), own.place)
  })
}

/** @param {number | null} number */
const rounded = (number) => number && Math.round(number * 1e6) / 1e6

const EDITIONS = ["", "2015", "2018"]
for (const { before, after, change } of cases("difference")) {
  test(`from ${JSON.stringify(before)} to ${JSON.stringify(after)}`, () => {
    const [from, to] = [before, after].map((own) => point({ ...own, edition: EDITIONS.indexOf(own.edition) }))
    const { status, value, low, high } = difference(from, to)
    const verdict = low === null || high === null ? "" : verdictOf(low, high)
    assert.deepEqual({ status, value: rounded(value), low: rounded(low), high: rounded(high), verdict }, change)
  })
}
