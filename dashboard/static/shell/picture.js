// A picture of charts as SVG: what they show over them, and under them source, date and mark. What needs no page.

const NAMESPACE = "http://www.w3.org/2000/svg"
const EDGE = 16 // px of white around it all
const INK = "#1b2a3a"
const QUIET = "#4a5868"
const FAMILY = "'Source Sans', system-ui, sans-serif"
const ADDRESS = /url\((?:&quot;|["'])?[^)#]*#([^)"'&]+)(?:&quot;|["'])?\)/g

/**
 * @typedef {object} Drawn A chart as it stands on the page.
 * @property {number} x px from the left of the picture's content
 * @property {number} y px from its top
 * @property {number} width
 * @property {number} height
 * @property {string} markup its SVG
 *
 * @typedef {object} Told
 * @property {string} heading
 * @property {string} sentence
 * @property {string[]} foot
 * @property {string} mark "Fiktive tal", or empty
 *
 * @typedef {{ text: string, size: number, weight: number, fill: string }} Row
 * @typedef {(text: string, size: number, weight: number) => number} Measure the width of a text in px
 */

/**
 * The whole picture as the text of an SVG, and its size.
 * @param {Drawn[]} charts
 * @param {Told} told
 * @param {Measure} measure
 * @param {string} [font] a style sheet with the type of the page
 */
export function composed(charts, told, measure, font = "") {
  const inner = Math.ceil(Math.max(...charts.map(({ x, width }) => x + width)))
  const deep = Math.ceil(Math.max(...charts.map(({ y, height }) => y + height)))
  const over = [
    ...rows(told.heading, { size: 22, weight: 650, fill: INK }, inner, measure),
    ...rows(told.sentence, { size: 16, weight: 400, fill: INK }, inner, measure),
    ...rows(told.mark, { size: 16, weight: 700, fill: INK }, inner, measure),
  ]
  const under = told.foot.flatMap((text) => rows(text, { size: 13, weight: 400, fill: QUIET }, inner, measure))
  const head = written(over, EDGE)
  const foot = written(under, head.end + deep + EDGE)
  const [width, height] = [inner + 2 * EDGE, Math.ceil(foot.end + EDGE)]
  const drawn = charts.map((chart) => placed(chart, EDGE, head.end + EDGE / 2)).join("")
  const svg =
    `<svg xmlns="${NAMESPACE}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">` +
    `<title>${escaped(told.heading)}</title><desc>${escaped(told.sentence)}</desc>${font && `<style>${font}</style>`}` +
    `<rect width="100%" height="100%" fill="#fff"/>${head.markup}${drawn}${foot.markup}</svg>`
  return { svg, width, height }
}

/**
 * A text in rows that a width holds; a word that is longer has a row of its own.
 * @param {string} text
 * @param {Omit<Row, "text">} type
 * @param {number} width
 * @param {Measure} measure
 * @returns {Row[]}
 */
export function rows(text, type, width, measure) {
  /** @type {string[]} */
  const found = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = found.length ? `${found.at(-1)} ${word}` : word
    if (found.length && measure(longer, type.size, type.weight) <= width) found[found.length - 1] = longer
    else found.push(word)
  }
  return found.map((row) => ({ text: row, ...type }))
}

/**
 * @param {Row[]} lines
 * @param {number} top
 */
function written(lines, top) {
  let end = top
  const texts = lines.map(({ text, size, weight, fill }) => {
    end += size * 1.35
    const type = `font-family="${FAMILY}" font-size="${size}" font-weight="${weight}" fill="${fill}"`
    return `<text x="${EDGE}" y="${Math.round(end - size * 0.3)}" ${type}>${escaped(text)}</text>`
  })
  return { markup: texts.join(""), end }
}

/**
 * @param {Drawn} chart
 * @param {number} left
 * @param {number} top
 */
function placed({ x, y, width, height, markup }, left, top) {
  const frame = `x="${left + x}" y="${top + y}" width="${width}" height="${height}"`
  return `<svg ${frame}>${markup.replace(ADDRESS, "url(#$1)")}</svg>`
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
}
