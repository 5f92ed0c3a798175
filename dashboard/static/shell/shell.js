// What the page does beside its elements: it speaks the document's language, keeps the document in step with the
// address, prints, and follows links.
import { documentData } from "../shared/document.js"
import "./adding.js"
import { placeOf } from "../shared/address.js"
import { follow as followLink } from "../shared/visit.js"
import { drawnFrom } from "./agree.js"
import { inDanish } from "./danish.js"
import { documentOf } from "./document.js"
import "./first.js"
import "./landing.js"
import { keepOpen } from "./menu.js"
import "./news.js"
import "./reconnect.js"
import { tellShown } from "./said.js"
import "./sharing.js"

const languages = Object.keys(documentData().languages)
const ATTRIBUTES = ["aria-label", "title", "placeholder", "data-title", "alt", "aria-valuetext"]

/** @param {Node} node */
function translate(node) {
  if (node instanceof Text) translateText(node)
  if (!(node instanceof Element)) return
  for (const name of ATTRIBUTES) {
    const danish = inDanish(node.getAttribute(name))
    if (danish !== null) node.setAttribute(name, danish)
  }
  for (const child of node.childNodes) translate(child)
}

/** @param {Text} text */
function translateText(text) {
  const danish = inDanish(text.data)
  if (danish !== null) text.data = danish
}

/** Language and projector mode can change without a reload. */
function follow() {
  const root = document.documentElement
  const { language, mode } = documentOf(location.search, languages)
  if (root.lang !== language) {
    root.lang = language
    dispatchEvent(new Event("languagechange")) // for Streamlit, which asks locale.js
  }
  if (root.dataset.visning !== mode) root.dataset.visning = mode
  return language
}

/** On a telephone the menu scrolls: to the page that is open. */
function showCurrent() {
  const current = document.querySelector(".st-key-menu nav > ul > li:has(> [aria-current]):not([data-shown])")
  const list = current?.parentElement
  if (!(current instanceof HTMLElement) || !list) return
  current.dataset.shown = ""
  list.scrollLeft = current.offsetLeft - list.offsetLeft - 40
}

/** A table or formula wider than a telephone scrolls sideways: let the keyboard reach it (WCAG 2.1.1). */
function openToKeyboard() {
  const wide = ":is([data-testid='stTable'] > div, .katex-display):not([tabindex])"
  for (const frame of document.querySelectorAll(wide)) frame.setAttribute("tabindex", "0")
}

/** Where a telephone shows a table as a list, every cell says which column it is of, and one without a text is left out
 * (shell.css). A cell stays when its page runs again, and may then have another text.
 */
function nameCells() {
  /** @type {NodeListOf<HTMLTableCellElement>} */
  const cells = document.querySelectorAll("[data-testid='stTable'] td")
  for (const cell of cells) {
    cell.toggleAttribute("data-empty", !cell.textContent?.trim())
    if ("heading" in cell.dataset) continue
    const heading = cell.closest("table")?.tHead?.rows[0]?.cells[cell.cellIndex]
    cell.dataset.heading = heading?.textContent?.trim() ?? ""
  }
}

/** What a chart says stands in its name; the loose numbers of its axes are not read after it, nor Plotly's own ruler. */
function hushDrawings() {
  const drawn = ":is([role='figure'] .main-svg, #js-plotly-tester):not([aria-hidden])"
  for (const drawing of document.querySelectorAll(drawn)) drawing.setAttribute("aria-hidden", "true")
}

/** @param {Node[]} changed */
function keepInStep(changed) {
  const language = follow()
  showCurrent()
  keepOpen()
  openToKeyboard()
  nameCells()
  hushDrawings()
  tellShown()
  if (language === "da") changed.forEach(translate)
}

keepInStep([document.documentElement])
new MutationObserver((changes) => {
  keepInStep(changes.flatMap(({ type, target, addedNodes }) => (type === "childList" ? [...addedNodes] : [target])))
}).observe(document.documentElement, {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ATTRIBUTES,
})

// A chart is as wide as the window it was drawn in: on paper it is made smaller, so that nothing is cut off and two
// small ones stand beside each other.
const PAPER_WIDTH = 700 // CSS pixels between the margins of an A4 page
const LARGEST = 0.9
/** @type {() => NodeListOf<HTMLElement>} */
const charts = () => document.querySelectorAll("[data-testid='stPlotlyChart']")
addEventListener("beforeprint", () => {
  for (const chart of charts()) chart.style.zoom = String(Math.min(LARGEST, PAPER_WIDTH / chart.offsetWidth))
})
addEventListener("afterprint", () => {
  for (const chart of charts()) chart.style.zoom = ""
})

// To a heading of the page: past the menu (Streamlit's own link goes to what holds both), or of a view in the contents. The
// address stays, for what stands behind # is no choice.
addEventListener("click", (event) => {
  /** @type {HTMLAnchorElement | null} */
  const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null
  if (!link) return
  const part =
    link.dataset.testid === "stSkipToContent" ? "[data-testid='stMain'] h1" : `.st-key-${link.hash.slice(1)} h2`
  /** @type {HTMLElement | null} */
  const heading = document.querySelector(part)
  if (!heading) return
  event.preventDefault()
  const closed = heading.closest("details:not([open])")
  closed?.querySelector("summary")?.click()
  requestAnimationFrame(() => {
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
    heading.scrollIntoView()
  })
})

// A link to a page of ours is followed here: Streamlit would send the choices that stood when the link was drawn.
addEventListener(
  "click",
  (event) => {
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    if (!(isPlain && event.target instanceof Element)) return
    /** @type {HTMLAnchorElement | null} */
    const link = event.target.closest("a[data-testid='stPageLink-NavLink'], a.own")
    if (!link) return
    event.preventDefault()
    event.stopImmediatePropagation()
    followLink(link, drawnFrom() ?? placeOf(location))
  },
  { capture: true },
)
