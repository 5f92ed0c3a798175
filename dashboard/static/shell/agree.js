// The page shows what its address says. A run ends with a mark of the address that it was drawn from (dashboard/app.py);
// until that is the address in the browser, the page says that it is behind, and it is asked for again.
import { changesOf, isSame, placeOf } from "../shared/address.js"
import { make } from "../shared/make.js"
import { isConnected, isStill } from "../shared/page.js"
import { arrived, ask, changes, giveIn, sinceAsked } from "../shared/visit.js"
import { nextStep } from "./insist.js"

/** @import { Place } from "../shared/types.d.ts" */

const CHOICES = ["indikator", "liste", "niveau", "aar", "fra", "farver", "delt", "omraade", "lag"]
const DRAWN_AT_ONCE = [...CHOICES, "rangliste", "udsnit"] // by the map itself
const UNTOLD = 800 // ms that the page may be behind before it is said in words
const TEXTS = {
  da: {
    behind: "Henter det, du har valgt. Det, der vises nu, er fra før.",
    cut: "Forbindelsen er væk. Det, der vises nu, er fra før dit valg. Det nye hentes, når forbindelsen er tilbage.",
    gaveIn: "Det, du valgte, kunne ikke hentes. Her vises det, der stod før.",
  },
  en: {
    behind: "Getting what you chose. What is shown now is from before.",
    cut: "The connection is lost. What is shown now is from before your choice. The new follows when it is back.",
    gaveIn: "What you chose could not be fetched. What stood here before is shown.",
  },
}

const status = make("div", "behind-status", "", { role: "status" })
document.body.append(status)

let owed = { place: placeOf(location), questions: 0, answers: 0 }
let since = 0 // when the page fell behind, 0 while it is not
let stillSince = 0
let waiting = 0 // a timer

/**
 * The address that the page was drawn from; null where there is no page, or one that could not be shown.
 * @returns {Place | null}
 */
export function drawnFrom() {
  /** @type {HTMLElement | null} */
  const mark = document.querySelector("[data-drawn]")
  return mark && JSON.parse(mark.dataset.drawn ?? "null")
}

/** @param {keyof typeof TEXTS.da | ""} name */
function say(name) {
  const texts = document.documentElement.lang === "en" ? TEXTS.en : TEXTS.da
  const text = name && texts[name]
  if (status.textContent !== text) status.textContent = text
}

/**
 * Whether the map has drawn what the page has yet to follow.
 * @param {Place} drawn
 * @param {Place} here
 */
function isDrawn(drawn, here) {
  const changed = Object.keys(changesOf(drawn.choices, here.choices))
  return drawn.page === here.page && changed.every((name) => DRAWN_AT_ONCE.includes(name))
}

function check() {
  clearTimeout(waiting)
  follow()
  const drawn = drawnFrom()
  const here = placeOf(location)
  const isBehind = drawn !== null && !isSame(drawn, here)
  if (isBehind) document.documentElement.dataset.behind = isDrawn(drawn, here) ? "below" : "all"
  else delete document.documentElement.dataset.behind
  document.querySelector("[data-testid='stMain']")?.setAttribute("aria-busy", String(isBehind))
  if (isBehind) return fallBehind(drawn, here)
  if (drawn) arrived()
  if (since) say("")
  since = 0
  owed = { place: here, questions: 0, answers: 0 }
}

/** Follow what Streamlit says of its run. When its line comes back, reconnect.js runs the page. */
function follow() {
  const now = performance.now()
  if (!isStill()) stillSince = 0
  else if (!stillSince) {
    stillSince = now
    owed.answers += 1
  }
}

/**
 * @param {Place} drawn
 * @param {Place} here
 */
function fallBehind(drawn, here) {
  const now = performance.now()
  since ||= now
  if (!isSame(owed.place, here)) owed = { place: here, questions: 0, answers: 0 }
  if (now - since >= UNTOLD) say(isConnected() ? "behind" : "cut")
  const stillFor = stillSince && now - stillSince + 1
  const step = nextStep({ isConnected: isConnected(), stillFor, sinceAsked: sinceAsked(), ...owed })
  if (step.does === "ask") {
    owed.questions += 1
    ask()
  }
  if (step.does === "give in") {
    since = 0 // so that the sentence stays until the next choice
    giveIn(drawn)
    say("gaveIn")
    return
  }
  waiting = window.setTimeout(check, Math.min("wait" in step ? step.wait : UNTOLD, UNTOLD))
}

changes.addEventListener("change", check)
new MutationObserver(check).observe(document.documentElement, {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ["data-test-script-state", "data-test-connection-state", "data-drawn"],
})
