import assert from "node:assert/strict"
import { test } from "node:test"
import { keyIn, titleOf } from "../../../dashboard/static/shell/added.js"

const SEEN = { page: "Projektbank", heading: "Projekterne", path: "/projekter", chosen: null }

test("a view is called by its heading", () => assert.equal(titleOf(SEEN, "Visning"), "Projekterne"))

test("a view without a heading is called by its page, and without that a view", () => {
  assert.equal(titleOf({ ...SEEN, heading: "" }, "Visning"), "Projektbank")
  assert.equal(titleOf({ ...SEEN, heading: "", page: "" }, "Visning"), "Visning")
})

test("on an area's profile its name comes first", () => {
  const seen = { ...SEEN, page: "Aaparken", heading: "Tal", path: "/omraade" }
  assert.equal(titleOf(seen, "Visning"), "Aaparken: Tal")
})

test("on the map a view is called by what it shows", () => {
  assert.equal(titleOf({ ...SEEN, chosen: ["Sigtede", "Kommuner"] }, "Visning"), "Sigtede, Kommuner")
  assert.equal(titleOf({ ...SEEN, chosen: [] }, "Visning"), "Projektbank")
})

test("the view is known by the class of its button's box", () => {
  assert.equal(keyIn(["stElement", "st-key-agenda-add-compared"], "st-key-agenda-add-"), "compared")
  assert.equal(keyIn(["stElement"], "st-key-agenda-add-"), "")
})
