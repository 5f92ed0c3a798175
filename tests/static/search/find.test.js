import assert from "node:assert/strict"
import { test } from "node:test"
import { find, fold, index } from "../../../dashboard/static/search/find.js"
import { cases, file } from "../cases.js"

const areas = index(file("search").areas)

for (const { text, found } of cases("search")) {
  test(`»${text}« finds ${found.length} areas`, () => {
    assert.deepEqual(
      find(areas, text).map(({ id }) => id),
      found,
    )
  })
}

test("a text is compared without case, accents and hyphens, and with Danish letters as two", () => {
  assert.equal(fold(" Høje-Taastrup/ÉÄÖ "), "hoeje taastrup eaeoe")
})
