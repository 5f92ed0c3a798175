import assert from "node:assert/strict"
import { test } from "node:test"
import { asMinutes, later, spent, startText, totalText } from "../../../dashboard/static/meeting/times.js"

test("a time of day some minutes after another, also after midnight", () => {
  assert.equal(later("16:30", 45), "17:15")
  assert.equal(later("09:05", 0), "09:05")
  assert.equal(later("23:50", 75), "01:05")
})

test("seconds as minutes", () => {
  assert.deepEqual([0, 9.9, 75, 3600].map(asMinutes), ["0:00", "0:09", "1:15", "60:00"])
})

const STARTS = { starts: "kl. {time}", starts_after: "efter {n} min." }
test("an item begins by the clock, or after some minutes where the meeting has no time", () => {
  assert.equal(startText(STARTS, "16:30", 45), "kl. 17:15")
  assert.equal(startText(STARTS, "", 45), "efter 45 min.")
})

const TOTAL = { total: "{n} punkter, {minutes} min.", total_to: "{n} punkter, {minutes} min., til {end}" }
test("how long all items take, and when they end", () => {
  assert.equal(totalText(TOTAL, "16:30", 3, 90), "3 punkter, 90 min., til 18:00")
  assert.equal(totalText(TOTAL, "", 3, 90), "3 punkter, 90 min.")
})

const SPENT = { used: "brugt {used}", used_of: "brugt {used} af {minutes}", over: "{over} over" }
test("the time an item has taken, and how far it is over its own", () => {
  assert.deepEqual(spent(SPENT, 75, 0), { text: "brugt 1:15", isOver: false })
  assert.deepEqual(spent(SPENT, 300, 5), { text: "brugt 5:00 af 5", isOver: false })
  assert.deepEqual(spent(SPENT, 375, 5), { text: "brugt 6:15 af 5 – 1:15 over", isOver: true })
})
