import assert from "node:assert/strict"
import { test } from "node:test"
import { asText, empty, newItem, read, withoutMemory } from "../../../dashboard/static/meeting/agenda.js"
import { next, told } from "../../../dashboard/static/meeting/memory.js"
import { cases, file } from "../cases.js"

const { texts } = file("memory")
/** @type {Record<string, string>} */
const TAGS = { da: "da-DK", en: "en-GB" }
const NUMBER = {
  id: "i",
  label: "L",
  value: 1,
  low: null,
  high: null,
  decimals: 0,
  unit: "%",
  period: "2015",
  ground: "",
}
const SEEN = { day: "2026-12-01", version: "v1", sentence: "S", numbers: [NUMBER] }

for (const { name, language, last, now, told: expected } of cases("memory")) {
  test(name, () => assert.deepEqual(told(last, now, texts[language], TAGS[language]), expected))
}

test("the next meeting has the same items, each with what the last one said and saw", () => {
  const item = newItem({ title: "Kort", view: "/kort", minutes: 5, note: "N", decision: "Ja", responsible: "Åse" })
  const agenda = { ...empty(), title: "Møde", date: "2026-12-01", start: "16:00", items: [{ ...item, seen: SEEN }] }
  const made = next(agenda)
  const [{ id, ...rest }] = made.items
  assert.notEqual(id, item.id)
  assert.deepEqual(rest, {
    ...{ title: "Kort", view: "/kort", minutes: 5, note: "N", decision: "", responsible: "" },
    last: { day: "2026-12-01", decision: "Ja", responsible: "Åse", seen: SEEN },
  })
  assert.deepEqual([made.title, made.date, made.start], ["Møde", "", "16:00"])
})

test("a meeting without a date is known by the day its numbers were seen", () => {
  const made = next({ ...empty(), items: [{ ...newItem(), seen: SEEN }, newItem()] })
  assert.deepEqual(
    made.items.map(({ last }) => last?.day),
    ["2026-12-01", ""],
  )
})

test("a memory that is not whole is handed to Python", () => {
  const whole = {
    ...empty(),
    items: [{ ...newItem(), seen: SEEN, last: { day: "", decision: "", responsible: "", seen: null } }],
  }
  assert.deepEqual(read(asText(whole)), whole)
  const damaged = [
    { ...SEEN, day: 7 },
    { ...SEEN, numbers: [{ ...NUMBER, value: "1" }] },
    { ...SEEN, numbers: [null] },
  ]
  for (const seen of damaged) {
    assert.equal(read(JSON.stringify({ ...whole, items: [{ ...newItem(), seen }] })), null)
  }
  assert.equal(read(JSON.stringify({ ...whole, items: [{ ...newItem(), last: {} }] })), null)
})

test("a link carries no memory", () => {
  const [item] = withoutMemory({ ...empty(), items: [{ ...newItem({ title: "Kort" }), seen: SEEN }] }).items
  assert.equal(item.title, "Kort")
  assert.equal("seen" in item, false)
})
