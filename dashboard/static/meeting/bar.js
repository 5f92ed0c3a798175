// The bar of a running meeting: which item, how far, how long, what was decided. It turns the pages by keyboard and
// clicker; the page itself is visited through Streamlit, so nothing is loaded anew.
import { changeItem, changes, clock, keepClock, load } from "./agenda.js"
import { fill } from "../shared/fill.js"
import { button, field, make } from "../shared/make.js"

const PATIENCE = 20_000 // ms to wait for the page that was asked for before the page's own number counts again
const TOGETHER = 120 // ms between keys that are pressed in a row
const STEP = 240 // px that an arrow key moves a view longer than the screen
const KEYS = {
  ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1, Home: -Infinity, End: Infinity,
}
const FIELDS = "input, textarea, select, [contenteditable='true'], [role='slider']"
const OWN_KEYS = `${FIELDS}, .area-map, button, a, summary, [role='button'], [role='tab']`

const bars = new WeakMap() // the element's root -> its MeetingBar

export default async function draw(component) {
  const root = component.parentElement
  if (!bars.has(root)) bars.set(root, new MeetingBar(root, component.data))
  const bar = bars.get(root)
  bar.update(component)
  return () => {
    bar.remove()
    bars.delete(root)
  }
}

const minutes = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`

class MeetingBar {
  constructor(root, { texts }) {
    this.texts = texts
    this.frame = make("section", "bar", "", { "aria-label": texts.bar })
    this.spoken = make("div", "spoken")
    this.spoken.hidden = true
    this.frame.hidden = true
    this.build()
    const styles = Object.assign(make("link"), { rel: "stylesheet", href: new URL("meeting.css", import.meta.url) })
    styles.onload = () => { this.frame.hidden = false }
    root.append(styles, this.spoken, this.frame)
    this.onkeydown = (event) => this.key(event)
    this.onchange = () => this.show()
    this.onscroll = () => this.showMore()
    document.addEventListener("scroll", this.onscroll, { capture: true, passive: true })
    document.addEventListener("keydown", this.onkeydown, { capture: true })
    changes.addEventListener("change", this.onchange)
    this.ticking = setInterval(() => this.tick(), 1000)
    this.ticked = Date.now()
    this.resizing = new ResizeObserver(() => {
      document.documentElement.style.setProperty("--meeting-bar", `${this.frame.offsetHeight}px`)
    })
    this.resizing.observe(this.frame)
  }

  remove() {
    document.removeEventListener("keydown", this.onkeydown, { capture: true })
    document.removeEventListener("scroll", this.onscroll, { capture: true })
    changes.removeEventListener("change", this.onchange)
    clearInterval(this.ticking)
    clearTimeout(this.visiting)
    this.resizing.disconnect()
    this.frame.remove()
    this.spoken.remove()
  }

  build() {
    const { texts } = this
    this.title = make("h1")
    this.place = make("span", "place")
    this.progress = make("div", "progress", "", { role: "progressbar", "aria-label": texts.progress, "aria-valuemin": 0 })
    this.done = make("div")
    this.progress.append(this.done)
    this.clock = make("span", "clock")
    this.said = make("p", "hidden", "", { role: "status" })
    this.previous = button("turn", texts.previous, () => this.turn(-1))
    this.next = button("turn", texts.next, () => this.turn(1))
    this.noteButton = button("", texts.notes, () => this.toggleNote(), { "aria-expanded": "false" })
    this.full = button("", texts.full, () => toggleFullScreen())
    this.end = button("", texts.end, () => this.leave())
    const line = make("div", "line")
    line.append(this.previous, this.place, this.title, this.clock, this.noteButton, this.full, this.end, this.next)
    this.note = field("textarea", texts.note, { rows: 3 })
    this.note.label.hidden = true
    this.decision = field("textarea", texts.decision, { rows: 1 })
    this.responsible = field("input", texts.responsible)
    for (const [name, { input }] of this.written) {
      input.oninput = () => this.item && this.keep({ [name]: input.value })
    }
    const fields = make("div", "fields")
    fields.append(this.decision.label, this.responsible.label)
    this.problem = make("p", "problem", "", { role: "alert" })
    this.more = make("p", "more", texts.more, { "aria-hidden": "true" })
    this.frame.append(this.more, this.progress, this.problem, line, this.note.label, fields, this.said)
  }

  keep(parts) {
    this.problem.textContent = changeItem(this.item.id, parts) ? "" : this.texts.unkept
  }

  /** The fields of what is written during the meeting, by their names in an item. */
  get written() {
    return Object.entries({ note: this.note, decision: this.decision, responsible: this.responsible })
  }

  get items() {
    return load().agenda.items
  }

  update({ data, setTriggerValue }) {
    this.texts = data.texts
    this.tell = setTriggerValue
    this.isSpoken = data.spoken
    const waiting = this.wanted && this.wanted.number !== data.number && performance.now() < this.wanted.until
    if (!waiting) {
      this.wanted = null
      this.number = data.number
    }
    this.show()
  }

  /** The item of the page; where the address names one that is not there, the last. */
  show() {
    const { items, texts } = this
    const number = Math.min(this.number, items.length)
    const item = items[number - 1]
    const isNew = item?.id !== this.item?.id
    if (isNew) {
      this.count()
      this.focused?.blur()
      mainPart()?.scrollTo(0, 0)
    }
    this.item = item
    this.title.textContent = item ? item.title || texts.untitled : texts.empty
    this.place.textContent = item ? fill(texts.place, { n: number, all: items.length }) : ""
    this.progress.setAttribute("aria-valuemax", items.length)
    this.progress.setAttribute("aria-valuenow", number)
    this.done.style.width = `${items.length ? 100 * number / items.length : 0}%`
    this.previous.disabled = number <= 1
    this.next.disabled = number >= items.length
    for (const [name, { input }] of this.written) {
      const value = item?.[name] ?? ""
      if (input.value !== value) input.value = value
      input.disabled = !item
    }
    this.spoken.hidden = !item || !(this.isSpoken && !item.view)
    this.spoken.replaceChildren(make("h2", "", item?.title ?? ""), make("p", "", item?.note ?? ""))
    this.showClock()
    if (isNew && item) this.said.textContent = `${this.place.textContent}: ${this.title.textContent}`
  }

  tick() {
    this.insist()
    this.count()
    this.showClock()
    this.showMore()
  }

  /** Say that the view goes on below the bar. */
  showMore() {
    const page = mainPart()
    this.more.hidden = !page || page.scrollHeight - page.scrollTop - page.clientHeight < 24
  }

  /** The seconds since the last count belong to the item that was shown. */
  count() {
    const now = Date.now()
    const passed = Math.min(now - this.ticked, 5000) / 1000 // a machine that slept was not at the meeting
    this.ticked = now
    if (!this.item) return
    const found = clock()
    found.used[this.item.id] = (found.used[this.item.id] ?? 0) + passed
    keepClock(found)
  }

  showClock() {
    const { texts, item } = this
    const used = clock().used[item?.id] ?? 0
    const planned = (item?.minutes ?? 0) * 60
    const now = new Date().toLocaleTimeString(texts.locale, { hour: "2-digit", minute: "2-digit" })
    const spent = planned ? fill(texts.used_of, { used: minutes(used), minutes: item.minutes }) : fill(texts.used, { used: minutes(used) })
    const over = planned && used > planned ? ` – ${fill(texts.over, { over: minutes(used - planned) })}` : ""
    this.clock.textContent = item ? `${spent}${over} · ${fill(texts.now, { now })}` : ""
    this.clock.classList.toggle("over", Boolean(over))
  }

  get focused() {
    const active = this.frame.getRootNode().activeElement
    return active?.matches(FIELDS) ? active : null
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const path = event.composedPath().filter((node) => node instanceof Element)
    const inField = path.some((node) => node.matches(FIELDS))
    const isPage = event.key === "PageDown" || event.key === "PageUp"
    if (event.key === "Escape") return this.escape(event, inField, path)
    if (inField && !isPage) return
    const owned = path.some((node) => node.matches(event.key === " " ? OWN_KEYS : `${FIELDS}, .area-map`))
    if (owned && !isPage) return
    if (KEYS[event.key]) {
      event.preventDefault()
      event.stopPropagation()
      this.turn(KEYS[event.key])
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      mainPart()?.scrollBy(0, event.key === "ArrowDown" ? STEP : -STEP)
    } else if (event.key.toLowerCase() === "f") {
      toggleFullScreen()
    } else if (event.key.toLowerCase() === "n") {
      this.toggleNote()
    } else return
    event.preventDefault()
  }

  /** Out of the field, then out of the meeting; a map's own Escape closes its card. */
  escape(event, inField, path) {
    if (path.some((node) => node.matches(".area-map"))) return
    event.preventDefault()
    event.stopPropagation()
    if (inField) path[0].blur()
    else this.leave()
  }

  turn(steps) {
    const { items } = this
    const from = Math.min(this.number, items.length)
    const number = Math.max(1, Math.min(items.length, from + steps))
    if (!items.length || number === from) return
    this.number = number
    this.wanted = { number, until: performance.now() + PATIENCE }
    this.isSpoken = false
    this.show()
    clearTimeout(this.visiting)
    this.visiting = setTimeout(() => this.insist(), TOGETHER) // keys pressed in a row are one visit
  }

  /** Visit the item that is wanted when the page stands still: two visits at once can cost the later one. */
  insist() {
    const isStill = document.querySelector("[data-testid='stApp']")?.dataset.testScriptState === "notRunning"
    if (!this.wanted || !isStill || performance.now() >= this.wanted.until) return
    this.tell("go", { number: this.number, view: this.items[this.number - 1]?.view ?? "" })
  }

  toggleNote() {
    const isOpen = this.note.label.hidden
    this.note.label.hidden = !isOpen
    this.noteButton.setAttribute("aria-expanded", isOpen)
  }

  leave() {
    if (document.fullscreenElement) document.exitFullscreen()
    this.tell("go", { number: 0, view: "" })
  }
}

const mainPart = () => document.querySelector("[data-testid='stMain']")

function toggleFullScreen() {
  if (document.fullscreenElement) document.exitFullscreen()
  else document.documentElement.requestFullscreen?.().catch(() => {}) // a browser may refuse; the meeting goes on
}
