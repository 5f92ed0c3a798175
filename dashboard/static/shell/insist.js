// When the page of an address is asked for again: what is owed is repeated until it is heard.

const SETTLING = 200 // ms that a page that stands still may take to draw the last of what came
const FIRST_REST = 2500 // ms for an answer; twice as long after each question
const LONGEST_REST = 20000
const MOST_ANSWERS = 4 // runs that did not bring the address: the server cannot show it

/**
 * What to do about a page that is not yet that of the address. `wait` is in ms.
 * @param {object} seen
 * @param {boolean} seen.isConnected
 * @param {number} seen.stillFor ms since the last run ended, 0 while one goes on
 * @param {number} seen.sinceAsked ms
 * @param {number} seen.questions that were asked for this address, besides the first
 * @param {number} seen.answers runs that ended since the address was first asked for
 * @returns {{ does: "wait", wait: number } | { does: "ask" | "give in" | "listen" }}
 */
export function nextStep({ isConnected, stillFor, sinceAsked, questions, answers }) {
  if (!isConnected || stillFor === 0) return { does: "listen" }
  const isAnswered = answers > questions
  const rest = isAnswered ? 0 : Math.min(FIRST_REST * 2 ** questions, LONGEST_REST) - sinceAsked
  const wait = Math.max(SETTLING - stillFor, rest)
  if (wait > 0) return { does: "wait", wait }
  return { does: answers >= MOST_ANSWERS ? "give in" : "ask" }
}
