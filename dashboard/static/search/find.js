// Which areas a reader may mean: the rule of data.query.search in Python; tests put the same cases to both.
const FOLDED = { æ: "ae", ø: "oe", å: "aa", ä: "ae", ö: "oe", "-": " ", "/": " " }
const UNMARKED = { ø: "o", å: "a", Ø: "O", Å: "A" }

/** A text as it is compared: small letters, Danish letters as two, no accents, a hyphen as a space. */
export function fold(text) {
  const letters = text.normalize("NFC").trim().toLowerCase().replace(/[æøåäö/-]/g, (sign) => FOLDED[sign])
  return letters.normalize("NFKD").replace(/\p{M}/gu, "")
}

/** A text as it may be typed: with Danish letters as two, or with their marks left out (Høje as hoeje and hoje). */
function spellings(text) {
  return [fold(text), fold(text.normalize("NFC").replace(/[øåØÅ]/g, (sign) => UNMARKED[sign]))]
}

const begins = (asked) => (own) => own.startsWith(asked)
const beginsAWord = (asked) => (own) => ` ${own}`.includes(` ${asked}`)
const holds = (asked) => (own) => own.includes(asked)

/** What a search compares, prepared once. `rows` are those of the prepared search file, in Danish name order. */
export function index(rows) {
  return rows.map(([id, name, aliases, level, municipality, town]) => ({
    id, name, level, municipality,
    names: spellings(name), aliases: spellings(aliases), places: spellings(`${municipality} ${town}`),
  }))
}

/** Names that begin with the text, then words that do, then aliases that hold it, then municipality and town. */
export function find(areas, text) {
  const asked = fold(text)
  if (!asked) return []
  const ranks = [
    ({ names }) => names.some(begins(asked)),
    ({ names }) => names.some(beginsAWord(asked)),
    ({ aliases }) => aliases.some(holds(asked)),
    ({ places }) => places.some(beginsAWord(asked)),
  ]
  const found = ranks.map(() => [])
  for (const area of areas) found[ranks.findIndex((matches) => matches(area))]?.push(area)
  return found.flat()
}
