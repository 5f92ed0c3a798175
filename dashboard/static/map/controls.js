// Everything above the map that chooses what it shows.
/** @import { Catalogue, Context, MapTexts, View } from "../shared/types.d.ts" */
import { box, button } from "../shared/make.js"
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
    const lists = [this.indicator, this.level, this.mode, this.layers, this.base].map(({ element }) => element)
    this.element = box("div", "choices", ...lists, this.split, this.time.element)
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
