/**
 * Fill the places of a sentence: fill("{low}–{high}", {low: "1", high: "2"}) -> "1–2".
 * @param {string} sentence
 * @param {Record<string, unknown>} values
 */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_place, name) => String(values[name]))
}

/**
 * The texts that are there, with a sign between.
 * @param {(string | false | null | undefined)[]} texts
 * @param {string} sign
 */
export function joined(texts, sign) {
  return texts.filter(Boolean).join(sign)
}
