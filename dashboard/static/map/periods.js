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

const FULL = 0.9 // of the most numbers that any period has. The same as dashboard.area_map.periods.fullest

/**
 * The periods in which most areas have a number.
 * @param {LevelValues} level
 * @param {string[]} statuses
 */
export function fullPeriods({ periods, areas }, statuses) {
  const all = Object.values(areas)
  const counts = periods.map((_period, place) => all.filter(({ s }) => statuses[s[place]] === "shown").length)
  const most = Math.max(...counts)
  return periods.filter((_period, place) => counts[place] > 0 && counts[place] >= FULL * most)
}

/**
 * The period a map opens with: the newest full one, else the newest of all.
 * @param {LevelValues} level
 * @param {string[]} statuses
 */
export function openingPeriod(level, statuses) {
  return fullPeriods(level, statuses).at(-1) ?? level.periods[level.periods.length - 1]
}
