import assert from "node:assert/strict"
import { test } from "node:test"
import { newItem } from "../../../dashboard/static/meeting/agenda.js"
import { actionOf, addressOf, itemAt, numberIn, turned } from "../../../dashboard/static/meeting/course.js"

const PAGE = { isField: false, isMap: false, isControl: false }
const FIELD = { ...PAGE, isField: true }
const MAP = { ...PAGE, isMap: true }
const CONTROL = { ...PAGE, isControl: true }
/** @param {string} key @param {typeof PAGE} [where] */
const does = (key, where = PAGE) => actionOf(key, where)?.does

test("keys of the keyboard and the clicker turn the page", () => {
  for (const key of ["ArrowRight", "PageDown", " "]) assert.deepEqual(actionOf(key, PAGE), { does: "turn", by: 1 })
  for (const key of ["ArrowLeft", "PageUp"]) assert.deepEqual(actionOf(key, PAGE), { does: "turn", by: -1 })
  assert.deepEqual(actionOf("Home", PAGE), { does: "turn", by: -Infinity })
  assert.deepEqual(actionOf("End", PAGE), { does: "turn", by: Infinity })
})

test("arrows up and down move the view, letters open and close", () => {
  assert.deepEqual(actionOf("ArrowDown", PAGE), { does: "scroll", by: 1 })
  assert.deepEqual(actionOf("ArrowUp", PAGE), { does: "scroll", by: -1 })
  assert.deepEqual([does("f"), does("F"), does("n"), does("x")], ["full", "full", "note", undefined])
})

test("a field and a map keep their keys, but not the clicker's", () => {
  for (const where of [FIELD, MAP]) {
    for (const key of ["ArrowRight", " ", "Home", "ArrowDown", "f", "n"]) assert.equal(does(key, where), undefined)
    assert.deepEqual([does("PageDown", where), does("PageUp", where)], ["turn", "turn"])
  }
})

test("the space bar presses a button that has the focus; other keys turn the page there", () => {
  assert.equal(does(" ", CONTROL), undefined)
  assert.equal(does("ArrowRight", CONTROL), "turn")
})

test("Escape leaves the field, then the meeting; a map closes its card itself", () => {
  assert.deepEqual([does("Escape", FIELD), does("Escape"), does("Escape", MAP)], ["blur", "leave", undefined])
})

const ITEMS = ["a", "b", "c", "d"].map((id) => newItem({ id }))

test("the item of the page, or the last where there are not so many", () => {
  const second = itemAt(ITEMS, 2)
  assert.deepEqual([second.number, second.item?.id, second.percent], [2, "b", 50])
  assert.equal(itemAt(ITEMS, 9).item?.id, "d")
  assert.deepEqual(itemAt([], 1), { number: 0, item: undefined, percent: 0 })
})

test("a turn stays within the agenda", () => {
  assert.deepEqual([turned(2, 1, 4), turned(4, 1, 4), turned(1, -1, 4)], [3, 4, 1])
  assert.deepEqual([turned(3, -Infinity, 4), turned(2, Infinity, 4), turned(9, -1, 4)], [1, 4, 3])
})

test("the item of an address; the first where it names none", () => {
  const numbers = ["3", "0", "1234", "-2", "to", "2.5"].map((punkt) => numberIn({ punkt }))
  assert.deepEqual(numbers, [3, 1, 1, 1, 1, 1])
  assert.equal(numberIn({}), 1)
})

test("an item is shown on the page of its view, in the reader's language", () => {
  const reader = {
    pages: ["kort", "moede"],
    readers: ["sprog", "visning", "punkt"],
    choices: { sprog: "en", punkt: "1", aar: "2019" },
    here: "http://host/moede",
  }
  const shown = (/** @type {string} */ view, number = 2) => addressOf(view, number, reader)
  assert.equal(shown("/kort?aar=2020&vis=kort"), "/kort?aar=2020&vis=kort&sprog=en&visning=moede&punkt=2")
  assert.equal(shown("/kort?sprog=da&punkt=7&visning=projektor"), "/kort?sprog=en&visning=moede&punkt=2")
  for (const view of ["", "/findes-ikke", "https://evil.example/kort", "http://"])
    assert.equal(shown(view), "/moede?sprog=en&visning=moede&punkt=2")
  assert.equal(shown("/kort", 0), "/moede?sprog=en")
  assert.equal(addressOf("/kort?sprog=en", 1, { ...reader, choices: {} }), "/kort?visning=moede&punkt=1")
})
