import assert from "node:assert/strict"
import { test } from "node:test"
import {
  address,
  divided,
  recoloured,
  shownPeriods,
  subjectOf,
  viewOf,
  withIndicator,
  withPeriods,
} from "../../../dashboard/static/map/view.js"
import { CHANGE, COUNTRY, context, NUMBER, view } from "./known.js"

const PERIODS = ["2015", "2016", "2017"]
/** @param {Record<string, string[]>} levels */
const indicator = (levels) => ({
  id: "charges",
  title: "",
  theme: "",
  unit: "",
  decimals: 0,
  groups: [],
  levels,
  fullest: "housing_area",
  modes: {},
})

test("the page's choices in the map's own names", () => {
  const choice = { ...context().choice, delt: "ja", fra: "2014" }
  assert.deepEqual(viewOf(choice), view({ split: true, base: "2014" }))
  assert.equal(viewOf({ ...choice, delt: null }).split, false)
})

test("another indicator keeps level and colouring where it has them", () => {
  const both = indicator({ municipality: ["tal", "land"], housing_area: ["tal"] })
  assert.deepEqual(withIndicator(view({ mode: "land" }), both), view({ mode: "land" }))
  assert.equal(withIndicator(view({ mode: "aendring" }), both).mode, "tal")
})

test("else it opens on its fullest level", () => {
  const found = withIndicator(view({ mode: "land" }), indicator({ housing_area: ["tal"] }))
  assert.deepEqual([found.level, found.mode], ["housing_area", "tal"])
})

test("a period that is not there, or all but empty, gives way to the one a map opens with", () => {
  const known = { periods: PERIODS, full: ["2016", "2017"], opening: "2017" }
  assert.equal(withPeriods(view({ period: "2015" }), known).period, "2017")
  assert.equal(withPeriods(view({ period: "2016" }), known).period, "2016")
  const found = withPeriods(view({ period: "2009", base: "2008" }), known)
  assert.deepEqual([found.period, found.base], ["2017", "2015"])
})

test("a change is shown on one map, any other colouring on as many as before", () => {
  const split = view({ split: true, base: "2015" })
  assert.deepEqual(recoloured(split, CHANGE, PERIODS), view({ mode: "aendring", base: "2015", split: false }))
  assert.deepEqual(recoloured(split, COUNTRY, PERIODS), view({ mode: "land", base: "2015", split: true }))
})

test("two maps do not show a change", () => {
  const modes = [NUMBER, COUNTRY, CHANGE]
  assert.deepEqual(divided(view({ mode: "aendring" }), true, modes, PERIODS), view({ split: true, base: "2015" }))
  assert.equal(divided(view({ mode: "land" }), true, modes, PERIODS).mode, "land")
  assert.equal(divided(view({ mode: "aendring" }), false, modes, PERIODS).mode, "aendring")
})

test("a choice gives a new view and leaves the old as it was", () => {
  const before = Object.freeze(view({ split: true, base: "2015" }))
  assert.notEqual(recoloured(before, NUMBER, PERIODS), before)
  assert.notEqual(divided(before, false, [NUMBER], PERIODS), before)
})

test("the earlier period stands to the left", () => {
  assert.deepEqual(shownPeriods(view({ split: true, base: "2015" })), ["2015", "2016"])
  assert.deepEqual(shownPeriods(view({ base: "2015" })), ["2016"])
})

test("a list drops an indicator's choices, and an indicator the list", () => {
  assert.deepEqual(subjectOf({ id: "charges" }), { liste: null, indikator: "charges" })
  const { liste, indikator, niveau, farver } = subjectOf({ id: "liste:udsat", list: "udsat" })
  assert.deepEqual([liste, indikator, niveau, farver], ["udsat", null, null, null])
})

test("another page gets the reader's choices, some of them changed", () => {
  const found = address("omraade", { omraade: "aaparken" }, "?sprog=en&omraade=x", "http://host/base/kort?a=b")
  assert.equal(found, "/base/omraade?sprog=en&omraade=aaparken")
})
