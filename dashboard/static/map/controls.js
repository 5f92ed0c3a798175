// Everything above the map that chooses what it shows.
/** @import { Catalogue, Context, MapTexts, View } from "../shared/types.d.ts" */
import { joined } from "../shared/fill.js"
import { box, button, make } from "../shared/make.js"
import { Checks, Select } from "./choices.js"
import { bases, periodText } from "./periods.js"
import { modeOf } from "./readings.js"
import { TimeControl } from "./time.js"

/**
 * @typedef {object} Choosing What is done when the reader chooses. `move` is the hand on the slider, `release` lets go.
 * @property {(indicator: string) => void} indicator
 * @property {(level: string) => void} level
 * @property {(mode: string) => void} mode
 * @property {(base: string) => void} base
 * @property {(layers: string[]) => void} layers
 * @property {() => void} split
 * @property {(period: string) => void} move
 * @property {(period: string) => void} release
 */

export class Controls {
  /**
   * @param {Choosing} choosing
   * @param {MapTexts} texts
   */
  constructor(choosing, texts) {
    this.time = new TimeControl(choosing.move, choosing.release, texts)
    this.indicator = new Select(choosing.indicator)
    this.level = new Select(choosing.level)
    this.mode = new Select(choosing.mode)
    this.base = new Select(choosing.base)
    this.layers = new Checks(choosing.layers)
    this.split = button("toggle", "", choosing.split)
    const lists = [this.indicator, this.level, this.mode, this.base, this.layers].map(({ element }) => element)
    this.shown = make("span", "shown")
    this.change = make("span", "change")
    this.summary = box("summary", "", this.shown, this.change)
    this.fold = box("details", "fold", this.summary, box("div", "unfolded", ...lists, this.split))
    this.element = box("div", "choices", this.fold, this.time.element)
    this.fold.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape") return
      this.fold.open = false
      this.summary.focus()
    })
  }

  /**
   * What is shown, in one line.
   * @param {Context} context
   * @param {string} level
   * @param {View} view
   */
  summarise({ texts, title, modes, layers, choice }, level, view) {
    const mode = modes.findIndex(({ id }) => id === view.mode)
    const laid = choice.lag?.split(",") ?? []
    const on = layers.filter(({ id }) => laid.includes(id)).map(({ label }) => label)
    const said = [title, level, mode > 0 ? modes[mode].label : "", ...on]
    this.shown.textContent = `${texts.shows}: ${joined(said, " · ")}`
    this.change.textContent = texts.change
  }

  /**
   * The texts and choices, set again at every choice: the reader may have changed language.
   * @param {Context} context
   * @param {Catalogue} catalogue
   * @param {View} view
   * @param {string[]} periods
   */
  set(context, { indicators, levels }, view, periods) {
    const { texts, modes, layers, choice } = context
    const able = indicators.find(({ id }) => id === view.indicator)?.levels ?? {}
    this.indicator.set(
      texts.indicator,
      indicators.map(({ id, title, theme }) => [id, title, theme]),
      view.indicator,
    )
    this.level.set(
      texts.level,
      Object.keys(able).map((level) => [level, levels[level]]),
      view.level,
    )
    this.mode.set(
      texts.mode,
      modes.map(({ id, label }) => [id, label]),
      view.mode,
    )
    this.mode.element.hidden = modes.length < 2
    this.layers.set(
      texts.layers,
      layers.map(({ id, label }) => [id, label]),
      choice.lag?.split(",") ?? [],
    )
    this.setBase(context, view, periods)
    this.summarise(context, levels[view.level] ?? "", view)
    this.time.set(periods, view.period, texts)
  }

  /**
   * @param {Context} context
   * @param {View} view
   * @param {string[]} periods
   */
  setBase(context, view, periods) {
    const { texts } = context
    const others = bases(periods, view.period)
    this.base.set(
      view.split ? texts.compared_with : texts.since,
      others.map((own) => [own, periodText(own)]),
      view.base,
    )
    this.base.element.hidden = !(others.length && (view.split || modeOf(context, view).change))
    this.split.textContent = texts.split
    this.split.setAttribute("aria-pressed", String(view.split))
    this.split.hidden = !others.length
  }
}
