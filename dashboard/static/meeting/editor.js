// The agenda as staff build it. Everything typed is kept at once; a text that is not whole is read by the page.
import {
  asText, change, changeItem, changes, damaged, empty, forgetDamaged, keepClock, keepDamaged, linkOf, load, newItem,
  pack, save, SUFFIX,
} from "./agenda.js"
import { fill } from "../shared/fill.js"
import { button, field, make } from "../shared/make.js"

const PAUSE = 800 // ms after the last keystroke before the page is told
const LONG_LINK = 6000 // characters; some programs cut longer addresses
const PARTS = ["minutes", "title", "view", "note", "decision", "responsible"]
const HEAD = { title: "text", date: "date", start: "time", place: "text" }

const editors = new WeakMap() // the element's root -> its Editor

export default async function draw(component) {
  const root = component.parentElement
  if (editors.get(root)?.texts.language !== component.data.texts.language) { // built anew in another language
    editors.get(root)?.remove()
    editors.set(root, new Editor(root, component.data))
  }
  const editor = editors.get(root)
  editor.update(component)
  return () => {
    editor.remove()
    editors.delete(root)
  }
}

const length = (agenda) => agenda.items.reduce((sum, { minutes }) => sum + minutes, 0)

/** The time of day some minutes after another: 16:30 and 45 -> 17:15. */
function later(start, minutes) {
  const [hours, rest] = start.split(":").map(Number)
  const whole = (hours * 60 + rest + minutes) % (24 * 60)
  return `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`
}

class Editor {
  constructor(root, data) {
    this.root = root
    this.texts = data.texts
    this.rows = new Map() // an item's id -> its row
    this.frame = make("div", "agenda")
    this.frame.hidden = true
    this.build()
    this.styles = Object.assign(make("link"), { rel: "stylesheet", href: new URL("meeting.css", import.meta.url) })
    this.styles.onload = () => { this.frame.hidden = false }
    root.append(this.styles, this.frame)
    this.onchange = () => this.show()
    changes.addEventListener("change", this.onchange)
  }

  remove() {
    changes.removeEventListener("change", this.onchange)
    clearTimeout(this.telling)
    this.styles.remove()
    this.frame.remove()
  }

  build() {
    const { texts } = this
    this.offer = make("section", "offer", "", { "aria-label": texts.offer })
    this.offer.hidden = true
    this.problems = make("section", "problems", "", { role: "alert" })
    this.status = make("div", "status", "", { role: "status" })
    this.total = make("p", "total")
    this.none = make("p", "none", texts.none)
    this.list = make("ol", "items")
    this.start = button("primary", texts.start_meeting, () => this.go(1))
    this.frame.append(this.offer, this.problems, this.head(), this.total, this.none, this.list, this.adding(), this.tools(),
      this.status)
  }

  head() {
    const box = make("div", "head")
    this.fields = Object.fromEntries(Object.entries(HEAD).map(([name, type]) => {
      const made = field("input", this.texts[name], { type })
      made.input.oninput = () => this.keep(change((agenda) => { agenda[name] = made.input.value }))
      box.append(made.label)
      return [name, made]
    }))
    return box
  }

  /** An item by a link, or one that is only spoken. */
  adding() {
    const { texts } = this
    const form = make("form", "adding")
    const link = field("input", texts.paste, { type: "text", inputmode: "url", placeholder: texts.example_link })
    const problem = make("p", "wrong", "", { role: "alert" })
    form.append(link.label, make("button", "", texts.add_link, { type: "submit" }),
      button("", texts.add_spoken, () => this.add(newItem())), problem)
    form.onsubmit = (event) => {
      event.preventDefault()
      const view = this.viewOf(link.input.value)
      problem.textContent = view === null || !view ? texts.wrong_link : ""
      if (!view) return
      link.input.value = ""
      this.add(newItem({ view }))
    }
    return form
  }

  tools() {
    const { texts } = this
    const box = make("div", "tools")
    const file = make("input", "", "", { type: "file", accept: ".json,application/json", "aria-label": texts.load, tabindex: -1 })
    file.hidden = true
    file.onchange = async () => {
      const [chosen] = file.files
      file.value = ""
      if (chosen) this.ask(await chosen.text())
    }
    box.append(this.start, button("", texts.example, () => this.replace(this.data.example, texts.example_loaded)),
      button("", texts.save, () => this.download()), button("", texts.load, () => file.click()),
      button("", texts.share, () => this.share()), button("", texts.clear, () => this.replace(empty(), texts.cleared)), file)
    return box
  }

  update({ data, setTriggerValue, setStateValue }) {
    const isFirst = !this.data
    this.data = data
    this.texts = data.texts
    this.tellPage = setTriggerValue
    this.setState = setStateValue
    if (data.answer && data.answer.id === this.asked) this.take(data.answer)
    this.faults = data.faults
    if (isFirst) {
      const found = load().damaged
      if (found !== null) this.ask(found)
      this.show()
    }
    this.showOffer()
    this.showProblems()
  }

  // Reading what may be damaged: the page knows how.

  ask(text) {
    this.asked = String(Date.now())
    this.text = text
    this.frame.inert = true // what is typed now would be lost to the answer
    this.tellPage("read", { id: this.asked, text })
  }

  take({ agenda, faults }) {
    this.asked = null
    this.frame.inert = false
    if (faults.length) keepDamaged(this.text)
    this.found = faults
    const isNone = faults.length && !agenda.items.length && load().damaged === null
    if (!isNone) this.replace(agenda, this.texts.loaded)
  }

  showProblems() {
    const { texts } = this
    const sentences = [...new Set([...this.found ?? [], ...this.faults ?? []])]
    const original = damaged()
    const parts = []
    if (sentences.length) {
      const list = make("ul")
      list.append(...sentences.map((sentence) => make("li", "", sentence)))
      parts.push(make("p", "", texts.faults), list)
    }
    if (original !== null) {
      parts.push(make("p", "", texts.original),
        button("", texts.get_original, () => download(original, `original${SUFFIX}`)))
    }
    const written = JSON.stringify([sentences, original !== null, texts.faults])
    if (written === this.written) return
    this.written = written
    this.problems.replaceChildren(...parts)
  }

  /** An agenda that came by a link takes nobody's place by itself. */
  showOffer() {
    const { data: { offered }, texts } = this
    this.offer.hidden = !offered
    if (!offered) return
    const { agenda, faults } = offered
    const held = load().agenda.items.length
    const close = () => this.tellPage("settled", true)
    const list = make("ul")
    list.append(...faults.map((sentence) => make("li", "", sentence)))
    this.offer.replaceChildren(
      make("h2", "", texts.offer),
      make("p", "", fill(texts.offered, { title: agenda.title || texts.untitled, n: agenda.items.length })), list,
      make("p", "", held ? fill(texts.held, { n: held }) : texts.holds_none),
    )
    if (agenda.items.length) {
      this.offer.append(button("primary", texts.use, () => { this.replace(agenda, texts.loaded); close() }))
    }
    this.offer.append(button("", texts.keep, close))
  }

  // Changing the agenda

  keep(isKept) {
    if (!isKept) this.say(this.texts.unkept)
  }

  /** Another agenda in place of the one that is here, which can be had back. */
  replace(agenda, sentence) {
    const before = load().agenda
    this.keep(save({ ...empty(), ...agenda }))
    this.say(sentence, before.items.length ? () => save(before) : null)
  }

  add(item) {
    this.keep(change(({ items }) => items.push(item)))
    this.say(fill(this.texts.added, { n: load().agenda.items.length }))
    this.rows.get(item.id)?.inputs.title.focus()
  }

  move(id, steps, pressed) {
    this.keep(change(({ items }) => {
      const from = items.findIndex((item) => item.id === id)
      const to = from + steps
      if (from < 0 || to < 0 || to >= items.length) return
      items.splice(to, 0, ...items.splice(from, 1))
    }))
    const row = this.rows.get(id)
    const { items } = load().agenda
    this.say(fill(this.texts.moved, { n: items.findIndex((item) => item.id === id) + 1, all: items.length }))
    const again = pressed.disabled ? row.element.querySelector(".move:not(:disabled)") : pressed
    again?.focus()
  }

  drop(id) {
    const { items } = load().agenda
    const place = items.findIndex((item) => item.id === id)
    const gone = items[place]
    this.keep(change((agenda) => { agenda.items = agenda.items.filter((item) => item.id !== id) }))
    this.say(fill(this.texts.removed, { title: gone.title || this.texts.untitled }),
      () => change((agenda) => { agenda.items.splice(place, 0, gone) }))
  }

  say(sentence, undo = null) {
    this.status.replaceChildren(make("p", "", sentence))
    if (!undo) return
    const back = button("", this.texts.undo, () => {
      undo()
      this.say(this.texts.undone)
    })
    this.status.append(back)
    back.focus()
  }

  // Files, links and the meeting

  download() {
    const { agenda } = load()
    const name = [agenda.date, agenda.title || this.texts.untitled].filter(Boolean).join(" ")
    download(asText(agenda), `${name.replace(/[^\p{L}\p{N}-]+/gu, "-").toLowerCase()}${SUFFIX}`)
    forgetDamaged()
    this.found = []
    this.showProblems()
    this.say(this.texts.saved)
  }

  async share() {
    const { texts } = this
    const link = `${location.origin}/moede?dagsorden=${await pack(load().agenda)}`
    const shown = field("input", texts.link, { type: "text", readonly: "" })
    shown.input.value = link
    const copied = await navigator.clipboard?.writeText(link).then(() => true, () => false)
    const sentence = [copied ? texts.copied : texts.copy, link.length > LONG_LINK ? texts.long_link : ""].join(" ")
    this.status.replaceChildren(make("p", "", sentence), shown.label)
    shown.input.select()
  }

  go(number) {
    const { items } = load().agenda
    if (!items.length) return
    keepClock({ used: {} })
    clearTimeout(this.telling) // told after the choice, it would hold the page back
    this.tellPage("go", { number, view: items[number - 1].view })
  }

  /** A pasted address as a link of an agenda: null where it is not one of ours, "" where nothing is written. */
  viewOf(text) {
    if (!text.trim()) return ""
    try {
      const url = new URL(text.trim(), location.href)
      const isOurs = url.origin === location.origin && this.data.pages.includes(url.pathname.replace(/^\/|\/$/g, "") || "kort")
      return isOurs ? linkOf(url) : null
    } catch {
      return null
    }
  }

  // Drawing: rows are kept, so that what has the focus keeps it.

  show() {
    const { agenda } = load()
    const { texts } = this
    for (const [name, { input }] of Object.entries(this.fields)) write(input, agenda[name])
    const ids = new Set(agenda.items.map(({ id }) => id))
    for (const [id, { element }] of this.rows) {
      if (ids.has(id)) continue
      element.remove()
      this.rows.delete(id)
    }
    let before = 0
    agenda.items.forEach((item, place) => {
      if (!this.rows.has(item.id)) this.rows.set(item.id, this.row(item.id))
      const row = this.rows.get(item.id)
      if (this.list.children[place] !== row.element) this.list.insertBefore(row.element, this.list.children[place] ?? null)
      this.fillRow(row, item, place, agenda, before)
      before += item.minutes
    })
    this.none.hidden = agenda.items.length > 0
    this.start.disabled = !agenda.items.length
    const whole = { n: agenda.items.length, minutes: length(agenda) }
    this.total.textContent = agenda.start
      ? fill(texts.total_to, { ...whole, end: later(agenda.start, whole.minutes) }) : fill(texts.total, whole)
    this.total.hidden = !agenda.items.length
    this.tellLater(asText(agenda))
  }

  row(id) {
    const { texts } = this
    const element = make("li", "item")
    const top = make("div", "top")
    const heading = make("h3")
    const starts = make("span", "starts")
    const up = button("move", "↑", () => this.move(id, -1, up))
    const down = button("move", "↓", () => this.move(id, 1, down))
    const remove = button("remove", texts.remove, () => this.drop(id))
    top.append(heading, starts, up, down, remove)
    const inputs = {}
    const fields = make("div", "parts")
    for (const name of PARTS) {
      const isLong = name === "note" || name === "decision"
      const attributes = isLong ? { rows: 2 } : name === "minutes" ? { type: "number", min: 0, max: 600, step: 1 } : { type: "text" }
      const { label, input } = field(isLong ? "textarea" : "input", texts[name], attributes)
      label.classList.add(name)
      inputs[name] = input
      input.oninput = () => this.typed(id, name, input)
      fields.append(label)
    }
    const wrong = make("p", "wrong", "", { role: "alert" })
    const open = make("a", "open", texts.open, { target: "_blank" })
    element.append(top, fields, wrong, open)
    return { element, heading, starts, up, down, remove, inputs, wrong, open }
  }

  typed(id, name, input) {
    const { wrong } = this.rows.get(id)
    let value = input.value
    if (name === "minutes") value = Math.max(0, Math.min(600, Math.round(Number(value)) || 0))
    if (name === "view") {
      value = this.viewOf(value)
      wrong.textContent = value === null ? this.texts.wrong_link : ""
      if (value === null) return // the last good link stays until this one is whole
    }
    this.keep(changeItem(id, { [name]: value }))
  }

  fillRow(row, item, place, agenda, before) {
    const { texts } = this
    const title = item.title || texts.untitled
    row.heading.textContent = fill(texts.item, { n: place + 1, title })
    row.starts.textContent = agenda.start ? fill(texts.starts, { time: later(agenda.start, before) })
      : fill(texts.starts_after, { n: before })
    for (const name of PARTS) write(row.inputs[name], name === "minutes" && !item.minutes ? "" : String(item[name]))
    row.up.setAttribute("aria-label", fill(texts.up, { title }))
    row.down.setAttribute("aria-label", fill(texts.down, { title }))
    row.remove.setAttribute("aria-label", fill(texts.remove_this, { title }))
    row.up.disabled = place === 0
    row.down.disabled = place === agenda.items.length - 1
    row.open.hidden = !item.view
    row.open.setAttribute("aria-label", fill(texts.open_this, { title }))
    const href = texts.language === "en" && item.view ? `${item.view}${item.view.includes("?") ? "&" : "?"}sprog=en` : item.view
    row.open.href = href || "#"
  }

  tellLater(text) {
    if (text === this.told || this.asked) return
    clearTimeout(this.telling)
    this.telling = setTimeout(() => {
      this.told = text
      this.setState("agenda", text)
    }, this.told === undefined ? 0 : PAUSE)
  }
}

/** Put a value into a field, unless the reader is typing in it. */
function write(input, value) {
  if (input.value !== value && input.getRootNode().activeElement !== input) input.value = value
}

function download(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }))
  const link = make("a", "", "", { href: url, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
