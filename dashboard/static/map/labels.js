// Which names have room on the map.

/**
 * @template What
 * @typedef {{ what: What, name: string, x: number, y: number, width: number, height: number }} Named
 */

const WIDTH = 0.54 // of a letter, and
const HEIGHT = 1.4 // of a line, both in sizes of the type
const AIR = 1.2 // heights of a line that an outline must have

/**
 * What is named where its outline has room for the name and no name stands yet, the largest outlines first.
 * @template What
 * @param {Named<What>[]} all with the centre and the size of each outline in pixels
 * @param {number} type the size of the type in pixels
 */
export function placed(all, type) {
  const withRoom = all.map((one) => ({ ...one, box: boxOf(one, type) })).filter(hasRoom)
  const found = /** @type {typeof withRoom} */ ([])
  for (const one of withRoom.sort((a, b) => b.width * b.height - a.width * a.height)) {
    if (!found.some(({ box }) => overlaps(box, one.box))) found.push(one)
  }
  return found.map(({ what }) => what)
}

/**
 * Half the width and height of a name around its centre.
 * @param {{ name: string, x: number, y: number }} named
 * @param {number} type
 */
function boxOf({ name, x, y }, type) {
  return { x, y, halfWidth: (name.length * WIDTH * type) / 2, halfHeight: (HEIGHT * type) / 2 }
}

/** @typedef {ReturnType<typeof boxOf>} Box */

/** @param {{ width: number, height: number, box: Box }} named */
function hasRoom({ width, height, box }) {
  return width >= 2 * box.halfWidth && height >= AIR * 2 * box.halfHeight
}

/**
 * @param {Box} a
 * @param {Box} b
 */
function overlaps(a, b) {
  return Math.abs(a.x - b.x) < a.halfWidth + b.halfWidth && Math.abs(a.y - b.y) < a.halfHeight + b.halfHeight
}

/**
 * Where a tip stands over a place: above it, or below where there is no room; moved sideways so that the edge of the
 * map cuts nothing off.
 * @param {{ x: number, y: number }} place
 * @param {{ width: number, height: number }} tip
 * @param {number} mapWidth
 * @param {number} gap
 */
export function tipPlace({ x, y }, { width, height }, mapWidth, gap) {
  const isAbove = y > height + 2 * gap
  const aside = Math.max(width / 2 - x, 0) - Math.max(x + width / 2 - mapWidth, 0)
  return { isAbove, aside, down: isAbove ? -gap : gap }
}
