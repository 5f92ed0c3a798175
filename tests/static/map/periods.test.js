import assert from "node:assert/strict"
import { test } from "node:test"
import { bases, fullPeriods, nearestBase, openingPeriod, periodText } from "../../../dashboard/static/map/periods.js"
import { cases } from "../cases.js"

for (const { name, text } of cases("period")) {
  test(`the period ${name} as readers see it`, () => assert.equal(periodText(name), text))
}

for (const { periods, period, comparable, first } of cases("comparable_periods")) {
  test(`${period} of ${periods} is compared with periods as long`, () => {
    assert.deepEqual(bases(periods, period), comparable)
    assert.equal(nearestBase(periods, { base: null, period }), first)
  })
}

test("the base that is chosen stays, as long as it can be compared with", () => {
  const periods = ["2015", "2016", "2017", "2015-2017"]
  assert.equal(nearestBase(periods, { base: "2016", period: "2015" }), "2016")
  assert.equal(nearestBase(periods, { base: "2015", period: "2015" }), "2015")
  assert.equal(nearestBase(periods, { base: "2015-2017", period: "2015" }), "2016")
})

for (const { periods, areas, first } of cases("opening_period")) {
  test(`a map of ${periods} with ${JSON.stringify(areas)} opens with ${first}`, () => {
    const names = ["shown", "hidden", "not_collected", "not_relevant", "too_few"]
    const series = Object.entries(areas).map(([id, statuses]) => [
      id,
      { v: [], s: statuses.map((/** @type {string} */ status) => names.indexOf(status)) },
    ])
    assert.equal(openingPeriod({ periods, areas: Object.fromEntries(series) }, names), first)
  })
}

test("a period in which no area has a number is not full", () => {
  const areas = { a: { v: [], s: [1, 1] } }
  assert.deepEqual(fullPeriods({ periods: ["2015", "2016"], areas }, ["shown", "hidden"]), [])
})
