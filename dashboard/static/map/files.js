// The prepared files a map is drawn from, each fetched once by its address and kept.
/** @import { Files, MapData, Values, View } from "../shared/types.d.ts" */

/** @type {Map<string, Promise<any>>} */
const files = new Map() // address -> promise of its content; a failed one is forgotten, so the next try asks again

/** Something the map needs did not come. */
export class FileError extends Error {}

/** @param {string} address */
async function get(address) {
  const response = await fetch(address).catch(() => {
    throw new FileError(address)
  })
  if (!response.ok) throw new FileError(`${response.status} ${address}`)
  return response.json()
}

/**
 * The content of a file; of no address nothing. What it holds is known by who asks.
 * @param {string | null} address
 * @returns {Promise<any>}
 */
export async function fetchOnce(address) {
  if (!address) return null
  const kept = files.get(address)
  if (kept) return kept
  const answer = get(address)
  answer.catch(() => files.delete(address))
  files.set(address, answer)
  return answer
}

/**
 * The shapes of a level, the marks on top of it, the land, and an indicator's numbers, where they are not known.
 * @param {Pick<MapData, "files" | "overlaid" | "marked">} data
 * @param {Pick<View, "indicator" | "level">} view
 * @param {Values} [known]
 * @returns {Promise<Files>}
 */
export async function load({ files: addresses, overlaid, marked }, { indicator, level }, known) {
  const geometry = (/** @type {string} */ name) => addresses.geometry.replace("{level}", name)
  const [shapes, overlay, background, values] = await Promise.all([
    fetchOnce(geometry(level)),
    fetchOnce(marked && overlaid.includes(level) ? geometry(marked) : null),
    fetchOnce(addresses.background),
    known ?? fetchOnce(addresses.values.replace("{indicator}", indicator)),
  ])
  return { shapes, overlay, background, values }
}
