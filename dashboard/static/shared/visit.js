// The browser writes the address and the page follows: a link or a choice stands there the moment it is made, and Streamlit
// is asked for what the address says. So nothing that is under way, late or lost can take it back.
/** @import { Changes, Place } from "./types.d.ts" */
import { changed, changesOf, choicesOf, isSame, merged, placeOf, searchOf } from "./address.js"

export const changes = new EventTarget() // "change" when the address has another page or other choices

const push = history.pushState.bind(history)
const replace = history.replaceState.bind(history)

let heard = placeOf(location) // the last address that the server is known to have been told, or told of
let isOwed = false // whether the reader went on from there, and no page has come of it yet
let asked = { place: heard, at: 0 } // what Streamlit was asked for last, and when
let asking = 0 // a timer
let hasStepped = false // whether what it waits to ask for is a step of the history already

/**
 * Go to an address of ours. Several within `rest` ms are one question to the server and one step of the history.
 * @param {URL | string} address
 * @param {number} [rest]
 * @param {boolean} [isStep] whether it is a step of its own
 */
export function visit(address, rest = 0, isStep = true) {
  const to = new URL(address, location.href)
  const isOneWith = asking && hasStepped
  const write = isOneWith || !isStep ? replace : push
  hasStepped = Boolean(isOneWith) || isStep
  isOwed = true
  if (!isSame(placeOf(to), placeOf(location))) write(null, "", to)
  clearTimeout(asking)
  asking = window.setTimeout(ask, rest)
  changes.dispatchEvent(new Event("change"))
}

/**
 * Choose on the page that is open.
 * @param {Changes} choices
 * @param {boolean} [isStep] of the history
 */
export function choose(choices, isStep) {
  visit(`${location.pathname}${searchOf(changed(choicesOf(location.search), choices))}`, 0, isStep)
}

/**
 * Follow a link of a page that was drawn from `drawn`: it stands for what it changes there, and later choices hold.
 * @param {URL | HTMLAnchorElement} link
 * @param {Place} drawn
 */
export function follow({ pathname, search }, drawn) {
  const choices = changed(choicesOf(location.search), changesOf(drawn.choices, choicesOf(search)))
  visit(`${pathname}${searchOf(choices)}`)
}

/** Have Streamlit run the page of the address, as after Back. */
export function ask() {
  clearTimeout(asking)
  asking = 0
  asked = { place: placeOf(location), at: performance.now() }
  dispatchEvent(new PopStateEvent("popstate", { state: history.state }))
}

/** How many milliseconds ago the address as it stands was asked for. */
export function sinceAsked() {
  if (asking) return 0
  return isSame(asked.place, placeOf(location)) ? performance.now() - asked.at : Number.POSITIVE_INFINITY
}

/** The page of the address has come. */
export function arrived() {
  heard = placeOf(location)
  isOwed = false
}

/**
 * Go back to an address that has a page, without a step of the history.
 * @param {Place} place
 */
export function giveIn({ page, choices }) {
  replace(null, "", `${new URL(page || ".", document.baseURI).pathname}${searchOf(choices)}`)
  arrived()
  ask()
  changes.dispatchEvent(new Event("change"))
}

// What Streamlit writes is an answer to something sent earlier. It may not change the page: that is the reader's. Choices
// that its widgets brought are added to those the reader made meanwhile.
/** @param {typeof push} write */
function answering(write) {
  /** @type {typeof push} */
  return (state, unused, address) => {
    const to = new URL(address ?? "", location.href)
    const { page, choices } = placeOf(to)
    if (page !== placeOf(location).page) return
    const both = merged(heard.choices, choicesOf(location.search), choices)
    heard = { page, choices }
    if (!isOwed || isSame({ page, choices: both }, { page, choices })) write(state, unused, address)
    else {
      replace(state, unused, `${location.pathname}${searchOf(both)}`)
      setTimeout(ask) // after Streamlit has taken note of what it wrote
    }
    changes.dispatchEvent(new Event("change"))
  }
}

history.pushState = answering(push)
history.replaceState = answering(replace)
addEventListener("popstate", ({ isTrusted }) => {
  if (!isTrusted) return // our own question
  isOwed = true
  asked = { place: placeOf(location), at: performance.now() }
  changes.dispatchEvent(new Event("change"))
})
