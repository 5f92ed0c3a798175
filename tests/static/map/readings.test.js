import assert from "node:assert/strict"
import { test } from "node:test"
import { Numbers, Readings } from "../../../dashboard/static/map/readings.js"
import { cases, file } from "../cases.js"
import { CHANGE, COUNTRY, context, mode, NUMBER, VALUES, view } from "./known.js"

const LOCALES = { da: "da-DK", en: "en-GB" }
for (const [language, locale] of Object.entries(LOCALES)) {
  for (const own of cases("number")) {
    test(`${own.value} ${own.unit} in ${language}`, () => {
      const unit = file("number").units[own.unit][language]
      const numbers = new Numbers({ locale, unit, decimals: own.decimals })
      assert.deepEqual({ amount: numbers.amount(own.value), change: numbers.signed(own.value) }, own[language])
    })
  }
}

const readings = new Readings(context(), VALUES)

test("a number has its class, its words and its interval", () => {
  const { status, place, text, interval } = readings.of("a", view())
  assert.deepEqual([status, place, text, interval], ["shown", 2, "30,0 pr. 1.000", "26,0–34,0"])
})

test("an interval that begins below zero is told in words, not with two dashes", () => {
  const change = readings.of("b", view({ mode: "aendring", base: "2015" }))
  assert.equal(change.interval, "")
  assert.equal(
    readings.of("a", view({ mode: "aendring", period: "2014", base: "2016" })).interval,
    "fra −29,1 til −20,9",
  )
})

test("a missing number says why, and an area or period without a row is not collected", () => {
  assert.equal(readings.of("b", view({ period: "2014" })).text, "<hidden>")
  assert.equal(readings.of("c", view()).text, "<hidden>")
  assert.equal(readings.of("unknown", view()).text, "<not_collected>")
  assert.equal(readings.of("a", view({ period: "1999" })).text, "<not_collected>")
})

test("a comparison is told by its label; what is not compared keeps its number", () => {
  const [above, uncompared] = ["a", "b"].map((id) =>
    readings.of(id, view({ mode: "land", period: id === "a" ? "2016" : "2015" })),
  )
  assert.deepEqual([above.place, above.verdict, above.status], [2, "høj", "shown"])
  assert.deepEqual([uncompared.place, uncompared.verdict, uncompared.status], [null, undefined, "not_compared"])
  assert.equal(uncompared.text, "12,0 pr. 1.000")
})

test("a change has its sign, its class and its verdict", () => {
  const change = readings.of("a", view({ mode: "aendring", base: "2015" }))
  assert.deepEqual([change.text, change.place, change.verdict], ["+20,0 pr. 1.000", 2, "increased"])
  assert.equal(readings.of("b", view({ mode: "aendring", base: "2015" })).verdict, undefined)
  assert.equal(readings.of("b", view({ mode: "aendring", base: "2014" })).status, "hidden")
})

test("what is known of an area in a period comes with its source", () => {
  const { origin, group, country, municipality, trend } = readings.at("a", "2016")
  assert.deepEqual([origin?.[0], group, country, municipality, trend], ["Rapporten", 2, "above", "below", "increasing"])
  assert.equal(readings.at("a", "2014").group, null)
})

test("the missing words are those of all periods, in the order of the legend", () => {
  assert.deepEqual(readings.missingStatuses(["a"], NUMBER), [])
  assert.deepEqual(readings.missingStatuses(["a", "b", "c"], NUMBER), ["hidden", "not_collected"])
  assert.deepEqual(readings.missingStatuses(["a", "b"], COUNTRY), ["hidden", "not_compared"])
  assert.deepEqual(readings.missingStatuses(["a", "unknown"], CHANGE), ["not_collected"])
})

test("a level without numbers has no periods", () => {
  const none = new Readings(context({ level: "region" }), VALUES)
  assert.deepEqual(none.periods, [])
  assert.equal(none.of("a", view()).status, "not_collected")
})

test("a map opens with the newest of the full periods", () => {
  assert.deepEqual(readings.full, ["2015", "2016"])
  assert.equal(readings.opening, "2016")
})

test("a mark of a list has a word and a class, and no number", () => {
  const list = mode({
    id: "liste",
    codes: ["above", "below"],
    labels: ["ny", "ude"],
    shapes: ["diamond", "ring"],
    against: "country",
  })
  const own = new Readings(context({ modes: [list] }), VALUES).of("a", view({ mode: "liste" }))
  assert.deepEqual([own.text, own.place, own.verdict], ["ny", 0, undefined])
})
