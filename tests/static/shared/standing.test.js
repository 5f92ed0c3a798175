import assert from "node:assert/strict"
import test from "node:test"
import { standing } from "../../../dashboard/static/shared/standing.js"

class Thing {
  removed = 0
  /** @type {(() => void)[]} */
  loading = []

  update() {
    return new Promise((resolve) => this.loading.push(() => resolve(null)))
  }

  remove() {
    this.removed += 1
  }
}

/** Two drawings of one element, and what stands there. */
function twice() {
  /** @type {Thing[]} */
  const things = []
  const draw = standing((_, found) => {
    if (!found) things.push(new Thing())
    return found ?? things[things.length - 1]
  })
  const parentElement = /** @type {ShadowRoot} */ ({})
  const component = () => ({ parentElement, data: {}, setTriggerValue() {}, setStateValue() {} })
  return { things, draws: [draw(component()), draw(component())] }
}

test("one thing stands there from one drawing to the next, and goes with the last", async () => {
  const { things, draws } = twice()
  for (const done of things[0].loading) done()
  const [, last] = await Promise.all(draws)
  assert.equal(things.length, 1)
  last()
  assert.equal(things[0].removed, 1)
})

test("a drawing that was overtaken while it loaded takes nothing away", async () => {
  const { things, draws } = twice()
  things[0].loading[0]()
  const overtaken = await draws[0]
  overtaken()
  assert.equal(things[0].removed, 0)
})
