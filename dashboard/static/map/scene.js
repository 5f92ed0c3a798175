// The map once its files have come: one or two panels with their controls and caption.
/** @import { Changes, Context, Files, Indicator, MapData, Sent, View } from "../shared/types.d.ts" */
/** @import { Area } from "./sheets.js" */
import { fill } from "../shared/fill.js"
import { box, button, make, makeSvg } from "../shared/make.js"
import { visit } from "../shared/visit.js"
import { Aside } from "./aside.js"
import { Controls } from "./controls.js"
import { Panel } from "./panel.js"
import { periodText } from "./periods.js"
import { modeOf, Readings } from "./readings.js"
import { tipLines, when } from "./sentences.js"
import { address, divided, recoloured, shownPeriods } from "./view.js"

const NARROW = 44 // times the size of the type

/**
 * @typedef {object} Host Who is told what the reader chooses.
 * @property {(changes: Changes) => void} say
 * @property {(wanted: Partial<View>) => void} change
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
function contextOf(data, { title, groups, unit, decimals, levels, modes }, { indicator, level }) {
  const isTold = data.choice.indikator === indicator && data.choice.niveau === level
  return {
    ...data,
    title,
    groups,
    level,
    format: { ...data.format, unit, decimals },
    modes: levels[level].map((mode) => modes[mode]),
    sentences: isTold ? data.sentences : {},
    sources: isTold ? data.sources : {},
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
  /** @type {Panel[]} */
  panels = []
  isFollowing = false

  /**
   * @param {HTMLElement} frame on the page, and not hidden
   * @param {Host} host
   * @param {Shown} shown
   */
  constructor(frame, host, shown) {
    this.frame = frame
    this.host = host
    this.shown = shown
    this.isTouch = matchMedia("(pointer: coarse)").matches
    this.controls = this.makeControls()
    this.aside = this.makeAside()
    this.crumbs = make("nav", "crumbs")
    this.sentence = make("p", "sentence", "", { "aria-live": "polite" })
    this.skip = button("skip", "", () => this.aside.element.focus())
    this.stage = make("div", "stage")
    this.hint = make("p", "hint", "", { id: "area-map-hint" })
    const patterns = patternDrawings(shown.context.missing)
    frame.classList.toggle("touch", this.isTouch)
    frame.append(this.crumbs, this.controls.element, this.sentence, this.skip, patterns, this.stage)
    frame.append(this.aside.element, this.hint)
    this.resizing = new ResizeObserver(() => {
      frame.classList.toggle("narrow", frame.clientWidth < NARROW * Number.parseFloat(getComputedStyle(frame).fontSize))
    })
    this.resizing.observe(frame)
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
    return new Aside(told, actions, (id) => this.select(id))
  }

  remove() {
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
    while (this.panels.length < wanted) this.panels.unshift(new Panel(this, this.stage, this.isTouch))
    for (const panel of this.panels) {
      const isRedrawn = panel.draw(context, files, sent.lines)
      if (isRedrawn || panel.marks !== sent.marks) panel.mark(sent.marks)
    }
    if (wanted === 2 && this.main.moved) this.panels[0].follow(this.main)
    this.name()
    this.redraw()
    for (const panel of this.panels) panel.decorate(this.selected)
    this.showPath()
    this.aside.nameTabs()
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
      panel.paint((id) => readings.of(id, own), modeOf(context, own).colours)
      panel.heading.textContent = periods.length === 2 ? periodText(periods[place]) : ""
      panel.name(context.texts, fill(context.texts.map, { title: `${context.title}, ${when(context, own)}` }))
    })
    this.sentence.textContent = context.sentences[view.mode]?.[view.period] ?? ""
    this.showAside()
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
