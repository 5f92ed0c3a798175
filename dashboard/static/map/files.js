// The prepared files a map is drawn from.
/** @import { Files, MapData, Values, View } from "../shared/types.d.ts" */
import { fetchOnce } from "../shared/fetched.js"

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
