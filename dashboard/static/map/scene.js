// The map once its files have come: one or two panels with their controls and caption.
/** @import { Changes, Context, Files, Indicator, MapData, Sent, View } from "../shared/types.d.ts" */
/** @import { Area } from "./sheets.js" */
import { fill } from "../shared/fill.js"
import { box, button, make, makeSvg } from "../shared/make.js"
import { visit } from "../shared/visit.js"
import { Aside } from "./aside.js"
import { Controls } from "./controls.js"
import { Insets } from "./insets.js"
import { Panel } from "./panel.js"
import { periodText } from "./periods.js"
import { modeOf, Readings } from "./readings.js"
import { pieces, tipLines, when } from "./sentences.js"
import { address, divided, recoloured, shownPeriods } from "./view.js"

const NARROW = 44 // times the size of the type
const LEAST = 400 // px of room for map and list, on a screen however low
const BELOW = 12 // px left free under them
const SOURCE = 80 // px of the source under a map in a meeting

/**
 * @typedef {object} Host Who is told what the reader chooses.
 * @property {(changes: Changes) => void} say
 * @property {(wanted: Partial<View>) => void} change
 * @property {(place: string | null) => void} sayPlace
 * @property {() => void} tilesFailed
 */

/** What a choice shows: a view, its files and numbers, and what the page sent with the indicator's own words. */
export class Shown {
  /**
   * @param {Sent} sent
   * @param {View} view
   * @param {Files} files
   */
  constructor(sent, view, files) {
    this.sent = sent
    this.view = view
    this.files = files
    this.context = contextOf(sent.data, indicatorOf(sent, view), view)
    this.readings = new Readings(this.context, files.values)
  }
}

/**
 * @param {Sent} sent
 * @param {Pick<View, "indicator">} view
 * @returns {Indicator}
 */
export function indicatorOf({ catalogue: { indicators } }, view) {
  return indicators.find(({ id }) => id === view.indicator) ?? indicators[0]
}

/**
 * The page's sentences are of the indicator and level that it knows of.
 * @param {MapData} data
 * @param {Indicator} indicator
 * @param {View} view
 * @returns {Context}
 */
function contextOf(data, { title, groups, unit, decimals, levels, modes, unplaced = {} }, { indicator, level }) {
  const isTold = data.choice.indikator === indicator && data.choice.niveau === level
  return {
    ...data,
    title,
    groups,
    unplaced,
    level,
    format: { ...data.format, unit, decimals },
    modes: levels[level].map((mode) => modes[mode]),
    sentences: isTold ? data.sentences : {},
    sources: isTold ? data.sources : {},
    country: isTold ? data.country : {},
  }
}

/**
 * The fills of areas without a number: a drawing, so that colour alone never carries the meaning.
 * @param {MapData["missing"]} missing
 */
function patternDrawings(missing) {
  const patterns = Object.values(missing).map(({ pattern, drawing }) =>
    makeSvg(
      "pattern",
      { id: `area-map-${pattern}`, width: 8, height: 8, patternUnits: "userSpaceOnUse" },
      makeSvg("path", { d: "M0,0 h8 v8 h-8 z", class: "paper" }),
      makeSvg("path", { d: drawing, class: "drawing" }),
    ),
  )
  return makeSvg("svg", { width: 0, height: 0, class: "patterns", "aria-hidden": "true" }, ...patterns)
}

export class Scene {
  /** @type {string | null} */
  selected = null
  /** @type {string | null} */
  reached = null // the selected area that was gone to
  /** @type {string | null} */
  place = null // where the map was moved to, as in the address
  /** @type {Panel[]} */
  panels = []
  isFollowing = false
  leaving = new AbortController()

  /**
   * @param {HTMLElement} frame on the page, and not hidden
   * @param {Host} host
   * @param {Shown} shown
   */
  constructor(frame, host, shown) {
    this.frame = frame
    this.host = host
    this.shown = shown
    this.isTouch = matchMedia("(pointer: coarse)").matches // what the hint speaks of; what is done, each event decides
    this.controls = this.makeControls()
    this.aside = this.makeAside()
    this.crumbs = make("nav", "crumbs")
    this.sentence = make("p", "sentence", "", { "aria-live": "polite" })
    this.skip = button("skip", "", () => this.aside.element.focus())
    this.stage = make("div", "stage")
    this.insets = new Insets({ zoom: (areas) => this.main.zoomTo(areas), select: (id) => this.select(id) })
    const views = box("div", "views", this.stage, this.insets.element)
    this.body = box("div", "body", box("div", "left", views, this.aside.legend), this.aside.element)
    this.hint = make("p", "hint", "", { id: "area-map-hint" })
    const patterns = patternDrawings(shown.context.missing)
    frame.classList.toggle("touch", this.isTouch)
    frame.append(this.crumbs, this.sentence, this.controls.element, this.skip, patterns, this.body, this.hint)
    this.resizing = new ResizeObserver(() => this.fitRoom())
    for (const box of [frame, document.querySelector("[data-testid=stMainBlockContainer]")]) {
      if (box) this.resizing.observe(box, { box: "border-box" }) // what comes above the map moves it down
    }
    addEventListener("resize", () => this.fitRoom(), { signal: this.leaving.signal })
    addEventListener("beforeprint", () => this.print(true), { signal: this.leaving.signal })
    addEventListener("afterprint", () => this.print(false), { signal: this.leaving.signal })
  }

  /** Map and list take up what is left of the screen, so that both are seen without scrolling. */
  fitRoom() {
    const { frame, body } = this
    frame.classList.toggle("narrow", frame.clientWidth < NARROW * Number.parseFloat(getComputedStyle(frame).fontSize))
    const scrolled = document.querySelector("[data-testid=stMain]")?.scrollTop ?? scrollY
    const bar = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--meeting-bar")) || 0
    const isAlone = frame.matches(".meeting, .embedded")
    const under = isAlone ? bar + SOURCE : 0
    const taken = body.getBoundingClientRect().top + scrolled + under
    frame.style.setProperty("--room", `${Math.max(LEAST, Math.floor(innerHeight - taken - BELOW))}px`)
  }

  /**
   * Paper has its own size: the whole map is drawn for it.
   * @param {boolean} isPrinting
   */
  print(isPrinting) {
    this.frame.classList.toggle("printing", isPrinting)
    for (const panel of this.panels) panel.resize()
  }

  makeControls() {
    const { host } = this
    return new Controls(
      {
        indicator: (indicator) => host.change({ indicator }),
        level: (level) => host.change({ level }),
        mode: (mode) => this.recolour(mode),
        base: (base) => {
          this.see({ ...this.view, base })
          host.say({ fra: base })
        },
        layers: (chosen) => host.say({ lag: chosen.join(",") || null }),
        split: () => this.divide(!this.view.split),
        move: (period) => this.see({ ...this.view, period }),
        release: (period) => host.say({ aar: period }),
      },
      this.shown.context.texts,
    )
  }

  makeAside() {
    const actions = {
      close: () => this.select(this.selected),
      say: (/** @type {Changes} */ changes) => this.host.say(changes),
      address: (/** @type {string} */ page, /** @type {Changes} */ changes) =>
        address(page, changes, location.search, document.baseURI),
      open: this.open.bind(this),
    }
    const told = { ...this.shown, areas: [], selected: null, isColoured: false }
    return new Aside(told, actions, {
      choose: (id) => this.select(id),
      point: (id) => this.pointAt(id),
      order: (order) => this.host.say({ rangliste: order }),
    })
  }

  remove() {
    this.leaving.abort()
    this.resizing.disconnect()
    this.controls.time.stop()
    for (const panel of this.panels) panel.remove()
  }

  get view() {
    return this.shown.view
  }

  get main() {
    return this.panels[this.panels.length - 1]
  }

  /** Whether the hand, or play, is ahead of what the page knows. */
  get isBusy() {
    return this.controls.time.busy
  }

  /** @param {Shown} shown */
  show(shown) {
    this.shown = shown
    this.arrange()
  }

  /**
   * Another period of the same files.
   * @param {View} view
   */
  see(view) {
    this.shown.view = view
    this.redraw()
  }

  /** Go to an area that was chosen elsewhere. */
  approach() {
    if (this.selected === this.reached) return
    this.reached = this.selected
    this.main.approach(this.main.find(this.selected))
  }

  /** One map, or two beside each other: the earlier period stands first. */
  arrange() {
    const { sent, context, files } = this.shown
    const wanted = this.view.split ? 2 : 1
    this.frame.classList.toggle("split", wanted === 2) // first: a new panel must know its size
    while (this.panels.length > wanted) this.panels.shift()?.remove()
    while (this.panels.length < wanted) this.panels.unshift(new Panel(this, this.stage))
    for (const panel of this.panels) {
      const isRedrawn = panel.draw(context, files, sent.lines)
      if (isRedrawn || panel.marks !== sent.marks) panel.mark(sent.marks)
    }
    if (wanted === 2 && this.main.moved) this.panels[0].follow(this.main)
    this.name()
    this.redraw()
    for (const panel of this.panels) panel.decorate(this.selected)
    this.showPath()
    this.fitRoom()
  }

  /** Go where the address says that the map was moved to, if it came from elsewhere. */
  goTo(/** @type {string | null} */ place) {
    if (place === this.place) return
    this.place = place
    this.main.goTo(place)
  }

  /** The texts that name things, set again at every choice: the reader may have changed language. */
  name() {
    const { context, sent, readings, view } = this.shown
    this.hint.textContent = this.isTouch ? context.texts.two_fingers : context.texts.keys
    this.skip.textContent = context.texts.skip
    this.controls.set(context, sent.catalogue, view, readings.periods)
  }

  /** Everything that a period or a colouring changes. */
  redraw() {
    const { view, context, readings } = this.shown
    const periods = shownPeriods(view)
    this.panels.forEach((panel, place) => {
      const own = { ...view, period: periods[place] }
      panel.paint((id) => readings.of(id, own), modeOf(context, own))
      panel.heading.textContent = periods.length === 2 ? periodText(periods[place]) : ""
      panel.name(context.texts, fill(context.texts.map, { title: `${context.title}, ${when(context, own)}` }))
    })
    this.sentence.replaceChildren(...this.answer(context.sentences[view.mode]?.[view.period] ?? ""))
    this.showAside()
    this.showInsets()
    const { list } = indicatorOf(this.shown.sent, view)
    Object.assign(this.frame.dataset, { liste: list ?? "", aar: view.period }) // read where the map is put on an agenda
  }

  /**
   * The sentence, in which every area is a way to its profile.
   * @param {string} sentence
   */
  answer(sentence) {
    return pieces(sentence, this.shown.context.named).map(({ text, id }) => {
      if (!id) return text
      const changes = { omraade: id }
      const link = make("a", "", text, { href: address("omraade", changes, location.search, document.baseURI) })
      link.onclick = (event) => this.open(event, "omraade", changes)
      return link
    })
  }

  /** Small maps of where the marks of the coloured level lie too close. */
  showInsets() {
    const { context, files, sent } = this.shown
    const marks = this.main.shown().filter(({ marker }) => marker)
    const isWhole = !context.within && !this.view.split
    const ground = [files.background, ...sent.lines.filter(({ dash }) => !dash).map(({ content }) => content)]
    this.insets.show(isWhole ? marks : [], ground, context.texts.inset)
  }

  showAside() {
    const selected = this.main.find(this.selected)
    const isColoured = selected !== null && this.main.inLevel(selected)
    this.aside.show({ ...this.shown, areas: this.main.shown(), selected, isColoured })
  }

  /** Where in the country the map is: each step leads back out. */
  showPath() {
    const { texts, crumbs } = this.shown.context
    const steps = crumbs.map(({ id, name }, place) => {
      const isLast = place === crumbs.length - 1
      if (isLast) return box("li", "", make("span", "", name, { "aria-current": "true" }))
      return box(
        "li",
        "",
        button("", name, () => this.host.say({ inden_for: id, omraade: null })),
      )
    })
    this.crumbs.setAttribute("aria-label", texts.path)
    this.crumbs.replaceChildren(box("ol", "", ...steps))
    this.crumbs.hidden = crumbs.length < 2
  }

  /** @param {string} mode */
  recolour(mode) {
    const { context, readings } = this.shown
    const view = recoloured(this.view, modeOf(context, { mode }), readings.periods)
    this.shown.view = view
    this.arrange()
    this.host.say({ farver: mode, fra: view.base, delt: view.split ? "ja" : null })
  }

  /** @param {boolean} split */
  divide(split) {
    const { context, readings } = this.shown
    const view = divided(this.view, split, context.modes, readings.periods)
    this.shown.view = view
    this.arrange()
    this.host.say({ delt: split ? "ja" : null, fra: view.base, farver: view.mode })
  }

  /** @param {string | null} id */
  select(id) {
    this.selected = this.reached = id === this.selected ? null : id
    for (const panel of this.panels) panel.decorate(this.selected)
    this.showAside()
    this.host.say({ omraade: this.selected })
  }

  /** Close the card; with no card open, leave the map forwards. */
  leave() {
    if (this.selected) this.select(this.selected)
    else this.aside.element.focus()
  }

  /** @param {Panel} panel */
  moved(panel) {
    if (this.panels.length < 2 || this.isFollowing) return
    this.isFollowing = true
    for (const other of this.panels) if (other !== panel) other.follow(panel)
    this.isFollowing = false
  }

  /** @param {Area} area */
  tip(area) {
    const { context, readings, view } = this.shown
    return area.reading ? tipLines(context, area.reading, readings.at(area.id, view.period)) : [area.municipality]
  }

  /** @param {string | null} place */
  placed(place) {
    this.place = place
    this.host.sayPlace(place)
  }

  /**
   * The area under the pointer on the map is marked in the list,
   * @param {string | null} id
   */
  pointed(id) {
    this.aside.ranking.point(id)
  }

  /**
   * and the other way round.
   * @param {string | null} id
   */
  pointAt(id) {
    const area = this.main.find(id)
    const isInSight = area && this.main.map.getBounds().contains(area.centre)
    this.main.point(isInSight ? area : null, isInSight ? area.centre : null)
    this.aside.ranking.point(id)
  }

  tilesFailed() {
    this.host.tilesFailed()
  }

  /**
   * A plain click changes page without a reload; with a key held it is an ordinary link.
   * @param {MouseEvent} event
   * @param {string} page
   * @param {Changes} changes
   */
  open(event, page, changes) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    visit(address(page, changes, location.search, document.baseURI))
  }
}
