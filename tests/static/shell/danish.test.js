import assert from "node:assert/strict"
import { test } from "node:test"
import { inDanish } from "../../../dashboard/static/shell/danish.js"

test("Streamlit's words are said in Danish, whatever stands around them", () => {
  assert.equal(inDanish("Fullscreen"), "Fuld skærm")
  assert.equal(inDanish(" Close\n"), "Luk")
})

test("what is not Streamlit's stays", () => {
  for (const text of ["Boligområder", "", null, "constructor"]) assert.equal(inDanish(text), null)
})
