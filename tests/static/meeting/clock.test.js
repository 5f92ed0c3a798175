import assert from "node:assert/strict"
import { test } from "node:test"
import {
  asText,
  beaten,
  none,
  read,
  stopped,
  total,
  turnedTo,
  usedIn,
} from "../../../dashboard/static/meeting/clock.js"

const MINUTE = 60_000
const TEN = 36_000_000 // ten o'clock
/** @param {import("../../../dashboard/static/meeting/clock.js").Clock} clock @param {string} item @param {number} now */
const seconds = (clock, item, now) => Math.round(usedIn(clock, item, now))

test("an item's time runs from when it was turned to, however seldom anyone looks", () => {
  const clock = turnedTo(none(), "a", TEN)
  assert.deepEqual(
    [TEN, TEN + 20_000, TEN + 5 * MINUTE].map((now) => seconds(clock, "a", now)),
    [0, 20, 300],
  )
  assert.equal(seconds(clock, "b", TEN + MINUTE), 0)
})

test("a visit goes on where the earlier ones of the item ended", () => {
  const second = turnedTo(turnedTo(none(), "a", TEN), "b", TEN + 30_000)
  const again = turnedTo(second, "a", TEN + 50_000)
  const now = TEN + 60_000
  assert.deepEqual([seconds(again, "a", now), seconds(again, "b", now), total(again, now)], [40, 20, 60])
  assert.equal(total(none(), now), 0)
})

test("two windows that both say that an item runs count its time once", () => {
  let clock = turnedTo(turnedTo(none(), "a", TEN), "a", TEN + 2000)
  for (let now = TEN; now <= TEN + 30_000; now += 1000) clock = beaten(beaten(clock, now), now + 300)
  assert.equal(seconds(clock, "a", TEN + 30_000), 30)
})

test("an item is called anything", () => {
  for (const id of ["constructor", "__proto__"]) {
    const clock = read(asText(stopped(turnedTo(none(), id, TEN), TEN + 5000)))
    assert.deepEqual([seconds(none(), id, TEN), seconds(clock, id, TEN)], [0, 5])
  }
})

test("a window that is a moment behind another counts nothing twice", () => {
  let clock = turnedTo(none(), "a", TEN)
  for (const _window of [1, 2]) {
    for (let now = TEN; now <= TEN + 30_000; now += 1000) clock = beaten(clock, now)
  }
  const turned = turnedTo(clock, "b", TEN + 5000)
  assert.deepEqual([seconds(turned, "a", TEN + 40_000), seconds(turned, "b", TEN + 40_000)], [30, 10])
})

test("a stopped clock stands still until an item is turned to", () => {
  const still = stopped(turnedTo(none(), "a", TEN), TEN + 30_000)
  assert.equal(still.item, null)
  assert.equal(seconds(still, "a", TEN + 60 * MINUTE), 30)
  assert.equal(beaten(still, TEN + 60 * MINUTE), still)
  assert.equal(seconds(turnedTo(still, "a", TEN + 61 * MINUTE), "a", TEN + 62 * MINUTE), 90)
})

test("ten silent minutes belong to the meeting, a longer silence does not", () => {
  const clock = turnedTo(none(), "a", TEN)
  assert.equal(seconds(clock, "a", TEN + 10 * MINUTE), 600)
  assert.equal(seconds(clock, "a", TEN + 11 * MINUTE), 0)
  const heard = beaten(clock, TEN + 9 * MINUTE)
  const asleep = TEN + 60 * MINUTE
  assert.equal(seconds(heard, "a", asleep), 540)
  assert.equal(seconds(beaten(heard, asleep), "a", asleep + MINUTE), 600)
})

test("a computer's clock that jumps takes nothing away and adds nothing absurd", () => {
  const heard = beaten(turnedTo(none(), "a", TEN), TEN + 2 * MINUTE)
  for (const jumped of [TEN - 60 * MINUTE, TEN + 24 * 60 * MINUTE]) {
    assert.equal(seconds(heard, "a", jumped), 120)
    assert.equal(seconds(beaten(heard, jumped), "a", jumped + MINUTE), 180)
    assert.equal(seconds(turnedTo(heard, "b", jumped), "a", jumped), 120)
  }
})

test("that an item runs is not written at every second", () => {
  const clock = turnedTo(none(), "a", TEN)
  assert.equal(beaten(clock, TEN + 9000), clock)
  assert.notEqual(beaten(clock, TEN + 10_000), clock)
})

test("a clock is read as it was written, and one that is none begins anew", () => {
  const clock = turnedTo(turnedTo(none(), "a", TEN), "b", TEN + MINUTE)
  assert.deepEqual(read(asText(clock)), clock)
  const broken = [
    "{halv",
    "null",
    '{"used": {"a": 12}}',
    '{"used": null, "item": null, "since": 0, "seen": 0}',
    '{"used": {"a": -5}, "item": "a", "since": 0, "seen": 0}',
    '{"used": {"a": "5"}, "item": "a", "since": 0, "seen": 0}',
    '{"used": {}, "item": 7, "since": 0, "seen": 0}',
    '{"used": {}, "item": "a", "since": 9, "seen": 0}',
  ]
  for (const text of [null, ...broken]) assert.deepEqual(read(text), none())
})
