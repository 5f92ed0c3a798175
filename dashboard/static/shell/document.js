// What the document follows of its address.

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
