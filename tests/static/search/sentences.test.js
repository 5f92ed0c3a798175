import assert from "node:assert/strict"
import { test } from "node:test"
import { countText, kindOf } from "../../../dashboard/static/search/sentences.js"
import { cases } from "../cases.js"

const LEVELS = {
  region: "region",
  municipality: "kommune",
  district: "bydel eller lokalsamfund",
  housing_area: "boligområde",
}

for (const { area, kind } of cases("area_kind")) {
  test(`${area.name} is ${kind}`, () => {
    assert.equal(kindOf(area, { levels: LEVELS, texts: { place: "{kind} i {place}" } }), kind)
  })
}

test("how many suggestions there are, of which the first are shown", () => {
  const texts = { one: "1 forslag", some: "{n} forslag", many: "De første {n} af {all}" }
  assert.deepEqual(
    [0, 1, 12, 13].map((found) => countText(found, 12, texts)),
    ["0 forslag", "1 forslag", "12 forslag", "De første 12 af 13"],
  )
})
