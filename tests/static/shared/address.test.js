import assert from "node:assert/strict"
import { test } from "node:test"
import {
  changed,
  changesOf,
  choicesOf,
  isSame,
  merged,
  placeOf,
  searchOf,
} from "../../../dashboard/static/shared/address.js"

test("a page is the last part of its path; the choices are those the server reads", () => {
  assert.deepEqual(placeOf({ pathname: "/kort", search: "?aar=2019" }), { page: "kort", choices: { aar: "2019" } })
  assert.deepEqual(placeOf({ pathname: "/", search: "" }), { page: "", choices: {} })
  assert.deepEqual(choicesOf("?aar=2019&aar=2020&embed=true&soeg="), { aar: "2020", soeg: "" })
})

test("choices are written as they are read", () => {
  assert.deepEqual(choicesOf(searchOf({ soeg: "é & +,", aar: "2019" })), { soeg: "é & +,", aar: "2019" })
  assert.equal(searchOf({}), "")
})

test("changes lead from some choices to others; null drops one", () => {
  const [from, to] = [
    { a: "1", b: "2" },
    { b: "3", c: "4" },
  ]
  assert.deepEqual(changesOf(from, to), { a: null, b: "3", c: "4" })
  assert.deepEqual(changed(from, changesOf(from, to)), to)
})

test("an address is the same whatever the order of its choices", () => {
  const kort = placeOf({ pathname: "/kort", search: "?a=1&b=2" })
  assert.equal(isSame(kort, placeOf({ pathname: "/kort", search: "?b=2&a=1" })), true)
  assert.equal(isSame(kort, placeOf({ pathname: "/data", search: "?a=1&b=2" })), false)
  assert.equal(isSame(kort, placeOf({ pathname: "/kort", search: "?a=1" })), false)
})

test("choices made in two places both hold; where both changed one, ours does", () => {
  const start = { a: "1", b: "1", c: "1" }
  assert.deepEqual(merged(start, { ...start, a: "2" }, { ...start, b: "2" }), { a: "2", b: "2", c: "1" })
  assert.deepEqual(merged(start, { a: "1", b: "1" }, { ...start, d: "1" }), { a: "1", b: "1", d: "1" })
  assert.deepEqual(merged(start, { ...start, a: "2" }, { ...start, a: "3" }), { a: "2", b: "1", c: "1" })
})
