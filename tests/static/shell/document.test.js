import assert from "node:assert/strict"
import { test } from "node:test"
import { documentOf } from "../../../dashboard/static/shell/document.js"

test("language and mode stand in the address", () => {
  assert.deepEqual(documentOf("?sprog=en&visning=projektor", ["da", "en"]), { language: "en", mode: "projektor" })
  assert.deepEqual(documentOf("?sprog=tysk", ["da", "en"]), { language: "da", mode: "" })
})
