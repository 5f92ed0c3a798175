// The order of the barometer's rows, and which of them are in view. What needs no document.

/**
 * What stands in the address for an order: an indicator from the highest down, one from the lowest up with - before it,
 * nothing for names.
 * @param {string} text
 */
export function orderOf(text) {
  return text.startsWith("-") ? { id: text.slice(1), isRising: true } : { id: text, isRising: false }
}

/**
 * The next order when a heading is pressed: from the highest, from the lowest, by name again.
 * @param {string} text
 * @param {string} id of the heading's indicator, "" for names
 */
export function nextOrder(text, id) {
  const { id: current, isRising } = orderOf(text)
  if (!id || current !== id) return id
  return isRising ? "" : `-${id}`
}

/**
 * Places of areas in the order asked for; those without a number are last, and equals stay by name.
 * @param {number[]} places by name
 * @param {string} text as in the address
 * @param {(id: string, place: number) => number | null} value
 */
export function ordered(places, text, value) {
  const { id, isRising } = orderOf(text)
  if (!id) return places
  const numbers = new Map(places.map((place) => [place, value(id, place)]))
  const known = places.filter((place) => numbers.get(place) !== null)
  const sign = isRising ? 1 : -1
  known.sort((one, other) => sign * (Number(numbers.get(one)) - Number(numbers.get(other))))
  return [...known, ...places.filter((place) => numbers.get(place) === null)]
}

const SPARE = 6 // rows above and below those in view, so that a quick hand meets no gap

/**
 * The first row to draw and the one after the last.
 * @param {{ top: number, height: number, row: number, count: number }} view in CSS pixels
 */
export function rowsInView({ top, height, row, count }) {
  const first = Math.max(Math.floor(top / row) - SPARE, 0)
  return {
    first: Math.min(first, Math.max(count - 1, 0)),
    end: Math.min(Math.ceil((top + height) / row) + SPARE, count),
  }
}

/** @typedef {{ row: number, column: number }} Place */

/** @type {Record<string, (at: Place, last: Place, page: number, isFar: boolean) => Place>} */
const KEYS = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  PageUp: ({ row, column }, _last, page) => ({ row: row - page, column }),
  PageDown: ({ row, column }, _last, page) => ({ row: row + page, column }),
  Home: ({ row }, _last, _page, isFar) => ({ row: isFar ? 0 : row, column: 0 }),
  End: ({ row }, last, _page, isFar) => ({ row: isFar ? last.row : row, column: last.column }),
}

/**
 * Where a key leads from a cell of the grid; null for a key that leads nowhere.
 * @param {Place} at
 * @param {{ key: string, ctrlKey: boolean }} pressed
 * @param {Place} last
 * @param {number} page rows
 * @returns {Place | null}
 */
export function stepped(at, { key, ctrlKey }, last, page) {
  const to = KEYS[key]?.(at, last, page, ctrlKey)
  if (!to) return null
  return { row: Math.min(Math.max(to.row, 0), last.row), column: Math.min(Math.max(to.column, 0), last.column) }
}
