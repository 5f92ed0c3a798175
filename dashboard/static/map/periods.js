// Periods as the files and the address name them: 2023, 2019-2021.
/** @import { LevelValues } from "../shared/types.d.ts" */

/**
 * As readers see it: 2019–2021.
 * @param {string} period
 */
export function periodText(period) {
  return period.replace("-", "\u2013")
}

/** @param {string} period */
function years(period) {
  return Number(period.slice(-4)) - Number(period.slice(0, 4))
}

/**
 * The periods that a period can be compared with, which are as long; none where it stands alone. The same as
 * dashboard.atlas.bases.
 * @param {string[]} periods
 * @param {string} period
 */
export function bases(periods, period) {
  const found = periods.filter((other) => years(other) === years(period))
  return found.length > 1 ? found : []
}

/**
 * The base that is chosen, else the first that differs from the period.
 * @param {string[]} periods
 * @param {{ base: string | null, period: string }} view
 */
export function nearestBase(periods, { base, period }) {
  const found = bases(periods, period)
  if (base !== null && found.includes(base)) return base
  return found.find((other) => other !== period) ?? null
}

/**
 * The newest period in which some area has a number, else the newest of all. The same as dashboard.atlas.newest_shown.
 * @param {LevelValues} level
 * @param {string[]} statuses
 */
export function newestPeriod({ periods, areas }, statuses) {
  const all = Object.values(areas)
  const isShown = (/** @type {number} */ place) => all.some(({ s }) => statuses[s[place]] === "shown")
  return periods[periods.findLastIndex((_period, place) => isShown(place))] ?? periods[periods.length - 1]
}
