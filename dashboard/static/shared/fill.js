/** Fill the places of a sentence: fill("{low}–{high}", {low: "1", high: "2"}) -> "1–2". */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_place, name) => values[name])
}
