// The time that the items of a meeting take. It follows from when an item was turned to, never from how often a window
// looked, so that all windows of a meeting say the same and a hidden one is right when it is shown.

const LONGEST_SILENCE = 600_000 // ms from the last sign of life: beyond it, the machine was off or its clock was set
const BEAT = 10_000 // ms between two signs of life

/**
 * Times are milliseconds since 1970 and what has passed between two of them.
 * @typedef {object} Clock
 * @property {Record<string, number>} used by earlier visits, by the id of an item
 * @property {string | null} item the one that runs
 * @property {number} since when it was turned to
 * @property {number} seen when a window last said that it runs
 */

/** @returns {Clock} */
export function none() {
  return { used: {}, item: null, since: 0, seen: 0 }
}

/**
 * Whether the meeting has gone on since the last sign of life, which another window may have given a moment later.
 * @param {Clock} clock
 * @param {number} now
 */
function isGoingOn({ seen }, now) {
  return Math.abs(now - seen) <= LONGEST_SILENCE
}

/**
 * How long the item that runs has been there; after a long silence, up to the last sign of life.
 * @param {Clock} clock
 * @param {number} now
 */
function visit(clock, now) {
  const { since, seen } = clock
  return (isGoingOn(clock, now) ? Math.max(now, seen) : seen) - since
}

/**
 * The seconds that an item has taken.
 * @param {Clock} clock
 * @param {string} id
 * @param {number} now
 */
export function usedIn(clock, id, now) {
  const earlier = Object.hasOwn(clock.used, id) ? clock.used[id] : 0
  return (earlier + (clock.item === id ? visit(clock, now) : 0)) / 1000
}

/**
 * The seconds that all items have taken.
 * @param {Clock} clock
 * @param {number} now
 */
export function total(clock, now) {
  return Object.values(stopped(clock, now).used).reduce((sum, used) => sum + used, 0) / 1000
}

/**
 * The clock from when an item was turned to; one that runs already goes on.
 * @param {Clock} clock
 * @param {string} item
 * @param {number} now
 */
export function turnedTo(clock, item, now) {
  return clock.item === item ? beaten(clock, now) : { ...stopped(clock, now), item }
}

/**
 * The clock with the visit so far in what was used.
 * @param {Clock} clock
 * @param {number} now
 * @returns {Clock}
 */
export function stopped(clock, now) {
  const { item } = clock
  const used = item === null ? clock.used : { ...clock.used, [item]: 1000 * usedIn(clock, item, now) }
  const time = isGoingOn(clock, now) ? Math.max(now, clock.seen) : now
  return { used, item: null, since: time, seen: time }
}

/**
 * The clock with a sign of life: the same where the last one is fresh.
 * @param {Clock} clock
 * @param {number} now
 */
export function beaten(clock, now) {
  if (clock.item === null) return clock
  if (!isGoingOn(clock, now)) return { ...stopped(clock, now), item: clock.item }
  return now - clock.seen < BEAT ? clock : { ...clock, seen: now }
}

/** @param {Clock} clock */
export function asText(clock) {
  return JSON.stringify(clock)
}

/**
 * The clock of a text; one that is none begins anew.
 * @param {string | null} text
 * @returns {Clock}
 */
export function read(text) {
  try {
    const found = JSON.parse(text ?? "null")
    return isClock(found) ? found : none()
  } catch {
    return none()
  }
}

/** @param {any} found */
function isClock(found) {
  if (!found?.used || typeof found.used !== "object") return false
  const { used, item, since, seen } = found
  const times = [...Object.values(used), since, seen - since]
  return times.every((time) => Number.isFinite(time) && time >= 0) && (item === null || typeof item === "string")
}
