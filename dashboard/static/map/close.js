// Marks that lie too close for the whole map, and how they lie in a small square of their own. What needs no page.

const REACH = 12 // km between two marks that touch each other on the whole map
const LEAST = 3 // marks that an inset is worth
const KM = 111.2 // of a degree of latitude
export const SIDE = 100 // of an inset, in its own units
const AIR = 0.14 // of the side, on every side
const NARROWEST = 0.06 // degrees: two marks at one place are not enlarged without end

/**
 * @template {{ municipality: string, centre: { lat: number, lng: number } }} Place
 * @typedef {{ name: string, areas: Place[] }} Cluster
 */

/**
 * Marks in chains in which each lies close to the next: the largest first, called by the municipality with most of them.
 * @template {{ municipality: string, centre: { lat: number, lng: number } }} Place
 * @param {Place[]} areas
 * @returns {Cluster<Place>[]}
 */
export function clusters(areas) {
  /** @type {Place[][]} */
  let groups = []
  for (const area of areas) {
    const [near, far] = [true, false].map((is) =>
      groups.filter((group) => group.some((one) => isClose(one, area)) === is),
    )
    groups = [...far, [...near.flat(), area]]
  }
  const worth = groups.filter(({ length }) => length >= LEAST && length < areas.length)
  return worth
    .map((group) => ({ name: commonest(group), areas: group }))
    .sort((a, b) => b.areas.length - a.areas.length)
}

/**
 * @param {{ centre: { lat: number, lng: number } }} one
 * @param {{ centre: { lat: number, lng: number } }} other
 */
function isClose({ centre: one }, { centre: other }) {
  const east = (one.lng - other.lng) * Math.cos((one.lat * Math.PI) / 180)
  return Math.hypot(east, one.lat - other.lat) * KM < REACH
}

/** @param {{ municipality: string }[]} areas */
function commonest(areas) {
  const counts = new Map()
  for (const { municipality } of areas) counts.set(municipality, (counts.get(municipality) ?? 0) + 1)
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

/** @typedef {(place: number[]) => [x: number, y: number]} Frame from longitude and latitude to the units of a square */

/**
 * The square around some places, as on the page's map: Mercator.
 * @param {number[][]} places
 * @returns {Frame}
 */
export function frameOf(places) {
  const [xs, ys] = [places.map(([lng]) => lng), places.map(([, lat]) => mercator(lat))]
  const middle = (/** @type {number[]} */ all) => (Math.min(...all) + Math.max(...all)) / 2
  const span = (/** @type {number[]} */ all) => Math.max(...all) - Math.min(...all)
  const across = Math.max(span(xs), span(ys), NARROWEST) / (1 - 2 * AIR)
  const [x, y] = [middle(xs), middle(ys)]
  return ([lng, lat]) => [(0.5 + (lng - x) / across) * SIDE, (0.5 - (mercator(lat) - y) / across) * SIDE]
}

/** @param {number} latitude */
function mercator(latitude) {
  return (Math.atanh(Math.sin((latitude * Math.PI) / 180)) * 180) / Math.PI
}

/**
 * The outlines of a shape that come into a square, as an SVG path; of none an empty text.
 * @param {import("geojson").Geometry} geometry
 * @param {Frame} frame
 */
export function pathOf(geometry, frame) {
  return ringsOf(geometry)
    .map((ring) => ring.map(frame))
    .filter(isInSight)
    .map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join("L")}Z`)
    .join("")
}

/**
 * @param {import("geojson").Geometry} geometry
 * @returns {number[][][]}
 */
function ringsOf(geometry) {
  if (geometry.type === "Polygon") return geometry.coordinates
  return geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : []
}

/** @param {number[][]} ring */
function isInSight(ring) {
  return [0, 1].every((axis) => {
    const all = ring.map((point) => point[axis])
    return Math.min(...all) < SIDE && Math.max(...all) > 0
  })
}

/**
 * The outline of a mark by its shape, around a place.
 * @param {string} shape diamond, disc, ring, dot, or none: a disc
 * @param {[x: number, y: number]} place
 * @param {number} radius
 */
export function markPath(shape, [x, y], radius) {
  const r = shape === "dot" ? radius / 2 : radius
  if (shape === "diamond") {
    const far = 1.3 * r
    return `M${x},${y - far}L${x + far},${y}L${x},${y + far}L${x - far},${y}Z`
  }
  return `M${x - r},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`
}
