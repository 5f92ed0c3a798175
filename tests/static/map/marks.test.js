import assert from "node:assert/strict"
import { test } from "node:test"
import { areasOf } from "../../../dashboard/static/map/marks.js"
import { cases, file } from "../cases.js"

for (const { sign, areas } of cases("marked_areas")) {
  test(`the areas of ${sign}`, () => {
    assert.deepEqual([...areasOf({ id: sign }, file("marked_areas").marks)], Object.entries(areas))
  })
}

test("without the file of marks no area carries a sign", () => assert.equal(areasOf({ id: "projects" }, null).size, 0))
