// What the search says in words.
/** @import { SearchData, SearchTexts } from "../shared/types.d.ts" */
import { fill } from "../shared/fill.js"

/**
 * What an area is and where: boligområde i Høje-Taastrup. The same as dashboard.atlas.Atlas.kind.
 * @param {{ name: string, level: string, municipality: string }} area
 * @param {Pick<SearchData, "levels"> & { texts: Pick<SearchTexts, "place"> }} data
 */
export function kindOf({ name, level, municipality }, { levels, texts }) {
  const kind = levels[level]
  const isInside = municipality && municipality !== name
  return isInside ? fill(texts.place, { kind, place: municipality }) : kind
}

/**
 * How many suggestions there are, of which some may not be shown.
 * @param {number} found
 * @param {number} most
 * @param {Pick<SearchTexts, "one" | "some" | "many">} texts
 */
export function countText(found, most, { one, some, many }) {
  if (found > most) return fill(many, { n: most, all: found })
  return found === 1 ? one : fill(some, { n: found })
}
