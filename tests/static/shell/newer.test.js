import assert from "node:assert/strict"
import { test } from "node:test"
import { isOutdated, shownData } from "../../../dashboard/static/shell/newer.js"

const SHOWN = { dataset: "my_town", version: "0123456789ab" }

test("the foot of a page names its data", () => {
  assert.deepEqual(shownData("stVerticalBlock st-key-version-my_town-0123456789ab e1"), SHOWN)
  assert.equal(shownData("st-key-foot"), null)
  assert.equal(shownData(""), null)
})

test("data are outdated when the server shows another version of the same dataset", () => {
  assert.equal(isOutdated(SHOWN, { my_town: "ba9876543210", published: "0123456789ab" }), true)
  assert.equal(isOutdated(SHOWN, { my_town: "0123456789ab", published: "ba9876543210" }), false)
  assert.equal(isOutdated(SHOWN, {}), false)
})
