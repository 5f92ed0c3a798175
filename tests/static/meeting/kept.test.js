import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"

/** @type {Map<string, string>} */
const texts = new Map()
let isFull = false
/** @type {Set<(event: { key: string | null }) => void>} */
const listeners = new Set()
Object.assign(globalThis, {
  addEventListener: (/** @type {string} */ _type, /** @type {any} */ listener) => listeners.add(listener),
})
Object.defineProperty(globalThis, "localStorage", {
  value: {
    getItem: (/** @type {string} */ key) => texts.get(key) ?? null,
    setItem(/** @type {string} */ key, /** @type {string} */ text) {
      if (isFull) throw new Error("full")
      texts.set(key, text)
    },
    removeItem: (/** @type {string} */ key) => texts.delete(key),
  },
})
const kept = await import("../../../dashboard/static/meeting/kept.js")
const { asText, empty, newItem } = await import("../../../dashboard/static/meeting/agenda.js")

let heard = 0
kept.changes.addEventListener("change", () => {
  heard += 1
})

beforeEach(() => {
  texts.clear()
  isFull = false
  heard = 0
})

test("a browser that holds nothing has an empty agenda", () => {
  assert.deepEqual(kept.load(), { agenda: empty(), damaged: null })
})

test("what is kept is there again, and everyone hears of it", () => {
  const agenda = { ...empty(), title: "Møde", items: [newItem({ id: "a" })] }
  assert.equal(kept.save(agenda), true)
  assert.deepEqual(kept.load(), { agenda, damaged: null })
  assert.equal(heard, 1)
})

test("a text that is not whole is handed on as it is", () => {
  texts.set("dagsorden", "{halv")
  assert.deepEqual(kept.load(), { agenda: empty(), damaged: "{halv" })
})

test("an item is changed in what is kept now", () => {
  kept.save({ ...empty(), items: [newItem({ id: "a" }), newItem({ id: "b", title: "Kortet" })] })
  assert.equal(kept.changeItem("b", { decision: "Ja" }), true)
  assert.deepEqual(
    kept.load().agenda.items.map(({ title, decision }) => [title, decision]),
    [
      ["", ""],
      ["Kortet", "Ja"],
    ],
  )
  assert.equal(kept.changeItem("gone", { decision: "Nej" }), true)
  assert.equal(kept.load().agenda.items.length, 2)
})

test("a browser that keeps nothing says so, and nobody hears of a change", () => {
  isFull = true
  assert.equal(
    kept.change(({ items }) => items.push(newItem())),
    false,
  )
  assert.equal(heard, 0)
})

test("a change in another tab is heard of, one of something else is not", () => {
  for (const key of ["dagsorden", null, "andet"]) for (const listener of listeners) listener({ key })
  assert.equal(heard, 2)
})

test("a damaged text is kept until it is forgotten", () => {
  assert.equal(kept.damaged(), null)
  kept.keepDamaged("{halv")
  assert.equal(kept.damaged(), "{halv")
  kept.forgetDamaged()
  assert.equal(kept.damaged(), null)
})

test("the clock goes on, and begins anew where it cannot be read", () => {
  kept.keepClock({ used: { a: 12 } })
  assert.deepEqual(kept.clock(), { used: { a: 12 } })
  for (const text of ["{halv", "null", '{"used": null}', '{"used": 7}']) {
    texts.set("dagsorden-ur", text)
    assert.deepEqual(kept.clock(), { used: {} })
  }
})

test("the agenda in the browser is the text of its file", () => {
  kept.save(empty())
  assert.equal(texts.get("dagsorden"), asText(empty()))
})
