// "Føj til dagsorden" under a view: the browser adds the view to its agenda and says so. No server is asked, so it
// answers at once; Streamlit's own run after the click changes nothing.
/** @import { AddedTexts } from "../shared/types.d.ts" */
import { inLanguage, isFull, linkOf, newItem } from "../meeting/agenda.js"
import { saveAgenda } from "../meeting/file.js"
import { change, isKept, load } from "../meeting/kept.js"
import { documentData } from "../shared/document.js"
import { fill } from "../shared/fill.js"
import { button, make } from "../shared/make.js"
import { keyIn } from "./added.js"
import { addressOf, nameOf } from "./views.js"

const PREFIX = "st-key-agenda-add-"
const AGENDA = "/moede"
const SHOWN = 5_000 // ms, and as long as somebody points at it or stands in it
const { added, readers } = documentData()

const status = make("div", "agenda-status", "", { role: "status" })
document.body.append(status)

let closing = 0 // a timer

/** Close by itself what was said, once nobody is at it. */
function closeLater() {
  clearTimeout(closing)
  closing = window.setTimeout(() => {
    if (status.matches(":hover, :focus-within")) closeLater()
    else status.replaceChildren()
  }, SHOWN)
}

/**
 * @param {AddedTexts} texts
 * @param {string} sentence
 * @param {Node[]} ways what can be done about it
 */
function say(texts, sentence, ...ways) {
  const link = make("a", "", texts.open, { href: inLanguage(AGENDA, document.documentElement.lang) })
  link.onclick = openInPage
  const close = button("", texts.close, () => status.replaceChildren())
  status.replaceChildren(make("p", "", sentence), ...ways, link, close)
  if (!ways.length) closeLater()
  else clearTimeout(closing)
}

/**
 * A new document would not know of an agenda that the browser does not keep.
 * @param {MouseEvent} event
 */
function openInPage(event) {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll(".st-key-menu a")
  const inMenu = [...links].find(({ pathname }) => pathname === AGENDA)
  if (isKept() || !inMenu) return
  event.preventDefault()
  inMenu.click()
}

/** @param {AddedTexts} texts */
function saveButton(texts) {
  return button("", texts.save, () => {
    saveAgenda(texts.untitled)
    say(texts, texts.saved)
  })
}

/** @param {Element} box around the button */
function add(box) {
  const texts = added[document.documentElement.lang]
  if (load().damaged !== null) return say(texts, texts.damaged)
  if (isFull(load().agenda)) return say(texts, texts.full)
  const key = keyIn(box.classList, PREFIX)
  const item = newItem({ title: nameOf(box, key, texts.view), view: linkOf(addressOf(key), readers, key) })
  if (!change(({ items }) => items.push(item))) return say(texts, texts.unkept, saveButton(texts))
  const n = load().agenda.items.length
  say(texts, fill(n === 1 ? texts.one : texts.many, { title: item.title, n }))
}

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return
  const box = target.closest("button") && target.closest(`[class*="${PREFIX}"]`)
  if (box) add(box)
})
