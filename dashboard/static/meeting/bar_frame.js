// The parts of the bar of a running meeting, as they are seen.
/** @import { BarTexts, Item } from "../shared/types.d.ts" */
import { fill } from "../shared/fill.js"
import { box, button, field, make } from "../shared/make.js"

/**
 * @typedef {object} BarActions
 * @property {(steps: number) => void} turn
 * @property {() => void} full
 * @property {() => void} leave
 * @property {(parts: Partial<Item>) => void} write
 * @property {() => void} save as a file, where the browser does not keep the agenda
 */

export class BarFrame {
  /**
   * @param {BarTexts} texts
   * @param {BarActions} actions
   */
  constructor(texts, actions) {
    const progress = { role: "progressbar", "aria-label": texts.progress, "aria-valuemin": 0 }
    this.done = make("div")
    this.progress = make("div", "progress", "", progress)
    this.progress.append(this.done)
    this.title = make("h1")
    this.place = make("span", "place")
    this.clock = make("span", "clock")
    this.said = make("p", "hidden", "", { role: "status" })
    this.previous = button("turn", texts.previous, () => actions.turn(-1))
    this.next = button("turn", texts.next, () => actions.turn(1))
    this.noteButton = button("", texts.notes, () => this.toggleNote(), { "aria-expanded": "false" })
    this.note = field("textarea", texts.note, { rows: 3 })
    this.note.label.hidden = true
    this.decision = field("textarea", texts.decision, { rows: 1 })
    this.responsible = field("input", texts.responsible)
    this.since = make("p", "since", "", { tabindex: 0 })
    this.problem = make("div", "problem", "", { role: "alert" })
    this.problem.append(texts.unkept, " ", button("", texts.save, actions.save))
    this.problem.hidden = true
    this.more = make("p", "more", texts.more, { "aria-hidden": "true" })
    this.spoken = make("div", "spoken") // an item without a view, in place of the page
    this.spoken.hidden = true
    this.element = make("section", "bar", "", { "aria-label": texts.bar })
    this.element.hidden = true
    this.arrange(texts, actions)
  }

  /**
   * @param {BarTexts} texts
   * @param {BarActions} actions
   */
  arrange(texts, actions) {
    const full = button("", texts.full, actions.full)
    const end = button("", texts.end, actions.leave)
    const line = box(
      "div",
      "line",
      this.previous,
      this.place,
      this.title,
      this.clock,
      this.noteButton,
      full,
      end,
      this.next,
    )
    const fields = box("div", "fields", this.decision.label, this.responsible.label)
    this.element.append(this.more, this.progress, this.problem, line, this.since, this.note.label, fields, this.said)
    for (const [name, input] of this.written) input.oninput = () => actions.write({ [name]: input.value })
  }

  /** The fields of what is written during the meeting, by their names in an item. */
  get written() {
    const { note, decision, responsible } = this
    return /** @type {const} */ ([
      ["note", note.input],
      ["decision", decision.input],
      ["responsible", responsible.input],
    ])
  }

  /** The field that is typed in. */
  get focused() {
    const root = /** @type {ShadowRoot} */ (this.element.getRootNode())
    return this.written.map(([, input]) => input).find((input) => input === root.activeElement)
  }

  /**
   * @param {BarTexts} texts
   * @param {{ number: number, item: Item | undefined, percent: number }} place
   * @param {number} count of all items
   */
  show(texts, { number, item, percent }, count) {
    this.title.textContent = item ? item.title || texts.untitled : texts.empty
    this.place.textContent = item ? fill(texts.place, { n: number, all: count }) : ""
    this.progress.setAttribute("aria-valuemax", String(count))
    this.progress.setAttribute("aria-valuenow", String(number))
    this.done.style.width = `${percent}%`
    this.previous.disabled = number <= 1
    this.next.disabled = number >= count
    for (const [name, input] of this.written) {
      const value = item?.[name] ?? ""
      if (input.value !== value) input.value = value
      input.disabled = !item
    }
  }

  /** @param {string[]} lines what the last meeting said, and what has moved */
  showSince(lines) {
    this.since.hidden = !lines.length
    this.since.textContent = lines.join(" · ")
  }

  /** @param {Item | null} item that is only spoken */
  showSpoken(item) {
    this.spoken.hidden = !item
    this.spoken.replaceChildren(make("h2", "", item?.title ?? ""), make("p", "", item?.note ?? ""))
  }

  /** Say to a screen reader which item this is. */
  announce() {
    this.said.textContent = `${this.place.textContent}: ${this.title.textContent}`
  }

  toggleNote() {
    const isOpen = this.note.label.hidden
    this.note.label.hidden = !isOpen
    this.noteButton.setAttribute("aria-expanded", String(isOpen))
  }

  remove() {
    this.element.remove()
    this.spoken.remove()
  }
}
