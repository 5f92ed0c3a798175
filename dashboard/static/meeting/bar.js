// The bar of a running meeting: which item, how far, how long, what was decided. The item is that of the address, which
// keyboard and clicker change at once; the page follows, and nothing is loaded anew.
/** @import { BarData, Component, Item } from "../shared/types.d.ts" */
/** @import { Action } from "./course.js" */
import { choicesOf, isSame, placeOf } from "../shared/address.js"
import { documentData } from "../shared/document.js"
import { fill } from "../shared/fill.js"
import { standing } from "../shared/standing.js"
import { addStyles } from "../shared/styles.js"
import { changes as moves, visit } from "../shared/visit.js"
import { BarFrame } from "./bar_frame.js"
import { beaten, stopped, turnedTo, usedIn } from "./clock.js"
import { actionOf, addressOf, itemAt, numberIn, turned } from "./course.js"
import { saveAgenda } from "./file.js"
import { changeItem, changes, clock, isKept, keepClock, load } from "./kept.js"
import { told } from "./memory.js"
import { spent } from "./times.js"

/** @typedef {Component<BarData, Record<never, never>>} BarComponent */

const TOGETHER = 120 // ms between keys that are pressed in a row: they are one visit
const STEP = 240 // px that an arrow key moves a view longer than the screen
const END = 24 // px from the end of a view that are no more of it
const FIELDS = "input, textarea, select, [contenteditable='true'], [role='slider']"
const CONTROLS = "button, a, summary, [role='button'], [role='tab']"
const { readers } = documentData()
const STYLES = new URL("meeting.css", import.meta.url).href

const draw = standing((/** @type {BarComponent} */ component, /** @type {MeetingBar | undefined} */ found) => {
  return found ?? new MeetingBar(component.parentElement, component)
})
export default draw

class MeetingBar {
  /** @type {Item | undefined} */
  item = undefined // the one that is shown
  isLeft = false
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
    moves.addEventListener("change", () => this.show(), { signal })
  }

  remove() {
    this.leaving.abort()
    clearInterval(this.ticking)
    this.resizing.disconnect()
    this.frame.remove()
  }

  get texts() {
    return this.component.data.texts
  }

  get items() {
    return load().agenda.items
  }

  /** The item that the address asks for. */
  get number() {
    return numberIn(choicesOf(location.search))
  }

  /** @param {BarComponent} component */
  update(component) {
    const { data } = component
    this.component = component
    this.frame.element.dataset.item = String(data.number) // whose page has come
    this.show()
  }

  show() {
    const { items, number } = this
    const { spoken, number: drawn } = this.component.data
    const place = itemAt(items, number)
    const { item } = place
    const isNew = item?.id !== this.item?.id
    this.item = item
    if (isNew) this.begin()
    this.frame.show(this.texts, place, items.length)
    this.frame.problem.hidden = isKept()
    this.remember(item)
    this.frame.showSpoken(item && spoken && drawn === number && !item.view ? item : null)
    this.showClock()
    if (isNew && item) this.frame.announce()
  }

  /**
   * Keep what its view shows as the item asks for it, and say what has moved since the last meeting.
   * @param {Item | undefined} item
   */
  remember(item) {
    const { seen, memory, number } = this.component.data
    const isShown =
      item && seen && number === this.number && isSame(placeOf(this.placeOf(item.view)), placeOf(location))
    if (isShown && JSON.stringify(item.seen) !== JSON.stringify(seen)) return changeItem(item.id, { seen })
    const now = isShown ? seen : null
    this.frame.showSince(item?.last ? told(item.last, now ?? item.seen, memory, this.texts.locale) : [])
  }

  /** Another item: its time runs from now on. */
  begin() {
    this.isLeft = false
    if (this.item) keepClock(turnedTo(clock(), this.item.id, Date.now()))
    this.frame.focused?.blur()
    mainPart()?.scrollTo(0, 0)
  }

  tick() {
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
    this.visit(items[number - 1].view, number)
  }

  leave() {
    this.isLeft = true
    keepClock(stopped(clock(), Date.now()))
    if (document.fullscreenElement) document.exitFullscreen()
    this.visit("", 0)
  }

  /**
   * @param {string} view
   * @param {number} number of the item, 0 for the page where the agenda is built
   */
  visit(view, number) {
    visit(this.placeOf(view, number), TOGETHER)
  }

  /** @param {string} view */
  placeOf(view, number = this.number) {
    const { pages } = this.component.data
    const reader = { pages, readers, choices: choicesOf(location.search), here: location.href }
    return new URL(addressOf(view, number, reader), location.href)
  }
}

function mainPart() {
  return document.querySelector("[data-testid='stMain']")
}

function toggleFullScreen() {
  if (document.fullscreenElement) document.exitFullscreen()
  else document.documentElement.requestFullscreen?.().catch(() => {}) // a browser may refuse; the meeting goes on
}
