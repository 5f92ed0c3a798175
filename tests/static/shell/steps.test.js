import assert from "node:assert/strict"
import { test } from "node:test"
import { documentOf, isOtherChoice, isSecondStep } from "../../../dashboard/static/shell/steps.js"

const MAP = { pathname: "/kort", search: "?aar=2019" }
const PROFILE = { pathname: "/omraade", search: "?aar=2019" }

test("another page with the same choices after they changed is one step with them", () => {
  assert.equal(isSecondStep(MAP, PROFILE, true), true)
  assert.equal(isSecondStep(MAP, PROFILE, false), false)
  assert.equal(isSecondStep(MAP, { ...PROFILE, search: "" }, true), false)
  assert.equal(isSecondStep(MAP, MAP, true), false)
})

test("a link to other choices of the same page", () => {
  assert.equal(isOtherChoice(MAP, { ...MAP, search: "?aar=2020" }), true)
  assert.equal(isOtherChoice(MAP, MAP), false)
  assert.equal(isOtherChoice(MAP, { ...PROFILE, search: "?aar=2020" }), false)
})

test("language and mode stand in the address", () => {
  assert.deepEqual(documentOf("?sprog=en&visning=projektor", ["da", "en"]), { language: "en", mode: "projektor" })
  assert.deepEqual(documentOf("?sprog=tysk", ["da", "en"]), { language: "da", mode: "" })
})
