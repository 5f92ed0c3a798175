import assert from "node:assert/strict"
import { test } from "node:test"
import { inflateRawSync } from "node:zlib"
import {
  asText,
  empty,
  fileName,
  inLanguage,
  isFull,
  linkOf,
  minutesOf,
  moved,
  newItem,
  pack,
  read,
  totalMinutes,
  viewOf,
} from "../../../dashboard/static/meeting/agenda.js"
import { cases, file } from "../cases.js"

const HERE = "http://barometer.dk/moede?sprog=en"
const { readers } = file("agenda_link")
const OURS = { pages: ["kort", "omraade", "sammenlign", "succeskriterier", "moede"], readers }

for (const { name, text, whole, agenda } of cases("agenda")) {
  test(`${name}: ${whole ? "whole" : "handed to Python"}`, () => {
    const found = read(text)
    assert.deepEqual(found, whole ? { ...empty(), ...agenda } : null)
    if (found) assert.deepEqual(read(asText(found)), found)
  })
}

for (const { name, items, whole } of cases("agenda_size")) {
  test(`${name}: ${whole ? "whole and full" : "handed to Python"}`, () => {
    const agenda = { ...empty(), items: Array.from({ length: items }, (_, n) => newItem({ id: `p${n}` })) }
    assert.deepEqual(read(asText(agenda)), whole ? agenda : null)
    assert.equal(isFull(agenda), true)
    assert.equal(isFull({ ...agenda, items: agenda.items.slice(0, -2) }), false)
  })
}

for (const { minutes, allowed } of cases("agenda_minutes")) {
  test(`${minutes} minutes can${allowed ? "" : "not"} be typed`, () => {
    assert.equal(minutesOf(String(minutes)) === minutes, allowed)
  })
}

test("minutes that are none are 0", () => assert.deepEqual(["", "abc", "-"].map(minutesOf), [0, 0, 0]))

/** @param {string} packed */
const unpacked = (packed) => JSON.parse(inflateRawSync(Buffer.from(packed, "base64url")).toString())

for (const { packed, agenda } of cases("agenda_packed")) {
  test(`the agenda »${agenda.title}« in an address`, async () => {
    const own = await pack(agenda)
    assert.match(own, /^[\w-]+$/)
    assert.deepEqual(unpacked(own), agenda)
    assert.deepEqual(unpacked(packed), agenda)
  })
}

for (const { address, view, link } of cases("agenda_link")) {
  test(`the link of ${address} with ${view}`, () => {
    if (link === null) assert.equal(viewOf(address, OURS, HERE), null)
    else assert.equal(linkOf(new URL(address, HERE), readers, view ?? undefined), link)
  })
}

test("a pasted address is ours with or without the host", () => {
  assert.equal(viewOf("http://barometer.dk/kort?aar=2019&sprog=en", OURS, HERE), "/kort?aar=2019")
  assert.equal(viewOf("  /omraade?omraade=a ", OURS, HERE), "/omraade?omraade=a")
  assert.equal(viewOf("/", OURS, HERE), "/kort")
  assert.equal(viewOf("https://barometer.dk/kort", OURS, HERE), null)
})

test("nothing pasted is no fault", () => assert.equal(viewOf("  ", OURS, HERE), ""))

test("an item is opened in the reader's language", () => {
  assert.equal(inLanguage("/kort?aar=2019", "en"), "/kort?aar=2019&sprog=en")
  assert.equal(inLanguage("/kort", "en"), "/kort?sprog=en")
  assert.equal(inLanguage("/kort", "da"), "/kort")
  assert.equal(inLanguage("", "en"), "")
})

test("new items have ids of their own", () => {
  const ids = Array.from({ length: 50 }, () => newItem().id)
  assert.equal(new Set(ids).size, 50)
  assert.deepEqual(newItem({ id: "x", title: "Kortet" }), {
    id: "x",
    title: "Kortet",
    view: "",
    minutes: 0,
    note: "",
    decision: "",
    responsible: "",
  })
})

const ITEMS = ["a", "b", "c"].map((id) => newItem({ id, minutes: 5 }))
/** @param {string} id @param {number} steps */
const order = (id, steps) =>
  moved(ITEMS, id, steps)
    .map((item) => item.id)
    .join("")

test("an item moves up and down, and not out of the list", () => {
  assert.deepEqual([order("b", -1), order("b", 1), order("a", 2)], ["bac", "acb", "bca"])
  assert.deepEqual([order("a", -1), order("c", 1), order("x", 1)], ["abc", "abc", "abc"])
  assert.deepEqual(
    ITEMS.map(({ id }) => id),
    ["a", "b", "c"],
  )
})

test("the time of all items", () => {
  assert.equal(totalMinutes({ items: ITEMS }), 15)
  assert.equal(totalMinutes(empty()), 0)
})

test("the name of the file says when and what", () => {
  const named = fileName({ date: "2026-12-01", title: "Møde: Åben/lukket?" }, "Uden titel")
  assert.equal(named, "2026-12-01-møde-åben-lukket-.dagsorden.json")
  assert.equal(fileName({ date: "", title: "" }, "Uden titel"), "uden-titel.dagsorden.json")
})
