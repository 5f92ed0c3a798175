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
 * @param {Box[]} taken where nothing may stand
 */
export function placed(all, type, taken = []) {
  const withRoom = all.map((one) => ({ ...one, box: boxOf(one, type) })).filter(hasRoom)
  const found = /** @type {typeof withRoom} */ ([])
  for (const one of withRoom.sort((a, b) => b.width * b.height - a.width * a.height)) {
    if (![...found.map(({ box }) => box), ...taken].some((box) => overlaps(box, one.box))) found.push(one)
  }
  return found.map(({ what }) => what)
}

/**
 * The names that have room beside their marks: to the right, else to the left, above or below, over no other name and no
 * mark. The first have the first choice; a mark without a name only takes up its room.
 * @template What
 * @param {{ what: What, name: string, x: number, y: number }[]} marks with their centres in pixels
 * @param {number} type the size of the type in pixels
 * @param {number} radius of a mark
 * @param {number} edge of the room to the right; the left one is at 0
 */
export function beside(marks, type, radius, edge = Number.POSITIVE_INFINITY) {
  const dots = marks.map(({ x, y }) => ({ x, y, halfWidth: radius, halfHeight: radius }))
  const found = /** @type {{ what: What, box: Box }[]} */ ([])
  for (const [place, mark] of marks.entries()) {
    if (!mark.name) continue
    const others = dots.filter((_dot, other) => other !== place)
    const taken = [...others, ...found.map(({ box }) => box)]
    const box = around(mark, type, radius).find(
      (own) => isWithin(own, edge) && !taken.some((one) => overlaps(one, own)),
    )
    if (box) found.push({ what: mark.what, box })
  }
  return found
}

/**
 * @param {Box} box
 * @param {number} edge
 */
function isWithin({ x, halfWidth }, edge) {
  return x - halfWidth >= 0 && x + halfWidth <= edge
}

/**
 * @param {{ name: string, x: number, y: number }} mark
 * @param {number} type
 * @param {number} radius
 * @returns {Box[]}
 */
function around(mark, type, radius) {
  const box = boxOf(mark, type)
  const [aside, down] = [radius + box.halfWidth, radius + box.halfHeight]
  return [
    { ...box, x: box.x + aside },
    { ...box, x: box.x - aside },
    { ...box, y: box.y - down },
    { ...box, y: box.y + down },
    ...[down, -down].flatMap((y) => [aside, -aside].map((x) => ({ ...box, x: box.x + x, y: box.y + y }))),
  ]
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
 * Where a tip stands over a place: above it, or below where there is no room; moved so that no edge of the map cuts
 * anything off.
 * @param {{ x: number, y: number }} place
 * @param {{ width: number, height: number }} tip
 * @param {{ x: number, y: number }} map its size
 * @param {number} gap
 */
export function tipPlace({ x, y }, { width, height }, map, gap) {
  const isAbove = y > height + 2 * gap
  const aside = Math.max(width / 2 - x, 0) - Math.max(x + width / 2 - map.x, 0)
  const cut = isAbove ? 0 : Math.max(y + gap + height - map.y, 0)
  return { isAbove, aside, down: isAbove ? -gap : gap - cut }
}
