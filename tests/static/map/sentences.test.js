import assert from "node:assert/strict"
import { test } from "node:test"
import { Readings } from "../../../dashboard/static/map/readings.js"
import {
  aboutOf,
  classRows,
  facts,
  notes,
  numberLines,
  pieces,
  signNote,
  spoken,
  tipLines,
  when,
} from "../../../dashboard/static/map/sentences.js"
import { area, context, VALUES, view } from "./known.js"

const said = context()
const readings = new Readings(said, VALUES)
const SIGN = { id: "lists:2019", sign: "G19", label: "Listen 2019", list: true, complete: true }

test("the period of a map, and of a change both", () => {
  assert.equal(when(said, view({ period: "2015-2017" })), "2015–2017")
  assert.equal(when(said, view({ mode: "aendring", base: "2014" })), "fra 2014 til 2016")
})

test("the legend has every class and the missing words, and says where the selected area is", () => {
  const selected = { name: "Aaby", reading: readings.of("a", view()) }
  const rows = classRows(said, readings, view(), ["a", "b"], selected)
  assert.deepEqual(
    rows.map(({ label }) => label),
    ["lav", "mellem", "høj", "<hidden>"],
  )
  assert.deepEqual(
    rows.map(({ here }) => here),
    ["", "", "Aaby 30,0 pr. 1.000", ""],
  )
  assert.deepEqual([rows[0].colour, rows[3].image], ["#1", "url(hidden)"])
})

test("a selected area without a number stands at its word", () => {
  const own = view({ period: "2014" })
  const rows = classRows(said, readings, own, ["a", "b"], { name: "Bøgen", reading: readings.of("b", own) })
  assert.deepEqual(
    rows.map(({ here }) => here),
    ["", "", "", "Bøgen"],
  )
})

test("nothing is selected", () => {
  assert.deepEqual(
    classRows(said, readings, view(), ["a"], null).map(({ here }) => here),
    ["", "", ""],
  )
})

test("under the legend stand borders, source and the owner of the background", () => {
  const tiles = { url: "", name: "", attribution: "© Kort", max_zoom: 10 }
  const found = notes(context({ boundaries: "Grænser fra 2021.", tiles }), view())
  assert.deepEqual(found, ["Grænser fra 2021.", "Kilde: Danmarks Statistik.", "© Kort"])
  assert.deepEqual(notes(said, view({ period: "2015" })), [])
})

/** @param {string} id @param {Partial<import("../../../dashboard/static/shared/types.d.ts").View>} [parts] */
const lines = (id, parts) => numberLines(said, id, readings, view(parts)).map(({ text }) => text)

test("the card tells number, interval, verdicts and source", () => {
  assert.deepEqual(lines("a"), [
    "30,0 pr. 1.000",
    "2016 · 26,0–34,0",
    "over landet",
    "under kommunen",
    "næsthøjest",
    "Udvikling: stigende",
    "Kilde: Rapporten, s. 7 (●●● kilden). derived",
  ])
})

test("the card of a change tells both periods and whether it is sure", () => {
  const [number, interval, before, after, verdict] = lines("a", { mode: "aendring", base: "2015" })
  assert.deepEqual(
    [number, before, after, verdict],
    ["+20,0 pr. 1.000", "2015: 10,0 pr. 1.000", "2016: 30,0 pr. 1.000", "increased"],
  )
  assert.match(interval, /^fra 2015 til 2016 · /)
})

test("two maps tell both periods, also one without a number", () => {
  assert.deepEqual(lines("b", { split: true, base: "2014" }).slice(2, 4), ["2014: <hidden>", "2016: 11,0 pr. 1.000"])
})

test("the card of a missing number tells the period only where the number is hidden", () => {
  assert.deepEqual(lines("c"), ["<hidden>", "2016"])
  assert.deepEqual(lines("c", { period: "2014" }), ["<not_collected>", ""])
})

test("a source without a page names none", () => {
  const values = { ...VALUES, origins: [/** @type {[string, string, string, number]} */ (["Rapporten", "", "B", 0])] }
  const found = numberLines(said, "b", new Readings(said, values), view()).at(-1)
  assert.deepEqual(found, { className: "quiet", text: "Kilde: Rapporten (●●○ gengivet)." })
})

test("only a complete list can say that an area is not on it", () => {
  const housing = area({ isHousing: true })
  assert.equal(signNote(said, housing, SIGN), "Ikke på Listen 2019.")
  assert.equal(signNote(said, housing, { ...SIGN, complete: false }), "Ukendt: Listen 2019.")
  assert.equal(signNote(said, area(), SIGN), "")
  assert.equal(signNote(said, housing, { ...SIGN, list: false }), "")
})

test("a sign that an area carries is named, with the projects it stands for", () => {
  assert.equal(signNote(said, area({ marks: [{ ...SIGN, names: null }] }), SIGN), "Listen 2019")
  const marks = [{ ...SIGN, label: "Projekter", names: ["Boksning", "Fritidsjob"] }]
  assert.equal(signNote(said, area({ marks }), { ...SIGN, label: "Projekter" }), "Projekter: Boksning, Fritidsjob")
})

test("until the page tells more of an area, its note or what its outline is", () => {
  assert.deepEqual(aboutOf(said, area({ note_da: "Note" })).facts, ["Note"])
  assert.deepEqual(aboutOf(said, area({ kind: "stand_in" })).facts, ["stand_in"])
  assert.deepEqual(aboutOf(context({ language: "en" }), area({ note_da: "Note", note_en: "In English" })).facts, [
    "In English",
  ])
  assert.deepEqual(facts(said, area()), [])
})

test("what the page tells of the chosen area comes after its signs", () => {
  const about = { area: "a", facts: ["En kendsgerning."], links: [], drill: [] }
  const own = context({ about, marks: [SIGN] })
  assert.deepEqual(facts(own, area({ isHousing: true })), ["Ikke på Listen 2019.", "En kendsgerning."])
  assert.deepEqual(facts(own, area({ id: "b", isHousing: true })), ["Ikke på Listen 2019."])
})

test("a change says nothing of the trend over all years, which would contradict it", () => {
  assert.ok(lines("a").includes("Udvikling: stigende"))
  assert.ok(!lines("a", { mode: "aendring", base: "2015" }).includes("Udvikling: stigende"))
})

test("the areas that a sentence holds open become pieces of their own", () => {
  const named = { aaparken: "Åparken", a_1: "{b}" }
  assert.deepEqual(pieces("Ny: {aaparken}, {a_1}. {ukendt}", named), [
    { text: "Ny: ", id: null },
    { text: "Åparken", id: "aaparken" },
    { text: ", ", id: null },
    { text: "{b}", id: "a_1" },
    { text: ". ", id: null },
    { text: "{ukendt}", id: null },
  ])
})

test("the tip says number, interval and comparison; the rest stands on the card", () => {
  assert.deepEqual(tipLines(said, readings.of("a", view()), readings.at("a", "2016")), [
    "30,0 pr. 1.000",
    "26,0–34,0",
    "over landet",
  ])
  assert.deepEqual(tipLines(said, readings.of("c", view()), readings.at("c", "2016")), ["<hidden>"])
})

test("a screen reader hears name, number, verdict, municipality, stand-in and signs", () => {
  const own = area({ kind: "stand_in", municipality: "Odense", marks: [{ ...SIGN, names: null }] })
  assert.equal(spoken(said, own, { text: "3,0", verdict: "høj" }), "Aaby: 3,0, høj, Odense, stand_in, Listen 2019")
  assert.equal(spoken(said, area(), null), "Aaby")
})
