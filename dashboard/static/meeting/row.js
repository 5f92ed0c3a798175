// One item of the agenda as it is built. A row is kept while its item is, so that what has the focus keeps it.
/** @import { EditorTexts, Item } from "../shared/types.d.ts" */
import { fill } from "../shared/fill.js"
import { box, button, field, make } from "../shared/make.js"
import { inLanguage, MOST_MINUTES, minutesOf } from "./agenda.js"
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
    this.up = button("move", "↑", () => actions.move(-1, this.up))
    this.down = button("move", "↓", () => actions.move(1, this.down))
    this.remove = button("remove", texts.remove, actions.remove)
    this.wrong = make("p", "wrong", "", { role: "alert" })
    this.open = make("a", "open", texts.open, { target: "_blank" })
    this.fields = PARTS.map((name) => this.makeField(name))
    const top = box("div", "top", this.heading, this.starts, this.up, this.down, this.remove)
    const parts = box("div", "parts", ...this.fields.map(({ label }) => label))
    this.element = box("li", "item", top, parts, this.wrong, this.open)
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
    const view = this.actions.viewOf(text)
    this.wrong.textContent = view === null ? this.texts.wrong_link : ""
    if (view !== null) this.actions.write({ view })
  }

  /** Where the reader goes on after adding it. */
  focus() {
    this.fields.find(({ name }) => name === "title")?.input.focus()
  }

  /**
   * @param {Item} item
   * @param {{ place: number, count: number, start: string, before: number }} where its place from 0, the number of
   *   items, when the meeting starts, and the minutes before it
   */
  show(item, { place, count, start, before }) {
    const { texts } = this
    const title = item.title || texts.untitled
    this.heading.textContent = fill(texts.item, { n: place + 1, title })
    this.starts.textContent = startText(texts, start, before)
    for (const { name, input } of this.fields)
      write(input, name === "minutes" && !item.minutes ? "" : String(item[name]))
    this.up.disabled = place === 0
    this.down.disabled = place === count - 1
    this.open.hidden = !item.view
    this.open.href = inLanguage(item.view, texts.language) || "#"
    this.name(title)
  }

  /** @param {string} title */
  name(title) {
    const { texts } = this
    const names = /** @type {const} */ ([
      [this.up, texts.up],
      [this.down, texts.down],
      [this.remove, texts.remove_this],
      [this.open, texts.open_this],
    ])
    for (const [element, text] of names) element.setAttribute("aria-label", fill(text, { title }))
  }
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
