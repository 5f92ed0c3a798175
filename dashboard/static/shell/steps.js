// The steps of the browser's history.

const AT_ONCE = 400 // ms between the two steps of one change of page

/**
 * Streamlit changes page and choices in two steps, of which the first is a page with the choices of another. Whether a
 * step is the second: another page, the same choices, right after the choices were changed.
 * @param {{ pathname: string, search: string }} from
 * @param {{ pathname: string, search: string }} to
 * @param {number} since ms since the choices alone were changed
 */
export function isSecondStep(from, to, since) {
  return to.pathname !== from.pathname && to.search === from.search && since < AT_ONCE
}

/**
 * Streamlit follows a link to other choices of the same page without writing them in the address. Whether it is one.
 * @param {{ pathname: string, search: string }} from
 * @param {{ pathname: string, search: string }} to
 */
export function isOtherChoice(from, to) {
  return to.pathname === from.pathname && to.search !== from.search
}

/**
 * Language and projector mode, which stand in the address.
 * @param {string} search
 */
export function documentOf(search) {
  const choices = new URLSearchParams(search)
  return { language: choices.get("sprog") === "en" ? "en" : "da", mode: choices.get("visning") ?? "" }
}
