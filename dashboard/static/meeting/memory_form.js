// The form of what an item remembers of a meeting, which is that of dashboard/meeting/memory.py.
/** @import { Item, Seen, SeenNumber } from "../shared/types.d.ts" */

const MOST_NUMBERS = 40

/**
 * Whether what an item remembers has the form that Python reads; what has not is handed to it.
 * @param {Partial<Item>} item
 */
export function isWhole({ seen, last }) {
  return isSeen(seen) && (!last || (areTexts(last, ["day", "decision", "responsible"]) && isSeen(last.seen)))
}

/** @param {Seen | null | undefined} seen */
function isSeen(seen) {
  if (!seen) return true
  const { numbers } = seen
  const areNumbers = Array.isArray(numbers) && numbers.length <= MOST_NUMBERS && numbers.every(isNumber)
  return areNumbers && areTexts(seen, ["day", "version", "sentence"])
}

/** @param {SeenNumber} number */
function isNumber(number) {
  const amounts = [number?.value, number?.low, number?.high]
  const areAmounts = amounts.every((amount) => amount === null || Number.isFinite(amount))
  const isPlaces = Number.isInteger(number?.decimals) && number.decimals >= 0 && number.decimals <= 6
  return areAmounts && isPlaces && areTexts(number, ["id", "label", "unit", "period", "ground"])
}

/**
 * @param {object | null | undefined} found
 * @param {string[]} names
 */
function areTexts(found, names) {
  const parts = new Map(Object.entries(found ?? {}))
  return names.every((name) => typeof parts.get(name) === "string")
}
