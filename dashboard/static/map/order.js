// The order of a list of areas, and where each number lies on the list's scale.
/**
 * @typedef {{ value: number | null, low: number | null, high: number | null }} Estimate
 * @typedef {{ area: { id: string, name: string }, reading: Estimate }} Ranked
 */

/**
 * By name, or from the highest number down with those without one last.
 * @template {Ranked} Row
 * @param {Row[]} rows
 * @param {"name" | "value"} sort
 * @param {string} locale
 */
export function ordered(rows, sort, locale) {
  const { compare } = new Intl.Collator(locale)
  const byName = (/** @type {Row} */ a, /** @type {Row} */ b) => compare(a.area.name, b.area.name)
  if (sort === "name") return rows.toSorted(byName)
  return rows.toSorted((a, b) => heightOf(b) - heightOf(a) || byName(a, b))
}

/** @param {Ranked} row */
function heightOf({ reading }) {
  return reading.value ?? -Number.MAX_VALUE
}

const FEW = 5 // at either end

/**
 * The highest and the lowest of rows in the order of their numbers; null where there are too few to leave any out.
 * @template {Ranked} Row
 * @param {Row[]} sorted
 */
export function ends(sorted) {
  const known = sorted.filter(({ reading }) => reading.value !== null)
  if (known.length <= 2 * FEW) return null
  return { highest: known.slice(0, FEW), lowest: known.slice(-FEW) }
}

/**
 * From the lowest number to the highest, with their intervals, the country's and 0.
 * @param {Ranked[]} rows
 * @param {number | null} country
 */
export function scaleOf(rows, country) {
  const numbers = rows.flatMap(({ reading: { value, low, high } }) => [value, low, high])
  const known = [...numbers, country].filter((number) => number !== null)
  return { from: Math.min(0, ...known), to: Math.max(0, ...known) }
}

/**
 * The place of a number on a scale in percent.
 * @param {number} number
 * @param {{ from: number, to: number }} scale
 */
export function percent(number, { from, to }) {
  return (100 * (number - from)) / (to - from || 1)
}
