// The steps of the browser's history.

/**
 * Streamlit changes page and choices in two steps, of which the first is a page with the choices of another. Whether a
 * step is the second: another page, the same choices, after a step in which choices alone were changed and nothing was
 * done by the reader since.
 * @param {{ pathname: string, search: string }} from
 * @param {{ pathname: string, search: string }} to
 * @param {boolean} isFirst whether the step before was such a one
 */
export function isSecondStep(from, to, isFirst) {
  return isFirst && to.pathname !== from.pathname && to.search === from.search
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
