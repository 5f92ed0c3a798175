import assert from "node:assert/strict"
import { test } from "node:test"
import { isRunOver } from "../../../dashboard/static/shell/messages.js"
import { cases } from "../cases.js"

for (const { name, bytes, over } of cases("run_over")) {
  test(`a run is over or not: ${name}`, () => {
    assert.equal(isRunOver(Buffer.from(bytes, "hex")), over)
  })
}

test("what is no message ends nothing", () => {
  for (const bytes of [[], [0xff], [0x0a, 0x20, 0x30], [0x33, 0x30, 0x00], [0x0a, 0xff, 0xff, 0xff, 0xff]]) {
    assert.equal(isRunOver(Uint8Array.from(bytes)), false)
  }
})
