import assert from "node:assert/strict"
import { afterEach, mock, test } from "node:test"
import { load } from "../../../dashboard/static/map/files.js"
import { FileError, fetchOnce } from "../../../dashboard/static/shared/fetched.js"

const FILES = { catalogue: "", geometry: "/g-{level}", values: "/v-{indicator}", background: "/b", marks: "" }

/** @param {(address: string) => Promise<Response>} answer */
const answerWith = (answer) => mock.method(globalThis, "fetch", answer)
afterEach(() => mock.restoreAll())

/** @param {string} address */
const echo = async (address) => new Response(JSON.stringify(address))

test("a file is fetched once", async () => {
  const asked = answerWith(echo)
  assert.deepEqual(await Promise.all([fetchOnce("/once"), fetchOnce("/once")]), ["/once", "/once"])
  assert.equal(asked.mock.callCount(), 1)
})

test("no address is no file", async () => assert.equal(await fetchOnce(""), null))

test("a file that did not come is asked for again", async () => {
  answerWith(async () => new Response("", { status: 503 }))
  await assert.rejects(fetchOnce("/again"), FileError)
  mock.restoreAll()
  answerWith(() => Promise.reject(new TypeError("no network")))
  await assert.rejects(fetchOnce("/again"), FileError)
  mock.restoreAll()
  answerWith(echo)
  assert.equal(await fetchOnce("/again"), "/again")
})

test("a map is drawn from the shapes of its level, the land and the indicator's numbers", async () => {
  answerWith(echo)
  const found = await load(
    { files: FILES, overlaid: ["municipality"], marked: "housing_area" },
    { indicator: "charges", level: "region" },
  )
  assert.deepEqual(found, { shapes: "/g-region", overlay: null, background: "/b", values: "/v-charges" })
})

test("housing areas lie on top of some levels", async () => {
  answerWith(echo)
  const found = await load(
    { files: FILES, overlaid: ["municipality"], marked: "housing_area" },
    { indicator: "charges", level: "municipality" },
  )
  assert.equal(found.overlay, "/g-housing_area")
})
