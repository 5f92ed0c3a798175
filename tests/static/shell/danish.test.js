import assert from "node:assert/strict"
import { test } from "node:test"
import { inDanish } from "../../../dashboard/static/shell/danish.js"

test("Streamlit's words are said in Danish, with the space around them", () => {
  assert.equal(inDanish("Fullscreen"), "Fuld skærm")
  assert.equal(inDanish(" Close\n"), " Luk\n")
})

test("a sentence with something in it keeps what is in it", () => {
  assert.equal(inDanish("Show more: Vollsmose"), null)
  assert.equal(
    inDanish("Connection failed with status 502."),
    "Serveren svarede med fejl 502. Siden prøver igen af sig selv.",
  )
  assert.equal(
    inDanish(
      "You have requested page /x, but no corresponding file was found in the app's pages/ directory. Running the app's main page.",
    ),
    "Siden /x findes ikke. Her vises startsiden.",
  )
  assert.equal(inDanish("02 – February"), "02 – februar")
  assert.equal(inDanish("Selected Date: May 27, 2027"), "Valgt dato: 27. maj 2027")
  assert.equal(inDanish("3 options available."), "3 valgmuligheder.")
})

test("what is not Streamlit's stays", () => {
  for (const text of ["Boligområder", "", null, "constructor", "Connection to the sea"])
    assert.equal(inDanish(text), null)
})
