import assert from "node:assert/strict"
import { test } from "node:test"
import { fill, joined } from "../../../dashboard/static/shared/fill.js"

test("every place is filled by its name", () => {
  assert.equal(fill("{low}–{high} af {low}", { low: 1, high: "2" }), "1–2 af 1")
})

test("what is filled in is not filled again", () => {
  assert.equal(fill("»{title}« {n}", { title: "{n}", n: 3 }), "»{n}« 3")
})

test("texts that are not there leave no sign behind", () => {
  assert.equal(joined(["a", "", null, undefined, false, "b"], " · "), "a · b")
  assert.equal(joined([""], ", "), "")
})
