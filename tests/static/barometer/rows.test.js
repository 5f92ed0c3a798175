import assert from "node:assert/strict"
import { test } from "node:test"
import { hyphened } from "../../../dashboard/static/barometer/rows.js"

test("a long word of a heading may be parted at its joint, a short one nowhere", () => {
  assert.equal(hyphened("Uden arbejdsmarked"), "Uden arbejds\u00ADmarked")
  assert.equal(hyphened("I ungdomsuddannelse"), "I ungdoms\u00ADuddannelse")
  assert.equal(hyphened("Anmeldte lovovertrædelser"), "Anmeldte lov\u00ADovertrædelser")
  assert.equal(hyphened("Feel safe in the neighbourhood"), "Feel safe in the neighbour\u00ADhood")
  assert.equal(hyphened("Fraflytninger"), "Fra\u00ADflytninger")
  assert.equal(hyphened("Har en uddannelse"), "Har en uddannelse")
})
