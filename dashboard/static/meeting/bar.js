// The bar of a running meeting: which item, how far, how long, what was decided. It turns the pages by keyboard and
// clicker; the page itself is visited through Streamlit, so nothing is loaded anew.
/** @import { BarData, BarTriggers, Component, Item } from "../shared/types.d.ts" */
/** @import { Action } from "./course.js" */
import { fill } from "../shared/fill.js"
import { isStill } from "../shared/page.js"
import { addStyles } from "../shared/styles.js"
import { BarFrame } from "./bar_frame.js"
import { beaten, stopped, turnedTo, usedIn } from "./clock.js"
import { actionOf, itemAt, turned } from "./course.js"
import { saveAgenda } from "./file.js"
import { changeItem, changes, clock, isKept, keepClock, load } from "./kept.js"
import { spent } from "./times.js"

/** @typedef {Component<BarData, BarTriggers>} BarComponent */

const ATTEMPTS = 20 // times a page that stands still is asked to go on before its own number counts again
const TOGETHER = 120 // ms between keys that are pressed in a row
const STEP = 240 // px that an arrow key moves a view longer than the screen
const END = 24 // px from the end of a view that are no more of it
const FIELDS = "input, textarea, select, [contenteditable='true'], [role='slider']"
const CONTROLS = "button, a, summary, [role='button'], [role='tab']"
const STYLES = new URL("meeting.css", import.meta.url).href

/** @type {WeakMap<ShadowRoot, MeetingBar>} */
const bars = new WeakMap() // by the element's root

/** @param {BarComponent} component */
export default async function draw(component) {
  const root = component.parentElement
  const bar = bars.get(root) ?? new MeetingBar(root, component)
  bars.set(root, bar)
  bar.update(component)
  return () => {
    bar.remove()
    bars.delete(root)
  }
}

class MeetingBar {
  /** @type {Item | undefined} */
  item = undefined // the one that is shown
  /** @type {{ number: number, attempts: number } | null} */
  wanted = null // the item that the page was asked for, and how often it may be asked again
  isSpoken = false // whether the page shows no view
  number = 1
  isLeft = false
  visiting = 0 // a timer
  leaving = new AbortController()

  /**
   * @param {ShadowRoot} root
   * @param {BarComponent} component
   */
  constructor(root, component) {
    this.component = component
    this.frame = new BarFrame(component.data.texts, {
      turn: (steps) => this.turn(steps),
      full: toggleFullScreen,
      leave: () => this.leave(),
      write: (parts) => this.write(parts),
      save: () => saveAgenda(this.texts.untitled),
    })
    const show = () => {
      this.frame.element.hidden = false
    }
    addStyles(root, [STYLES]).come.then(show, () => {}) // without its styles it would cover the page
    root.append(this.frame.spoken, this.frame.element)
    this.listen(this.leaving.signal)
    this.ticking = setInterval(() => this.tick(), 1000)
    this.resizing = new ResizeObserver(() => {
      document.documentElement.style.setProperty("--meeting-bar", `${this.frame.element.offsetHeight}px`)
    })
    this.resizing.observe(this.frame.element)
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    document.addEventListener("scroll", () => this.showMore(), { capture: true, passive: true, signal })
    document.addEventListener("keydown", (event) => this.onKey(event), { capture: true, signal })
    document.addEventListener("visibilitychange", () => this.tick(), { signal })
    changes.addEventListener("change", () => this.show(), { signal })
    changes.addEventListener("clock", () => this.showClock(), { signal })
  }

  remove() {
    this.leaving.abort()
    clearInterval(this.ticking)
    clearTimeout(this.visiting)
    this.resizing.disconnect()
    this.frame.remove()
  }

  get texts() {
    return this.component.data.texts
  }

  get items() {
    return load().agenda.items
  }

  /** @param {BarComponent} component */
  update(component) {
    const { data } = component
    this.component = component
    this.isSpoken = data.spoken
    const isWaiting = this.wanted && this.wanted.number !== data.number && this.wanted.attempts > 0
    if (!isWaiting) {
      this.wanted = null
      this.number = data.number
    }
    this.frame.element.dataset.item = String(data.number) // whose page has come
    this.show()
  }

  show() {
    const { items } = this
    const place = itemAt(items, this.number)
    const { item } = place
    const isNew = item?.id !== this.item?.id
    this.item = item
    if (isNew) this.begin()
    this.frame.show(this.texts, place, items.length)
    this.frame.problem.hidden = isKept()
    this.frame.showSpoken(item && this.isSpoken && !item.view ? item : null)
    this.showClock()
    if (isNew && item) this.frame.announce()
  }

  /** Another item: its time runs from now on. */
  begin() {
    this.isLeft = false
    if (this.item) keepClock(turnedTo(clock(), this.item.id, Date.now()))
    this.frame.focused?.blur()
    mainPart()?.scrollTo(0, 0)
  }

  tick() {
    this.insist()
    this.keepRunning()
    this.showClock()
    this.showMore()
  }

  /** Say that the view goes on below the bar. */
  showMore() {
    const page = mainPart()
    this.frame.more.hidden = !page || page.scrollHeight - page.scrollTop - page.clientHeight < END
  }

  /** Say that the item runs; a clock that another window stopped goes on while the meeting is seen in this one. */
  keepRunning() {
    const [found, now] = [clock(), Date.now()]
    const isOurs = found.item === this.item?.id
    const isStopped = found.item === null && !(this.isLeft || document.hidden)
    if (!this.item || !(isOurs || isStopped)) return
    const next = isOurs ? beaten(found, now) : turnedTo(found, this.item.id, now)
    if (next !== found) keepClock(next)
  }

  showClock() {
    const { texts, item } = this
    const { text, isOver } = spent(texts, usedIn(clock(), item?.id ?? "", Date.now()), item?.minutes ?? 0)
    const now = new Date().toLocaleTimeString(texts.locale, { hour: "2-digit", minute: "2-digit" })
    this.frame.clock.textContent = item ? `${text} · ${fill(texts.now, { now })}` : ""
    this.frame.clock.classList.toggle("over", isOver)
  }

  /** @param {Partial<Item>} parts */
  write(parts) {
    if (this.item) changeItem(this.item.id, parts)
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const path = event.composedPath().filter((node) => node instanceof HTMLElement || node instanceof SVGElement)
    const isIn = (/** @type {string} */ selector) => path.some((node) => node.matches(selector))
    const where = { isField: isIn(FIELDS), isMap: isIn(".area-map"), isControl: isIn(CONTROLS) }
    const action = actionOf(event.key, where)
    if (!action) return
    event.preventDefault()
    if (action.does === "turn" || event.key === "Escape") event.stopPropagation()
    this.act(action, path)
  }

  /**
   * @param {Action} action
   * @param {(HTMLElement | SVGElement)[]} path from where the key was pressed outwards
   */
  act(action, path) {
    if (action.does === "turn") this.turn(action.by)
    else if (action.does === "scroll") mainPart()?.scrollBy(0, STEP * action.by)
    else if (action.does === "full") toggleFullScreen()
    else if (action.does === "note") this.frame.toggleNote()
    else if (action.does === "blur") path[0].blur()
    else this.leave()
  }

  /** @param {number} steps */
  turn(steps) {
    const { items } = this
    const number = turned(this.number, steps, items.length)
    if (!items.length || number === Math.min(this.number, items.length)) return
    this.number = number
    this.wanted = { number, attempts: ATTEMPTS }
    this.isSpoken = false
    this.show()
    clearTimeout(this.visiting)
    this.visiting = window.setTimeout(() => this.insist(), TOGETHER) // keys pressed in a row are one visit
  }

  /** Visit the item that is wanted when the page stands still: two visits at once can cost the later one. */
  insist() {
    if (!this.wanted?.attempts || !isStill()) return
    this.wanted.attempts -= 1
    this.component.setTriggerValue("go", { number: this.number, view: this.items[this.number - 1]?.view ?? "" })
  }

  leave() {
    this.isLeft = true
    keepClock(stopped(clock(), Date.now()))
    if (document.fullscreenElement) document.exitFullscreen()
    this.component.setTriggerValue("go", { number: 0, view: "" })
  }
}

function mainPart() {
  return document.querySelector("[data-testid='stMain']")
}

function toggleFullScreen() {
  if (document.fullscreenElement) document.exitFullscreen()
  else document.documentElement.requestFullscreen?.().catch(() => {}) // a browser may refuse; the meeting goes on
}
