// What the reader sees of the map, and how one choice leads to another. A view is never changed: each choice gives a new
// one.
/** @import { Changes, Indicator, MapChoice, Mode, View } from "../shared/types.d.ts" */
import { nearestBase } from "./periods.js"

/**
 * The choices of the page.
 * @param {MapChoice} choice
 * @returns {View}
 */
export function viewOf(choice) {
  const { indikator: indicator, niveau: level, farver: mode, aar: period, fra: base } = choice
  return { indicator, level, mode, period, base, split: choice.delt === "ja" }
}

/**
 * Another indicator or level: what the reader had chosen besides is kept where it has a meaning.
 * @param {View} view
 * @param {Indicator} indicator
 * @returns {View}
 */
export function withIndicator(view, { levels, fullest }) {
  const level = view.level in levels ? view.level : fullest
  const mode = levels[level].includes(view.mode) ? view.mode : levels[level][0]
  return { ...view, level, mode }
}

/**
 * The same with the periods that there are: where the one of before is all but empty, the one a map opens with.
 * @param {View} view
 * @param {{ periods: string[], full: string[], opening: string }} known
 * @returns {View}
 */
export function withPeriods(view, { periods, full, opening }) {
  const period = full.includes(view.period) ? view.period : opening
  return { ...view, period, base: nearestBase(periods, { base: view.base, period }) }
}

/**
 * Another colouring: a change is not shown on two maps, it is two periods in one.
 * @param {View} view
 * @param {Mode} mode
 * @param {string[]} periods
 * @returns {View}
 */
export function recoloured(view, mode, periods) {
  return { ...view, mode: mode.id, split: view.split && !mode.change, base: nearestBase(periods, view) }
}

/**
 * One map or two.
 * @param {View} view
 * @param {boolean} split
 * @param {Mode[]} modes
 * @param {string[]} periods
 * @returns {View}
 */
export function divided(view, split, modes, periods) {
  const isChange = modes.some(({ id, change }) => id === view.mode && change)
  return { ...view, split, mode: split && isChange ? modes[0].id : view.mode, base: nearestBase(periods, view) }
}

/**
 * The periods of the maps, from the left.
 * @param {View} view
 * @returns {string[]}
 */
export function shownPeriods({ split, base, period }) {
  return split ? [base ?? period, period] : [period]
}

/**
 * What stands in the address for an indicator or an official list: a list has none of an indicator's choices.
 * @param {Pick<Indicator, "id" | "list">} indicator
 * @returns {Changes}
 */
export function subjectOf({ id, list }) {
  if (!list) return { liste: null, indikator: id }
  return { liste: list, indikator: null, niveau: null, farver: null, fra: null, delt: null, inden_for: null }
}

/**
 * Another page of ours with the reader's choices, some of them changed.
 * @param {string} page
 * @param {Changes} changes
 * @param {string} search of the address
 * @param {string} start address of the start page
 */
export function address(page, changes, search, start) {
  const choices = new URLSearchParams(search)
  for (const [name, value] of Object.entries(changes)) choices.set(name, String(value))
  return `${new URL(page, start).pathname}?${choices}`
}
