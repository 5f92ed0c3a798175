import assert from "node:assert/strict"
import { test } from "node:test"
import { nextStep } from "../../../dashboard/static/shell/insist.js"

const BEHIND = { isConnected: true, stillFor: 5000, sinceAsked: Number.POSITIVE_INFINITY, questions: 0, answers: 0 }
/** @param {Partial<typeof BEHIND>} parts */
const step = (parts) => nextStep({ ...BEHIND, ...parts })

test("a page that stands still behind its address is asked for", () => {
  assert.deepEqual(step({}), { does: "ask" })
  assert.deepEqual(step({ stillFor: 1 }), { does: "wait", wait: 199 })
})

test("while a run goes on, or the line is lost, nothing is asked", () => {
  assert.deepEqual(step({ stillFor: 0 }), { does: "listen" })
  assert.deepEqual(step({ isConnected: false }), { does: "listen" })
})

test("an answer may take its time, longer after each question", () => {
  assert.deepEqual(step({ sinceAsked: 500 }), { does: "wait", wait: 2000 })
  assert.deepEqual(step({ sinceAsked: 500, questions: 1 }), { does: "wait", wait: 4500 })
  assert.deepEqual(step({ sinceAsked: 500, questions: 9 }), { does: "wait", wait: 19_500 })
  assert.deepEqual(step({ sinceAsked: 20_000, questions: 9 }), { does: "ask" })
})

test("an answer of another address is no reason to wait, and some of them are enough", () => {
  assert.deepEqual(step({ sinceAsked: 500, answers: 1 }), { does: "ask" })
  assert.deepEqual(step({ sinceAsked: 500, questions: 1, answers: 1 }), { does: "wait", wait: 4500 })
  assert.deepEqual(step({ sinceAsked: 500, questions: 3, answers: 4 }), { does: "give in" })
})

test("a line that never answers is no reason to give in", () => {
  assert.deepEqual(step({ questions: 99 }), { does: "ask" })
})
