// What stands beside the map: the card of the selected area, and the legend or the ranking.
/** @import { Context, View } from "../shared/types.d.ts" */
/** @import { Actions } from "./caption.js" */
/** @import { Area } from "./sheets.js" */
/** @import { Readings } from "./readings.js" */
import { box, button, make } from "../shared/make.js"
import { card, legend } from "./caption.js"
import { Ranking } from "./ranking.js"

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
   * @param {(id: string) => void} select
   */
  constructor(told, actions, select) {
    this.told = told
    this.actions = actions
    this.card = make("div", "card", "", { "aria-live": "polite" })
    this.tabs = make("div", "tabs")
    this.legend = make("div", "legend")
    this.ranking = new Ranking(select)
    this.ranking.element.hidden = true
    this.element = box("div", "aside", this.card, this.tabs, this.legend, this.ranking.element)
    this.element.tabIndex = -1
  }

  get isRanked() {
    return !this.ranking.element.hidden
  }

  /** @param {Told} told */
  show(told) {
    this.told = told
    const { context, readings, view, areas, selected, isColoured } = told
    const own = isColoured ? readings : null
    const place = selected && { area: selected, reading: own?.of(selected.id, view) ?? null }
    this.card.replaceChildren(...(selected ? card(context, selected, own, view, this.actions) : []))
    this.legend.replaceChildren(...legend(context, readings, view, areas, place))
    if (this.isRanked) this.rank()
  }

  rank() {
    cancelAnimationFrame(this.ranked)
    this.ranked = requestAnimationFrame(() => {
      const { context, readings, view, areas, selected } = this.told
      const rows = areas.map((area) => ({ area, reading: readings.of(area.id, view) }))
      this.ranking.show(rows, context, selected?.id ?? null)
    })
  }

  /** Legend or ranking. */
  nameTabs() {
    const { texts } = this.told.context
    this.tabs.replaceChildren(
      button("", texts.legend, () => this.turn(false), { "aria-pressed": !this.isRanked }),
      button("", texts.ranking, () => this.turn(true), { "aria-pressed": this.isRanked }),
    )
  }

  /** @param {boolean} isRanked */
  turn(isRanked) {
    this.ranking.element.hidden = !isRanked
    this.legend.hidden = isRanked
    if (isRanked) this.rank()
    this.nameTabs()
    this.tabs.querySelectorAll("button")[Number(isRanked)].focus()
  }
}
