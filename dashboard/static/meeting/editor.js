// The agenda as staff build it. Everything typed is kept at once; a text that is not whole is read by the page.
/** @import { Agenda, Component, EditorData, EditorStates, EditorTriggers, Item } from "../shared/types.d.ts" */
/** @import { ReadAgenda } from "../shared/types.d.ts" */
import { choicesOf } from "../shared/address.js"
import { documentData } from "../shared/document.js"
import { fill } from "../shared/fill.js"
import { box, button, field, make } from "../shared/make.js"
import { isStill } from "../shared/page.js"
import { standing } from "../shared/standing.js"
import { addStyles } from "../shared/styles.js"
import { visit } from "../shared/visit.js"
import { asText, empty, isFull, moved, newItem, pack, SUFFIX, totalMinutes, viewOf, withoutMemory } from "./agenda.js"
import * as clocks from "./clock.js"
import { addressOf } from "./course.js"
import { saveAgenda, saveAsFile } from "./file.js"
import * as kept from "./kept.js"
import { change, changeItem, changes, damaged, load, save } from "./kept.js"
import { next } from "./memory.js"
import { Row, write } from "./row.js"
import { asMinutes, totalText } from "./times.js"

/** @typedef {Component<EditorData, EditorTriggers, EditorStates>} EditorComponent */

const PAUSE = 800 // ms after the last keystroke before the page is told
const LONG_LINK = 6000 // characters; some programs cut longer addresses
const AGAIN = 1000 // ms between two looks at whether a question went unanswered
const HEAD = /** @type {const} */ ([
  ["title", "text"],
  ["date", "date"],
  ["start", "time"],
  ["place", "text"],
])
const { readers } = documentData()
const STYLES = new URL("meeting.css", import.meta.url).href

/** The editor that is there, or a new one; one in another language is built anew. */
const draw = standing((/** @type {EditorComponent} */ component, /** @type {Editor | undefined} */ found) => {
  if (found?.texts.language === component.data.texts.language) return found
  found?.remove()
  return new Editor(component.parentElement, component)
})
export default draw

class Editor {
  /** @type {Map<string, Row>} */
  rows = new Map() // by the item's id
  isNew = true
  asked = "" // which text the page is reading
  asking = 0 // the timer that asks again
  text = "" // that text
  /** @type {string[]} */
  found = [] // what was wrong with it
  written = "" // the problems as they were shown last
  /** @type {string | null} */
  told = null // the agenda as the page knows it
  telling = 0 // a timer

  /**
   * @param {ShadowRoot} root
   * @param {EditorComponent} component
   */
  constructor(root, component) {
    const { texts } = component.data
    this.component = component
    this.texts = texts
    this.offer = make("section", "offer", "", { "aria-label": texts.offer })
    this.offer.hidden = true
    this.problems = make("section", "problems", "", { role: "alert" })
    this.unkept = make("p", "wrong", texts.unkept, { role: "alert" })
    this.clock = make("span", "clock")
    this.reset = button("", texts.reset_clock, () => this.resetClock())
    this.status = make("div", "status", "", { role: "status" })
    this.total = make("p", "total")
    this.none = make("p", "none", texts.none)
    this.list = make("ol", "items")
    this.start = button("primary", texts.start_meeting, () => this.go(1))
    this.again = button("", texts.next, () => this.replace(next(load().agenda), texts.next_made))
    this.fields = HEAD.map(([name, type]) => this.headField(name, type))
    const head = box("div", "head", ...this.fields.map(({ label }) => label))
    const begin = box("div", "tools", this.start, this.total, this.clock, this.reset)
    this.frame = box("div", "agenda", this.offer, this.problems, begin, head, this.none, this.list, this.adding())
    this.frame.append(this.tools(), this.unkept, this.status)
    this.frame.hidden = true
    const { links, come } = addStyles(root, [STYLES])
    this.links = links
    const show = () => {
      this.frame.hidden = false
    }
    come.then(show, () => {}) // without its styles it would be unreadable
    root.append(this.frame)
    this.leaving = new AbortController()
    changes.addEventListener("change", () => this.show(), { signal: this.leaving.signal })
    changes.addEventListener("clock", () => this.showClock(), { signal: this.leaving.signal })
  }

  remove() {
    this.leaving.abort()
    clearTimeout(this.telling)
    clearTimeout(this.asking)
    for (const link of this.links) link.remove()
    this.frame.remove()
  }

  get data() {
    return this.component.data
  }

  /**
   * @param {"title" | "date" | "start" | "place"} name
   * @param {string} type
   */
  headField(name, type) {
    const { label, input } = field("input", this.texts[name], { type })
    input.oninput = () =>
      change((agenda) => {
        agenda[name] = input.value
      })
    return { name, label, input }
  }

  /** An item by a link, or one that is only spoken. */
  adding() {
    const { texts } = this
    const link = field("input", texts.paste, { type: "text", inputmode: "url" })
    const problem = make("p", "wrong", "", { role: "alert" })
    const submit = make("button", "", texts.add_link, { type: "submit" })
    const form = box(
      "form",
      "adding",
      link.label,
      submit,
      button("", texts.add_spoken, () => this.add(newItem())),
      problem,
    )
    form.onsubmit = (event) => {
      event.preventDefault()
      const view = this.viewOf(link.input.value)
      problem.textContent = view ? "" : texts.wrong_link
      if (!view) return
      link.input.value = ""
      this.add(newItem({ view }))
    }
    return form
  }

  tools() {
    const { texts } = this
    const file = this.fileField()
    return box(
      "div",
      "tools",
      button("", texts.example, () => this.replace(this.data.example, texts.example_loaded)),
      button("", texts.save, () => this.download()),
      button("", texts.load, () => file.click()),
      this.again,
      button("", texts.share, () => this.share()),
      button("", texts.clear, () => this.replace(empty(), texts.cleared)),
      file,
    )
  }

  fileField() {
    const accepted = { type: "file", accept: ".json,application/json", "aria-label": this.texts.load, tabindex: -1 }
    const file = make("input", "", "", accepted)
    file.hidden = true
    file.onchange = async () => {
      const chosen = file.files?.[0]
      file.value = ""
      if (chosen) this.ask(await chosen.text())
    }
    return file
  }

  /** @param {EditorComponent} component */
  update(component) {
    const { data } = component
    this.component = component
    this.texts = data.texts
    if (data.answer && data.answer.id === this.asked) this.take(data.answer)
    if (this.isNew) this.open()
    else this.showRows(load().agenda) // their views have names now
    this.showOffer()
    this.showProblems()
  }

  open() {
    this.isNew = false
    const found = load().damaged
    if (found !== null) this.ask(found)
    this.show()
  }

  // Reading what may be damaged: the page knows how.

  /** @param {string} text */
  ask(text) {
    this.asked = String(Date.now())
    this.text = text
    this.frame.inert = true // what is typed now would be lost to the answer
    this.insist(true)
  }

  /**
   * Ask, and ask again where the page stands still without an answer: a question can be lost on its way, with its
   * connection or under what the page is told meanwhile.
   */
  insist(isDue = isStill()) {
    if (isDue) this.component.setTriggerValue("read", { id: this.asked, text: this.text })
    clearTimeout(this.asking)
    this.asking = window.setTimeout(() => this.insist(), AGAIN)
  }

  /** @param {ReadAgenda} answer */
  take({ agenda, faults }) {
    clearTimeout(this.asking)
    this.asked = ""
    this.frame.inert = false
    if (faults.length) kept.keepDamaged(this.text)
    this.found = faults
    const isNone = faults.length && !agenda.items.length && load().damaged === null
    if (!isNone) this.replace(agenda, this.texts.loaded)
  }

  showProblems() {
    const { texts } = this
    const sentences = [...new Set([...this.found, ...this.data.faults])]
    const original = damaged()
    const written = JSON.stringify([sentences, original !== null, texts.faults])
    if (written === this.written) return
    this.written = written
    const list = box("ul", "", ...sentences.map((sentence) => make("li", "", sentence)))
    const told = sentences.length ? [make("p", "", texts.faults), list] : []
    this.problems.replaceChildren(...told, ...(original === null ? [] : this.rescue(original)))
  }

  /** @param {string} original */
  rescue(original) {
    const { texts } = this
    const get = button("", texts.get_original, () => saveAsFile(original, `original${SUFFIX}`))
    return [make("p", "", texts.original), get]
  }

  /** An agenda that came by a link takes nobody's place by itself. */
  showOffer() {
    const { offered } = this.data
    this.offer.hidden = !offered
    if (offered) this.offer.replaceChildren(...this.offerParts(offered))
  }

  /** @param {ReadAgenda} offered */
  offerParts({ agenda, faults }) {
    const { texts } = this
    const held = load().agenda.items.length
    const close = () => this.component.setTriggerValue("settled", true)
    const use = button("primary", texts.use, () => {
      this.replace(agenda, texts.loaded)
      close()
    })
    return [
      make("h2", "", texts.offer),
      make("p", "", fill(texts.offered, { title: agenda.title || texts.untitled, n: agenda.items.length })),
      box("ul", "", ...faults.map((sentence) => make("li", "", sentence))),
      make("p", "", held ? fill(texts.held, { n: held }) : texts.holds_none),
      ...(agenda.items.length ? [use] : []),
      button("", texts.keep, close),
    ]
  }

  // Changing the agenda

  /**
   * Another agenda in place of the one that is here, which can be had back with its clock.
   * @param {Partial<Agenda>} agenda
   * @param {string} sentence
   */
  replace(agenda, sentence) {
    const [before, clock] = [load().agenda, kept.clock()]
    kept.keepClock(clocks.none())
    const isKept = save({ ...empty(), ...agenda })
    const back = () => {
      kept.keepClock(clock)
      save(before)
    }
    this.tell(isKept, sentence, before.items.length ? back : null)
  }

  /** @param {Item} item */
  add(item) {
    if (isFull(load().agenda)) return this.say(this.texts.full)
    const isKept = change(({ items }) => items.push(item))
    this.tell(isKept, fill(this.texts.added, { n: load().agenda.items.length }))
    this.rows.get(item.id)?.open()
  }

  /**
   * @param {string} id
   * @param {number} steps
   * @param {HTMLButtonElement} pressed
   */
  move(id, steps, pressed) {
    const isKept = change((agenda) => {
      agenda.items = moved(agenda.items, id, steps)
    })
    const { items } = load().agenda
    this.tell(isKept, fill(this.texts.moved, { n: items.findIndex((item) => item.id === id) + 1, all: items.length }))
    const row = this.rows.get(id)
    const other = pressed === row?.up ? row.down : row?.up
    const again = pressed.disabled ? other : pressed
    again?.focus()
  }

  /** @param {string} id */
  drop(id) {
    const { items } = load().agenda
    const place = items.findIndex((item) => item.id === id)
    const gone = items[place]
    const back = () => change((agenda) => agenda.items.splice(place, 0, gone))
    const isKept = change((agenda) => {
      agenda.items = agenda.items.filter((item) => item.id !== id)
    })
    this.tell(isKept, fill(this.texts.removed, { title: gone.title || this.texts.untitled }), back)
  }

  /** The items take no time so far, which can be undone. */
  resetClock() {
    const clock = kept.clock()
    this.keepClock(clocks.none())
    this.say(this.texts.clock_reset, () => this.keepClock(clock))
  }

  /** @param {clocks.Clock} clock */
  keepClock(clock) {
    kept.keepClock(clock)
    this.showClock()
  }

  /**
   * Say what was done; where the browser did not keep it, that is said instead (`unkept`).
   * @param {boolean} isKept
   * @param {string} sentence
   * @param {(() => unknown) | null} undo
   */
  tell(isKept, sentence, undo = null) {
    this.say(isKept ? sentence : "", undo)
  }

  /**
   * @param {string} sentence
   * @param {(() => unknown) | null} undo
   */
  say(sentence, undo = null) {
    this.status.replaceChildren(make("p", "", sentence))
    if (!undo) return
    const back = button("", this.texts.undo, () => {
      undo()
      this.tell(kept.isKept(), this.texts.undone)
    })
    this.status.append(back)
    back.focus()
  }

  // Files, links and the meeting

  download() {
    saveAgenda(this.texts.untitled)
    kept.forgetDamaged()
    this.found = []
    this.showProblems()
    this.say(this.texts.saved)
  }

  async share() {
    const { texts } = this
    const link = `${location.origin}/moede?dagsorden=${await pack(withoutMemory(load().agenda))}`
    const { label, input } = field("input", texts.link, { type: "text", readonly: "" })
    input.value = link
    const isCopied = await navigator.clipboard?.writeText(link).then(
      () => true,
      () => false,
    )
    const sentence = [isCopied ? texts.copied : texts.copy, link.length > LONG_LINK ? texts.long_link : ""].join(" ")
    this.status.replaceChildren(make("p", "", sentence), label)
    input.select()
  }

  /** @param {number} number */
  go(number) {
    const { items } = load().agenda
    if (!items.length) return
    clearTimeout(this.telling) // told after the choice, it would hold the page back
    const reader = { pages: this.data.pages, readers, choices: choicesOf(location.search), here: location.href }
    visit(addressOf(items[number - 1].view, number, reader))
  }

  /** @param {string} text */
  viewOf(text) {
    return viewOf(text, { pages: this.data.pages, readers }, location.href)
  }

  // Drawing: rows are kept, so that what has the focus keeps it.

  show() {
    const { agenda } = load()
    for (const { name, input } of this.fields) write(input, agenda[name])
    this.dropRows(new Set(agenda.items.map(({ id }) => id)))
    this.showRows(agenda)
    this.none.hidden = agenda.items.length > 0
    this.start.disabled = this.again.disabled = !agenda.items.length
    this.total.textContent = totalText(this.texts, agenda.start, agenda.items.length, totalMinutes(agenda))
    this.total.hidden = !agenda.items.length
    this.unkept.hidden = kept.isKept()
    this.showClock()
    this.tellLater(asText(agenda))
  }

  /** What the meeting has taken so far, where it has begun. */
  showClock() {
    const seconds = clocks.total(kept.clock(), Date.now())
    this.clock.textContent = fill(this.texts.clock, { used: asMinutes(seconds) })
    this.clock.hidden = this.reset.hidden = seconds < 1
  }

  /** @param {Set<string>} kept */
  dropRows(kept) {
    for (const [id, { element }] of this.rows) {
      if (kept.has(id)) continue
      element.remove()
      this.rows.delete(id)
    }
  }

  /** @param {Agenda} agenda */
  showRows({ items, start }) {
    let before = 0
    for (const [place, item] of items.entries()) {
      const row = this.rows.get(item.id) ?? this.row(item.id)
      this.rows.set(item.id, row)
      const there = this.list.children[place] ?? null
      if (there !== row.element) this.list.insertBefore(row.element, there)
      row.show(item, { place, count: items.length, start, before, data: this.data })
      before += item.minutes
    }
  }

  /** @param {string} id */
  row(id) {
    return new Row(this.texts, {
      move: (steps, pressed) => this.move(id, steps, pressed),
      remove: () => this.drop(id),
      write: (parts) => changeItem(id, parts),
      viewOf: (text) => this.viewOf(text),
    })
  }

  /** @param {string} text */
  tellLater(text) {
    if (text === this.told || this.asked) return
    clearTimeout(this.telling)
    const tell = () => {
      this.told = text
      this.component.setStateValue("agenda", text)
    }
    this.telling = window.setTimeout(tell, this.told === null ? 0 : PAUSE)
  }
}
