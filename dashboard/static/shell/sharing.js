// "Del" beside a view: its link, citation and pictures, made here of what the page shows. No server is asked.
import { linkOf } from "../meeting/agenda.js"
import { saveBlob } from "../meeting/file.js"
import { documentData } from "../shared/document.js"
import { make } from "../shared/make.js"
import { composed } from "./picture.js"
import { addressOf } from "./views.js"

/** @typedef {import("../shared/types.d.ts").SharedView} SharedView */

const SHARPEST = 2000 // px that a picture is wide at least
const LONGEST_DRAWING = 10000 // ms that a picture waits for its charts
const UNSEEN = ".hoverlayer, .draglayer"
const { readers, shared } = documentData()

function texts() {
  return shared[document.documentElement.lang]
}

/**
 * The view's own address, in the reader's language.
 * @param {string} key
 */
function linkTo(key) {
  const view = linkOf(
    addressOf(key),
    readers.filter((name) => name !== "sprog"),
    key,
  )
  return new URL(view, location.origin).href
}

/**
 * Copy a text; where the browser does not let us, it stands there to be copied by hand.
 * @param {Element} box
 * @param {string} text
 * @param {string} done
 */
async function copy(box, text, done) {
  const field = box.querySelector("textarea") ?? make("textarea", "", "", { readonly: "", rows: 3 })
  field.setAttribute("aria-label", texts().copied_text)
  field.value = text
  box.append(field)
  field.select()
  const isCopied = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  )
  say(box, isCopied ? done : texts().by_hand)
}

/**
 * @param {Element} box
 * @param {string} sentence
 */
function say(box, sentence) {
  const status = box.querySelector("[role='status']")
  if (status) status.textContent = sentence
}

/**
 * The charts of a view as they stand on the page.
 * @param {string} key
 */
function chartsOf(key) {
  /** @type {NodeListOf<HTMLElement>} */
  const found = document.querySelectorAll(`.st-key-charts-${CSS.escape(key)} .js-plotly-plot`)
  const plots = [...found].filter(({ offsetWidth }) => offsetWidth > 0)
  const boxes = plots.map((plot) => plot.getBoundingClientRect())
  const left = Math.min(...boxes.map((box) => box.left))
  const top = Math.min(...boxes.map((box) => box.top))
  return plots.map((plot, place) => {
    const { left: x, top: y, width, height } = boxes[place]
    return { x: x - left, y: y - top, width, height, markup: markupOf(plot) }
  })
}

/**
 * The charts of a view when they stand: a picture may be asked for while they are being drawn.
 * @param {string} key
 */
async function drawnCharts(key) {
  const end = performance.now() + LONGEST_DRAWING
  while (performance.now() < end) {
    const charts = chartsOf(key)
    if (charts.length && charts.every(({ markup }) => markup)) return charts
    await new Promise(requestAnimationFrame)
  }
  throw new Error("the charts were not drawn")
}

/**
 * The layers of a Plotly chart, one over the other, without what answers the pointer.
 * @param {HTMLElement} plot
 */
function markupOf(plot) {
  const layers = [...plot.querySelectorAll(".main-svg")].map((layer) => {
    const copied = /** @type {Element} */ (layer.cloneNode(true))
    for (const unseen of copied.querySelectorAll(UNSEEN)) unseen.remove()
    return new XMLSerializer().serializeToString(copied)
  })
  return layers.join("")
}

const pencil = document.createElement("canvas").getContext("2d")

/**
 * @param {string} text
 * @param {number} size
 * @param {number} weight
 */
function measure(text, size, weight) {
  if (!pencil) return 0
  pencil.font = `${weight} ${size}px "Source Sans", system-ui, sans-serif`
  return pencil.measureText(text).width
}

/** The page's type as a style sheet that holds its file: a picture on its own fetches nothing. */
async function typeFace() {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  const face = rules.find((rule) => rule instanceof CSSFontFaceRule && isType(rule.style))
  if (!(face instanceof CSSFontFaceRule)) return ""
  const address = /url\(["']?([^"')]+)/.exec(face.style.getPropertyValue("src"))?.[1] ?? ""
  const sheet = face.parentStyleSheet?.href ?? document.baseURI
  const answer = await fetch(new URL(address, sheet), { cache: "force-cache" })
  return `@font-face{font-family:'Source Sans';font-weight:100 900;src:url(${await asData(await answer.blob())})}`
}

/** @param {CSSStyleDeclaration} style */
function isType(style) {
  return style.fontFamily.replace(/["']/g, "") === "Source Sans" && style.fontStyle !== "italic"
}

/**
 * @param {Blob} blob
 * @returns {Promise<string>}
 */
function asData(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = reject
    reader.readAsDataURL(blob)
  })
}

/**
 * @param {{ svg: string, width: number, height: number }} picture
 * @returns {Promise<Blob>}
 */
async function asPng({ svg, width, height }) {
  const scale = Math.max(2, SHARPEST / width)
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }))
  try {
    const image = new Image(width * scale, height * scale)
    image.src = address
    await image.decode()
    const canvas = make("canvas", "", "", { width: Math.round(width * scale), height: Math.round(height * scale) })
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))))
    })
  } finally {
    URL.revokeObjectURL(address)
  }
}

/**
 * @param {SharedView} view
 * @param {"png" | "svg"} kind
 */
async function picture(view, kind) {
  const font = await typeFace().catch(() => "") // without it the picture has the reader's own type
  const charts = await drawnCharts(view.key)
  const made = composed(charts, view, measure, font)
  const blob = kind === "png" ? await asPng(made) : new Blob([made.svg], { type: "image/svg+xml" })
  saveBlob(blob, `${view.name}.${kind}`)
}

/**
 * The code of a frame that shows the view alone, for a page of another host.
 * @param {SharedView} view
 * @param {string} link
 */
function frameOf(view, link) {
  const address = new URL(link)
  address.searchParams.set("visning", "indlejret")
  const frame = make("iframe", "", "", { title: view.heading, width: "100%", height: 640, loading: "lazy" })
  frame.removeAttribute("class")
  frame.setAttribute("src", address.href)
  return frame.outerHTML
}

/**
 * @param {HTMLElement} box
 * @param {string} way
 */
async function answer(box, way) {
  /** @type {SharedView} */
  const view = JSON.parse(box.dataset.shared ?? "")
  const link = linkTo(view.key)
  if (way === "link") return copy(box, link, texts().link_copied)
  if (way === "embed") return copy(box, frameOf(view, link), texts().embed_copied)
  if (way === "citation") return copy(box, view.citation.replace("{address}", link), texts().citation_copied)
  const kind = way === "png" ? "png" : "svg"
  await picture(view, kind).then(
    () => say(box, texts().picture_made),
    () => say(box, texts().no_picture),
  )
}

document.addEventListener("click", ({ target }) => {
  const pressed = target instanceof Element && target.closest("[data-shared] [data-way]")
  if (!(pressed instanceof HTMLElement)) return
  const box = pressed.closest("[data-shared]")
  if (box instanceof HTMLElement) answer(box, pressed.dataset.way ?? "")
})
