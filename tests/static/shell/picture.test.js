import assert from "node:assert/strict"
import { test } from "node:test"
import { composed, rows } from "../../../dashboard/static/shell/picture.js"

const TYPE = { size: 10, weight: 400, fill: "#000" }
const measure = (/** @type {string} */ text, /** @type {number} */ size) => text.length * size
const CHART = { x: 0, y: 0, width: 300, height: 200, markup: '<svg class="main-svg"></svg>' }
const TOLD = { heading: "Aaparken · Tal · 2015", sentence: "Et fald.", foot: ["Kilde: X.", "Version 1"], mark: "" }

test("a text keeps within its width, and a word that is longer has a row of its own", () => {
  const texts = rows("ab cd  efghijklmnop q", TYPE, 50, measure).map(({ text }) => text)
  assert.deepEqual(texts, ["ab cd", "efghijklmnop", "q"])
  assert.deepEqual(rows("", TYPE, 50, measure), [])
})

test("the picture has heading, sentence, charts, source and date in this order", () => {
  const { svg } = composed([CHART], TOLD, () => 0)
  const places = [
    "<title>",
    ">Aaparken · Tal · 2015</text>",
    ">Et fald.</text>",
    "main-svg",
    ">Kilde: X.</text>",
    ">Version 1",
  ]
  const found = places.map((part) => svg.indexOf(part))
  assert.deepEqual(
    found,
    [...found].sort((a, b) => a - b),
  )
  assert.ok(found.every((place) => place >= 0))
})

test("what is invented says so in the picture", () => {
  assert.match(composed([CHART], { ...TOLD, mark: "Fiktive tal" }, () => 0).svg, />Fiktive tal<\/text>/)
})

test("a text of the data stays text", () => {
  const { svg } = composed([CHART], { ...TOLD, heading: '<script>alert("1")</script> & co' }, () => 0)
  assert.equal(svg.includes("<script>"), false)
  assert.ok(svg.includes('&lt;script&gt;alert("1")&lt;/script&gt; &amp; co'))
})

test("charts stand beside each other as on the page, and the picture is as large as they are", () => {
  const two = [CHART, { ...CHART, x: 320, y: 0, height: 240 }]
  const { svg, width, height } = composed(two, TOLD, () => 0)
  assert.equal(width, 320 + 300 + 32)
  assert.ok(height > 240)
  assert.match(svg, /<svg x="336" /)
})

test("a pattern is looked for in the picture itself, not at the address of the page", () => {
  const markup = '<path style="fill: url(&quot;http://barometer.dk/kort?a=1#p1&quot;);"/><g clip-path="url(#c1)"/>'
  const { svg } = composed([{ ...CHART, markup }], TOLD, () => 0)
  assert.ok(svg.includes('style="fill: url(#p1);"'))
  assert.ok(svg.includes('clip-path="url(#c1)"'))
})
