import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"

/** @type {Map<string, string>} */
const texts = new Map()
let isFull = false
let isBlocked = false
/** @type {Map<string, (event: any) => void>} */
const listeners = new Map()
Object.assign(globalThis, {
  addEventListener: (/** @type {string} */ type, /** @type {any} */ listener) => listeners.set(type, listener),
})
Object.defineProperty(globalThis, "localStorage", {
  get() {
    if (isBlocked) throw new Error("blocked")
    return {
      getItem: (/** @type {string} */ key) => texts.get(key) ?? null,
      setItem(/** @type {string} */ key, /** @type {string} */ text) {
        if (isFull) throw new Error("full")
        texts.set(key, text)
      },
      removeItem: (/** @type {string} */ key) => texts.delete(key),
    }
  },
})
const kept = await import("../../../dashboard/static/meeting/kept.js")
const { asText, empty, newItem } = await import("../../../dashboard/static/meeting/agenda.js")
const { none, turnedTo } = await import("../../../dashboard/static/meeting/clock.js")

let heard = 0
kept.changes.addEventListener("change", () => {
  heard += 1
})

beforeEach(() => {
  isFull = isBlocked = false
  kept.save(empty()) // what was kept in the page alone is forgotten where the browser keeps it
  kept.keepClock(none())
  kept.forgetDamaged()
  texts.clear()
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

/** @param {string} title */
const titled = (title) => kept.change((agenda) => Object.assign(agenda, { title }))

test("what a full browser does not keep stays in the page, and the last good text in the browser", () => {
  titled("Første")
  isFull = true
  assert.equal(titled("Andet"), false)
  assert.deepEqual([kept.load().agenda.title, kept.isKept(), heard], ["Andet", false, 2])
  assert.equal(JSON.parse(texts.get("dagsorden") ?? "").title, "Første")
  isFull = false
  assert.equal(
    kept.change(({ items }) => items.push(newItem())),
    true,
  )
  assert.deepEqual([kept.load().agenda.title, kept.isKept()], ["Andet", true])
  assert.equal(JSON.parse(texts.get("dagsorden") ?? "").title, "Andet")
})

test("what a browser that blocks the page is given stays in the page", () => {
  isBlocked = true
  assert.deepEqual([kept.load(), kept.isKept()], [{ agenda: empty(), damaged: null }, false])
  assert.equal(titled("Møde"), false)
  kept.keepDamaged("{halv")
  kept.keepClock(turnedTo(none(), "a", 1))
  assert.deepEqual([kept.load().agenda.title, kept.damaged(), kept.clock().item], ["Møde", "{halv", "a"])
  kept.forgetDamaged()
  assert.equal(kept.damaged(), null)
})

test("a reader is asked before a page is left that alone holds the agenda", () => {
  let asked = 0
  const leave = () => listeners.get("beforeunload")?.({ preventDefault: () => (asked += 1) })
  titled("Møde")
  leave()
  isFull = true
  titled("Andet")
  leave()
  assert.equal(asked, 1)
})

test("a change in another tab is heard of, one of something else is not", () => {
  let clocks = 0
  kept.changes.addEventListener("clock", () => (clocks += 1))
  for (const key of ["dagsorden", "dagsorden-ur", null, "andet"]) listeners.get("storage")?.({ key })
  assert.deepEqual([heard, clocks], [2, 2])
})

test("a damaged text is kept until it is forgotten", () => {
  assert.equal(kept.damaged(), null)
  kept.keepDamaged("{halv")
  assert.equal(kept.damaged(), "{halv")
  kept.forgetDamaged()
  assert.equal(kept.damaged(), null)
})

test("the clock is kept, and begins anew where it cannot be read", () => {
  const clock = turnedTo(none(), "a", 1000)
  kept.keepClock(clock)
  assert.deepEqual(kept.clock(), clock)
  texts.set("dagsorden-ur", "{halv")
  assert.deepEqual(kept.clock(), none())
})

test("the agenda in the browser is the text of its file", () => {
  kept.save(empty())
  assert.equal(texts.get("dagsorden"), asText(empty()))
})
