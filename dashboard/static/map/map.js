// The area map: one or two Leaflet maps with their controls and caption. Python sends choices and words; geometry,
// numbers and the catalogue of indicators are fetched once by address and kept. So every choice is drawn here at once,
// and the page, which writes the sentences and the address, is told: of a period when the hand lets go.
import { fill } from "../shared/fill.js"
import { card, legend, when } from "./caption.js"
import { fetchOnce, FileError, load } from "./files.js"
import { button, Checks, make, makeSvg, Select } from "../shared/make.js"
import { Panel } from "./panel.js"
import { Ranking } from "./ranking.js"
import { periodText, Readings } from "./readings.js"
import { TimeControl } from "./time.js"

const PATIENCE = 4000 // ms to wait for the page's answer to a choice before its older choices count again
const maps = new WeakMap() // the element's root -> its AreaMap

export default async function draw(component) {
  const root = component.parentElement
  if (!maps.has(root)) maps.set(root, new AreaMap(root))
  const map = maps.get(root)
  await map.update(component)
  return () => {
    map.remove()
    maps.delete(root)
  }
}

/** The fills of areas without a number: a drawing, so that colour alone never carries the meaning. */
function patternDrawings(missing) {
  const patterns = Object.values(missing).map(({ pattern, drawing }) => makeSvg(
    "pattern", { id: `area-map-${pattern}`, width: 8, height: 8, patternUnits: "userSpaceOnUse" },
    makeSvg("path", { d: "M0,0 h8 v8 h-8 z", class: "paper" }), makeSvg("path", { d: drawing, class: "drawing" }),
  ))
  return makeSvg("svg", { width: 0, height: 0, class: "patterns", "aria-hidden": "true" }, ...patterns)
}

class AreaMap {
  constructor(root) {
    this.view = {} // {indicator, level, mode, period, base, split}: what the reader sees, ahead of the page at times
    this.problem = make("div", "problem", "", { role: "alert" })
    this.frame = make("div", "area-map")
    this.frame.hidden = true
    root.append(this.problem, this.frame)
    this.styles = Promise.all(["../vendor/leaflet/leaflet.css", "map.css"].map((name) => {
      const link = Object.assign(make("link"), { rel: "stylesheet", href: new URL(name, import.meta.url) })
      root.append(link)
      return new Promise((resolve, reject) => {
        Object.assign(link, { onload: resolve, onerror: () => reject(new FileError(name)) })
      })
    }))
    this.styles.catch(() => {}) // told where the styles are waited for
  }

  remove() {
    this.resizing?.disconnect()
    this.time?.stop()
    this.panels?.forEach((panel) => panel.remove())
    this.frame.remove()
    this.problem.remove()
  }

  /** Load first, then draw: until everything has come, or if something never comes, the last good map stays. */
  async update(component) {
    const { data } = component
    this.asked = data
    this.component = component
    const again = () => this.update(component)
    await this.attempt(again, async () => {
      const lines = data.lines.map(({ url }) => url)
      const [catalogue, marks, ...contents] = await Promise.all([data.files.catalogue, data.files.marks, ...lines].map(fetchOnce))
      const view = this.nextView(data.choice)
      const files = await load(data, view)
      await this.styles
      if (this.asked !== data) return
      Object.assign(this, { data, catalogue })
      this.lines = data.lines.map((line, place) => ({ ...line, content: contents[place] }))
      this.marks = data.marks.map((mark) => ({ ...mark, on: areasOf(mark, marks) }))
      if (!this.panels) this.build()
      this.frame.hidden = false
      this.frame.classList.toggle("projector", data.projector)
      this.frame.classList.toggle("meeting", data.meeting)
      this.frame.style.setProperty("--height", `${data.height}px`)
      const now = this.nextView(data.choice)
      if (now.indicator !== view.indicator || now.level !== view.level) return // a later choice is on its way
      if (now !== this.view) {
        this.said = null
        this.selected = data.choice.omraade
      }
      this.show(now, files)
      this.approach()
    })
  }

  /** Do what needs files; where they do not come, say so and offer to try again. */
  async attempt(again, work) {
    try {
      await work()
      if (this.data) this.problem.replaceChildren()
    } catch (problem) {
      if (!(problem instanceof FileError)) throw problem
      const { failed, retry } = this.component.data.texts
      this.problem.replaceChildren(make("p", "", failed), button("", retry, again))
    }
  }

  tilesFailed() {
    this.problem.replaceChildren(make("p", "", this.data.texts.tiles_failed))
  }

  /** Tell the page of choices by their names in the address. */
  say(changes) {
    this.said = { changes, until: performance.now() + PATIENCE }
    this.component.setTriggerValue("choice", changes)
  }

  /** The page's choices, or the reader's own where the page has yet to hear of them. */
  nextView(choice) {
    const heard = ([name, value]) => !(name in choice) || choice[name] === value
    const older = this.said && !Object.entries(this.said.changes).every(heard) && performance.now() < this.said.until
    if (older) return this.view
    const period = this.time?.busy && this.readings.periods.includes(this.view.period) ? this.view.period : choice.aar
    return {
      indicator: choice.indikator, level: choice.niveau, mode: choice.farver, period, base: choice.fra,
      split: choice.delt === "ja",
    }
  }

  /** Another indicator or level: what the reader had chosen besides is kept where it has a meaning. */
  change(wanted) {
    const view = { ...this.view, ...wanted }
    const { levels, fullest } = this.catalogue.indicators.find(({ id }) => id === view.indicator)
    if (!(view.level in levels)) view.level = fullest
    if (!levels[view.level].includes(view.mode)) view.mode = levels[view.level][0]
    const turn = this.turn = {}
    this.attempt(() => this.change(wanted), async () => {
      const files = await load(this.data, view)
      if (this.turn !== turn) return
      const { periods, newest } = new Readings({ ...this.data, level: view.level }, files.values)
      if (!periods.includes(view.period)) view.period = newest()
      view.base = nearestBase(periods, view)
      this.show(view, files)
      this.say({
        indikator: view.indicator, niveau: view.level, farver: view.mode, aar: view.period, fra: view.base,
      })
    })
  }

  /** Draw a view with its files. `this.context` is what the page sent, with the indicator's own words. */
  show(view, files) {
    const { data, catalogue } = this
    const { levels, modes, unit, decimals, ...indicator } = catalogue.indicators.find(({ id }) => id === view.indicator)
    const format = { ...data.format, unit, decimals }
    const told = data.choice.indikator === view.indicator && data.choice.niveau === view.level
    this.context = {
      ...data, ...indicator, format, level: view.level, modes: levels[view.level].map((mode) => modes[mode]),
      sentences: told ? data.sentences : {}, sources: told ? data.sources : {},
    }
    Object.assign(this, { view, files, readings: new Readings(this.context, files.values) })
    this.arrange()
  }

  /** Go to an area that was chosen elsewhere. */
  approach() {
    if (this.selected === this.reached) return
    this.reached = this.selected
    this.main.approach(this.main.find(this.selected))
  }

  build() {
    this.touch = matchMedia("(pointer: coarse)").matches
    this.time = new TimeControl(
      (period) => { this.view.period = period; this.redraw() }, (period) => this.say({ aar: period }),
    )
    this.indicator = new Select((indicator) => this.change({ indicator }))
    this.level = new Select((level) => this.change({ level }))
    this.mode = new Select((mode) => this.recolour(mode))
    this.base = new Select((base) => { this.view.base = base; this.redraw(); this.say({ fra: base }) })
    this.layers = new Checks((chosen) => this.say({ lag: chosen.join(",") || null }))
    this.split = button("toggle", "", () => this.divide(!this.view.split))
    this.crumbs = make("nav", "crumbs")
    this.controls = make("div", "choices")
    this.controls.append(this.indicator.element, this.level.element, this.mode.element, this.layers.element, this.base.element, this.split,
      this.time.element)
    this.sentence = make("p", "sentence", "", { "aria-live": "polite" })
    this.skip = button("skip", "", () => this.aside.focus())
    this.stage = make("div", "stage")
    this.card = make("div", "card", "", { "aria-live": "polite" })
    this.tabs = make("div", "tabs")
    this.legend = make("div", "legend")
    this.ranking = new Ranking((id) => this.select(id))
    this.ranking.element.hidden = true
    this.hint = make("p", "hint", "", { id: "area-map-hint" })
    this.aside = make("div", "aside", "", { tabindex: -1 })
    this.aside.append(this.card, this.tabs, this.legend, this.ranking.element)
    this.panels = []
    this.frame.classList.toggle("touch", this.touch)
    this.frame.append(this.crumbs, this.controls, this.sentence, this.skip, patternDrawings(this.data.missing),
      this.stage, this.aside, this.hint)
    this.resizing = new ResizeObserver(() => {
      this.frame.classList.toggle("narrow", this.frame.clientWidth < 44 * parseFloat(getComputedStyle(this.frame).fontSize))
    })
    this.resizing.observe(this.frame)
  }

  get main() {
    return this.panels.at(-1)
  }

  /** One map, or two beside each other: the earlier period stands first. */
  arrange() {
    const wanted = this.view.split ? 2 : 1
    while (this.panels.length > wanted) this.panels.shift().remove()
    while (this.panels.length < wanted) {
      const panel = new Panel(this, { touch: this.touch })
      this.panels.unshift(panel)
      this.stage.prepend(panel.element)
    }
    this.frame.classList.toggle("split", wanted === 2)
    for (const panel of this.panels) {
      const redrawn = panel.draw(this.context, this.files, this.lines)
      if (redrawn || panel.marks !== this.marks) panel.mark(this.marks)
    }
    if (wanted === 2 && this.main.moved) this.panels[0].follow(this.main)
    this.name()
    this.redraw()
    for (const panel of this.panels) panel.decorate(this.selected)
    this.showPath()
    this.showTabs()
  }

  /** The texts that name things, set again at every choice: the reader may have changed language. */
  name() {
    const { context: { texts, modes }, catalogue: { indicators, levels }, view } = this
    this.hint.textContent = this.touch ? texts.two_fingers : texts.keys
    this.skip.textContent = texts.skip
    this.indicator.set(texts.indicator, indicators.map(({ id, title, theme }) => [id, title, theme]), view.indicator)
    const able = Object.keys(indicators.find(({ id }) => id === view.indicator).levels)
    this.level.set(texts.level, able.map((level) => [level, levels[level]]), view.level)
    this.mode.set(texts.mode, modes.map(({ id, label }) => [id, label]), view.mode)
    this.mode.element.hidden = modes.length < 2
    const { layers, choice } = this.context
    this.layers.set(texts.layers, layers.map(({ id, label }) => [id, label]), choice.lag?.split(",") ?? [])
    const others = bases(this.readings.periods, view.period).map((period) => [period, periodText(period)])
    this.base.set(view.split ? texts.compared_with : texts.since, others, view.base)
    this.base.element.hidden = !others.length || !(view.split || this.changes)
    this.split.textContent = texts.split
    this.split.setAttribute("aria-pressed", Boolean(view.split))
    this.split.hidden = !others.length
    this.time.set(this.readings.periods, view.period, texts)
  }

  get changes() {
    return this.context.modes.find(({ id }) => id === this.view.mode)?.change
  }

  /** Everything that a period or a colouring changes. */
  redraw() {
    const { view, readings } = this
    const periods = this.panels.length === 2 ? [view.base, view.period] : [view.period]
    this.panels.forEach((panel, place) => {
      const own = { ...view, period: periods[place] }
      panel.paint((id) => readings.of(id, own))
      panel.heading.textContent = this.panels.length === 2 ? periodText(periods[place]) : ""
      panel.name(this.context.texts, fill(this.context.texts.map, { title: `${this.context.title}, ${when(this.context, own)}` }))
    })
    this.sentence.textContent = this.context.sentences[view.mode]?.[view.period] ?? ""
    this.showCaption()
  }

  showCaption() {
    const { context, readings, view } = this
    const area = this.main.find(this.selected)
    const coloured = Boolean(area) && this.main.inLevel(area)
    const actions = {
      coloured, address, close: () => this.select(area.id), say: (changes) => this.say(changes),
      open: (event, page, changes) => this.open(event, page, changes),
    }
    const reading = coloured ? readings.of(area.id, view) : null
    this.card.replaceChildren(...card(context, area, readings, view, actions))
    this.legend.replaceChildren(...legend(context, readings, view, { areas: this.main.shown(), selected: area, reading }))
    if (!this.ranking.element.hidden) this.rank()
  }

  rank() {
    cancelAnimationFrame(this.ranked)
    this.ranked = requestAnimationFrame(() => {
      const rows = this.main.shown().map((area) => ({ area, reading: this.readings.of(area.id, this.view) }))
      const { texts, title, format } = this.context
      this.ranking.show(rows, { texts, title, format }, this.selected)
    })
  }

  showTabs() {
    const { texts } = this.data
    const ranked = !this.ranking.element.hidden
    const turn = (to) => {
      this.ranking.element.hidden = !to
      this.legend.hidden = to
      if (to) this.rank()
      this.showTabs()
      this.tabs.children[Number(to)].focus()
    }
    this.tabs.replaceChildren(
      button("", texts.legend, () => turn(false), { "aria-pressed": !ranked }),
      button("", texts.ranking, () => turn(true), { "aria-pressed": ranked }),
    )
  }

  /** Where in the country the map is: each step leads back out. */
  showPath() {
    const { texts, crumbs } = this.data
    this.crumbs.setAttribute("aria-label", texts.path)
    const steps = crumbs.map(({ id, name }, place) => {
      const item = make("li")
      const last = place === crumbs.length - 1
      item.append(last ? make("span", "", name, { "aria-current": "true" }) : button("", name, () => this.say({ inden_for: id, omraade: null })))
      return item
    })
    const list = make("ol")
    list.append(...steps)
    this.crumbs.replaceChildren(list)
    this.crumbs.hidden = crumbs.length < 2
  }

  recolour(mode) {
    this.view.mode = mode
    if (this.changes) this.view.split = false
    this.view.base = nearestBase(this.readings.periods, this.view)
    this.arrange()
    this.say({ farver: mode, fra: this.view.base, delt: this.view.split ? "ja" : null })
  }

  divide(split) {
    this.view.split = split
    if (split && this.changes) this.view.mode = this.context.modes[0].id
    this.view.base = nearestBase(this.readings.periods, this.view)
    this.arrange()
    this.say({ delt: split ? "ja" : null, fra: this.view.base, farver: this.view.mode })
  }

  select(id) {
    this.selected = this.reached = id === this.selected ? null : id
    for (const panel of this.panels) panel.decorate(this.selected)
    this.showCaption()
    this.say({ omraade: this.selected })
  }

  /** Close the card; with no card open, leave the map forwards. */
  leave() {
    if (this.selected) this.select(this.selected)
    else this.aside.focus()
  }

  moved(panel) {
    if (this.panels.length < 2 || this.following) return
    this.following = true
    for (const other of this.panels) if (other !== panel && other.map) other.follow(panel)
    this.following = false
  }

  tip(area) {
    const { interval, verdict, text } = area.reading
    const point = this.readings.at(area.id, this.view.period)
    const group = point.group && fill(this.context.group, { group: point.group })
    const { comparisons, trends } = this.data
    return [text, interval, verdict ?? comparisons.country[point.country], group, trends[point.trend], point.origin?.[0]]
  }

  /** A plain click changes page without a reload; with a key held it is an ordinary link. */
  open(event, page, changes) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    this.say({ ...changes, side: page })
  }
}

/** The periods that a period can be compared with: as long as it is itself. */
function bases(periods, period) {
  const length = (own) => Number(own.slice(-4)) - Number(own.slice(0, 4))
  const found = periods.filter((other) => length(other) === length(period))
  return found.length > 1 ? found : []
}

/** The base that is chosen, else the first that differs from the period. */
function nearestBase(periods, { base, period }) {
  const found = bases(periods, period)
  return found.includes(base) ? base : found.find((other) => other !== period) ?? null
}

/** Another page of ours with the reader's choices, some of them changed. */
function address(page, changes) {
  const choices = new URLSearchParams(location.search)
  for (const [name, value] of Object.entries(changes)) choices.set(name, value)
  return `${new URL(page, document.baseURI).pathname}?${choices}`
}

/** The areas that carry a mark, with the names that belong to it (projects) or null. */
function areasOf({ id, areas }, marks) {
  const [kind, name] = id.split(/:(.*)/)
  const found = areas ?? marks?.[kind]?.[name] ?? marks?.[kind] ?? []
  return Array.isArray(found) ? new Map(found.map((area) => [area, null])) : new Map(Object.entries(found))
}
