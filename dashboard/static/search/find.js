// Which areas a reader may mean: the rule of data.query.search in Python; tests put the same cases to both.
/** @import { SearchRow } from "../shared/types.d.ts" */

/**
 * @typedef {object} Known An area as a search compares it.
 * @property {string} id
 * @property {string} name
 * @property {string} level
 * @property {string} municipality
 * @property {string[]} names
 * @property {string[]} aliases
 * @property {string[]} places
 */

/** @type {Record<string, string>} */
const FOLDED = { æ: "ae", ø: "oe", å: "aa", ä: "ae", ö: "oe", "-": " ", "/": " " }
/** @type {Record<string, string>} */
const UNMARKED = { ø: "o", å: "a", Ø: "O", Å: "A" }

/**
 * A text as it is compared: small letters, Danish letters as two, no accents, a hyphen as a space.
 * @param {string} text
 */
export function fold(text) {
  const letters = text
    .normalize("NFC")
    .trim()
    .toLowerCase()
    .replace(/[æøåäö/-]/g, (sign) => FOLDED[sign])
  return letters.normalize("NFKD").replace(/\p{M}/gu, "")
}

/**
 * A text as it may be typed: with Danish letters as two, or with their marks left out (Høje as hoeje and hoje).
 * @param {string} text
 */
function spellings(text) {
  return [fold(text), fold(text.normalize("NFC").replace(/[øåØÅ]/g, (sign) => UNMARKED[sign]))]
}

/** @typedef {(asked: string, own: string) => boolean} Matches */

/** @type {Matches} */
const begins = (asked, own) => own.startsWith(asked)
/** @type {Matches} */
const beginsAWord = (asked, own) => ` ${own}`.includes(` ${asked}`)
/** @type {Matches} */
const holds = (asked, own) => own.includes(asked)

/** @type {["names" | "aliases" | "places", Matches][]} */
const RANKS = [
  ["names", begins],
  ["names", beginsAWord],
  ["aliases", holds],
  ["places", beginsAWord],
]

/**
 * What a search compares, prepared once. `rows` are those of the prepared search file, in Danish name order.
 * @param {SearchRow[]} rows
 * @returns {Known[]}
 */
export function index(rows) {
  return rows.map(([id, name, aliases, level, municipality, town]) => ({
    id,
    name,
    level,
    municipality,
    names: spellings(name),
    aliases: spellings(aliases),
    places: spellings(`${municipality} ${town}`),
  }))
}

/**
 * Names that begin with the text, then words that do, then aliases that hold it, then municipality and town.
 * @param {Known[]} areas
 * @param {string} text
 */
export function find(areas, text) {
  const asked = fold(text)
  if (!asked) return []
  /** @type {Known[][]} */
  const found = RANKS.map(() => [])
  for (const area of areas) {
    const rank = RANKS.findIndex(([field, matches]) => area[field].some((own) => matches(asked, own)))
    found[rank]?.push(area)
  }
  return found.flat()
}
