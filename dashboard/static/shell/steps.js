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
 * @param {string[]} languages those there are, the first where none or an unknown one is asked for
 */
export function documentOf(search, languages) {
  const choices = new URLSearchParams(search)
  const asked = choices.get("sprog") ?? ""
  return { language: languages.includes(asked) ? asked : languages[0], mode: choices.get("visning") ?? "" }
}
