// What stands beside and under the map: the card of the selected area, the list of areas, and the legend.
/** @import { Context, View } from "../shared/types.d.ts" */
/** @import { Actions } from "./caption.js" */
/** @import { Area } from "./sheets.js" */
/** @import { ListActions } from "./ranking.js" */
import { box, make } from "../shared/make.js"
import { card, legend } from "./caption.js"
import { Ranking } from "./ranking.js"
import { modeOf, Readings } from "./readings.js"

/**
 * @typedef {object} Told What is known of the map that is shown.
 * @property {Context} context
 * @property {Readings} readings
 * @property {View} view
 * @property {Area[]} areas on the map
 * @property {Area | null} selected
 * @property {boolean} isColoured whether the selected area is of the level that is coloured
 */

export class Aside {
  ranked = 0 // the frame that is asked for

  /**
   * @param {Told} told
   * @param {Actions} actions
   * @param {ListActions} list
   */
  constructor(told, actions, list) {
    this.told = told
    this.actions = actions
    this.card = make("div", "card", "", { "aria-live": "polite" })
    this.legend = make("div", "legend")
    this.ranking = new Ranking(list)
    this.element = box("div", "aside", this.card, this.ranking.element)
    this.element.tabIndex = -1
  }

  /** @param {Told} told */
  show(told) {
    this.told = told
    const { context, readings, view, areas, selected, isColoured } = told
    const own = isColoured ? readings : this.ofMarked()
    const place = selected && { area: selected, reading: isColoured ? readings.of(selected.id, view) : null }
    this.card.replaceChildren(...(selected ? card(context, selected, own, view, this.actions) : []))
    this.legend.replaceChildren(...legend(context, readings, view, areas, place))
    this.rank()
  }

  /** The numbers of the marks that lie over a coloured level: of their own, or not collected. */
  ofMarked() {
    const { context, readings } = this.told
    return new Readings({ ...context, level: context.marked ?? "" }, readings.values)
  }

  rank() {
    cancelAnimationFrame(this.ranked)
    this.ranked = requestAnimationFrame(() => {
      const { context, readings, view, areas, selected } = this.told
      const mode = modeOf(context, view)
      const unplaced = Object.entries(mode.shapes ? context.unplaced : {}).map(([id, name]) => ({ id, name }))
      const rows = [...areas, ...unplaced].map((area) => ({ area, reading: readings.of(area.id, view) }))
      const value = mode.change ? undefined : context.country[view.period]
      const country = value === undefined ? null : { value, text: readings.numbers.amount(value) }
      this.ranking.show({ rows, said: context, mode, selected: selected?.id ?? null, country })
    })
  }
}
