// One item of the agenda as it is built. A row is kept while its item is, so that what has the focus keeps it.
/** @import { EditorData, EditorTexts, Item } from "../shared/types.d.ts" */
import { fill } from "../shared/fill.js"
import { box, button, field, make } from "../shared/make.js"
import { inLanguage, MOST_MINUTES, minutesOf } from "./agenda.js"
import { told } from "./memory.js"
import { startText } from "./times.js"

const FIELDS = /** @type {const} */ ({
  minutes: ["input", { type: "number", min: 0, max: MOST_MINUTES, step: 1 }],
  title: ["input", { type: "text" }],
  view: ["input", { type: "text" }],
  note: ["textarea", { rows: 2 }],
  decision: ["textarea", { rows: 2 }],
  responsible: ["input", { type: "text" }],
})
/** @typedef {keyof typeof FIELDS} Part */
const PARTS = /** @type {Part[]} */ (Object.keys(FIELDS))

/**
 * @typedef {object} RowActions
 * @property {(steps: number, pressed: HTMLButtonElement) => void} move
 * @property {() => void} remove
 * @property {(parts: Partial<Item>) => void} write
 * @property {(text: string) => string | null} viewOf a typed link: null where it is not one of ours
 */

export class Row {
  /**
   * @param {EditorTexts} texts
   * @param {RowActions} actions
   */
  constructor(texts, actions) {
    this.texts = texts
    this.actions = actions
    this.heading = make("h3")
    this.starts = make("span", "starts")
    this.where = make("span", "where")
    this.since = make("ul", "since")
    this.up = button("move", "↑", () => actions.move(-1, this.up))
    this.down = button("move", "↓", () => actions.move(1, this.down))
    this.remove = button("remove", texts.remove, actions.remove)
    this.wrong = make("p", "wrong", "", { role: "alert" })
    this.link = make("a", "open", texts.open, { target: "_blank" })
    this.fields = PARTS.map((name) => this.makeField(name))
    this.summary = box("summary", "", box("span", "named", this.heading, this.where), this.starts)
    const parts = box("div", "parts", ...this.fields.map(({ label }) => label))
    this.fold = box("details", "", this.summary, parts, this.wrong, this.link)
    const ways = box("div", "ways", this.up, this.down, this.remove)
    this.element = box("li", "item", box("div", "top", this.fold, ways), this.since)
  }

  /** @param {Part} name */
  makeField(name) {
    const [tag, attributes] = FIELDS[name]
    const { label, input } = field(tag, this.texts[name], attributes)
    label.classList.add(name)
    input.oninput = () => this.typed(name, input.value)
    return { name, label, input }
  }

  /**
   * @param {Part} name
   * @param {string} text
   */
  typed(name, text) {
    if (name === "minutes") this.actions.write({ minutes: minutesOf(text) })
    else if (name === "view") this.typedView(text)
    else this.actions.write({ [name]: text })
  }

  /**
   * The last good link stays until this one is whole.
   * @param {string} text
   */
  typedView(text) {
    if (!text.trim()) return
    const view = this.actions.viewOf(text)
    this.wrong.textContent = view === null ? this.texts.wrong_link : ""
    if (view !== null) this.actions.write({ view })
  }

  /** Where the reader goes on after adding it. */
  open() {
    this.fold.open = true
    this.fields.find(({ name }) => name === "title")?.input.focus()
  }

  /**
   * @param {Item} item
   * @param {{ place: number, count: number, start: string, before: number, data: EditorData }} where its place from 0,
   *   the number of items, when the meeting starts, the minutes before it, and what the page has told
   */
  show(item, { place, count, start, before, data }) {
    const { texts } = this
    const title = item.title || texts.untitled
    this.heading.textContent = fill(texts.item, { n: place + 1, title })
    const minutes = item.minutes ? ` · ${fill(texts.minutes_short, { n: item.minutes })}` : ""
    this.starts.textContent = `${startText(texts, start, before)}${minutes}`
    this.where.textContent = whereOf(item.view, data)
    this.showSince(item, data)
    for (const { name, input } of this.fields) write(input, textIn(item, name))
    this.up.disabled = place === 0
    this.down.disabled = place === count - 1
    this.link.hidden = !item.view
    this.link.href = inLanguage(item.view, texts.language) || "#"
    this.name(title)
  }

  /**
   * What the last meeting said of it, and what has moved.
   * @param {Item} item
   * @param {EditorData} data
   */
  showSince({ last, seen }, { memory, texts }) {
    const lines = last ? told(last, seen, memory, texts.locale) : []
    this.since.hidden = !lines.length
    this.since.replaceChildren(...lines.map((line) => make("li", "", line)))
  }

  /** @param {string} title */
  name(title) {
    const { texts } = this
    const names = /** @type {const} */ ([
      [this.up, texts.up],
      [this.down, texts.down],
      [this.remove, texts.remove_this],
      [this.link, texts.open_this],
    ])
    for (const [element, text] of names) element.setAttribute("aria-label", fill(text, { title }))
  }
}

/**
 * What a field holds. The link of the view is said in words above: its field is for another one.
 * @param {Item} item
 * @param {Part} name
 */
function textIn(item, name) {
  if (name === "view") return ""
  return name === "minutes" && !item.minutes ? "" : String(item[name])
}

/**
 * What an item shows, in words; until the page has told them, the name of its page.
 * @param {string} view
 * @param {EditorData} data
 */
function whereOf(view, { described, titles, texts }) {
  if (!view) return texts.spoken
  const [page] = view.slice(1).split("?")
  return described[view] ?? titles[page] ?? ""
}

/**
 * Put a value into a field, unless the reader is typing in it.
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {string} value
 */
export function write(input, value) {
  const root = /** @type {ShadowRoot} */ (input.getRootNode())
  if (input.value !== value && root.activeElement !== input) input.value = value
}
