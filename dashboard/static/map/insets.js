// Where marks lie so close that the whole map cannot show them: small maps beside it, each a way to zoom in.
/** @import { Background, Lines } from "../shared/types.d.ts" */
/** @import { Cluster, Frame } from "./close.js" */
/** @import { Area } from "./sheets.js" */
import { fill } from "../shared/fill.js"
import { button, make, makeSvg } from "../shared/make.js"
import { clusters, frameOf, markPath, pathOf, SIDE } from "./close.js"
import { beside } from "./labels.js"

const RADIUS = 4.5 // of a mark, in the units of an inset
const TYPE = 0.72 // of the page's type

/**
 * @typedef {object} InsetActions
 * @property {(areas: Area[]) => void} zoom
 * @property {(id: string) => void} select
 */

export class Insets {
  written = ""
  /** @type {Cluster<Area>[]} */
  clusters = []
  /** @type {Map<string, { mark: SVGElement, at: [number, number] }>} */
  marks = new Map() // by area

  /** @param {InsetActions} actions */
  constructor(actions) {
    this.actions = actions
    this.element = make("div", "insets")
  }

  /**
   * @param {Area[]} areas whose marks are on the map
   * @param {(Background | Lines)[]} ground to orient by
   * @param {string} said of an inset, with places for its name and number of areas
   */
  show(areas, ground, said) {
    const written = JSON.stringify([said, areas.map(({ id }) => id)])
    if (written !== this.written) this.draw(clusters(areas), ground, said)
    this.written = written
    for (const area of areas) this.paint(area)
    for (const cluster of this.clusters) this.name(cluster)
  }

  /**
   * The names of the marks that stand out, where there is room.
   * @param {Cluster<Area>} cluster
   */
  name({ name, areas }) {
    const places = areas.flatMap((area) => {
      const found = this.marks.get(area.id)
      return found ? [{ area, ...found }] : []
    })
    const picture = places[0]?.mark.ownerSVGElement
    if (!picture) return
    for (const text of picture.querySelectorAll("text")) text.remove()
    const size = TYPE * Number.parseFloat(getComputedStyle(picture).fontSize)
    const type = (SIDE * size) / (Math.min(picture.clientWidth, picture.clientHeight) || SIDE)
    const named = places.map(({ area, at: [x, y] }) => {
      return { what: area.name, name: area.shape && area.shape !== "dot" ? area.name : "", x, y }
    })
    const heading = Array.from({ length: Math.ceil((name.length * type) / (3 * RADIUS)) }, (_none, place) => {
      return { what: "", name: "", x: RADIUS * (1 + 2 * place), y: RADIUS } // the name of the inset, in its corner
    })
    for (const { what, box } of beside([...named, ...heading], type, RADIUS, SIDE)) {
      const text = makeSvg("text", { x: box.x, y: box.y, "font-size": type, "text-anchor": "middle", dy: "0.35em" })
      text.textContent = what
      picture.append(text)
    }
  }

  /**
   * @param {Cluster<Area>[]} found
   * @param {(Background | Lines)[]} ground
   * @param {string} said
   */
  draw(found, ground, said) {
    this.clusters = found
    this.marks.clear()
    this.element.hidden = found.length === 0
    this.element.replaceChildren(...found.map((cluster) => this.inset(cluster, ground, said)))
  }

  /**
   * @param {Cluster<Area>} cluster
   * @param {(Background | Lines)[]} ground
   * @param {string} said
   */
  inset({ name, areas }, ground, said) {
    const frame = frameOf(areas.map(({ centre }) => [centre.lng, centre.lat]))
    const label = fill(said, { place: name, n: areas.length })
    const marks = areas.map((area) => this.mark(area, frame))
    const attributes = { viewBox: "0 0 100 100", "aria-hidden": "true" }
    const picture = makeSvg("svg", attributes, ...land(ground, frame), ...marks)
    const choose = (/** @type {MouseEvent} */ { target }) => {
      const id = target instanceof SVGElement ? target.dataset.of : undefined
      if (id) this.actions.select(id)
      else this.actions.zoom(areas)
    }
    const made = button("inset", "", choose, { "aria-label": label, title: label })
    made.append(picture, make("span", "", name))
    return made
  }

  /**
   * @param {Area} area
   * @param {Frame} frame
   */
  mark({ id, centre }, frame) {
    const mark = makeSvg("path", { "data-of": id }) // the area itself is reached on the map
    this.marks.set(id, { mark, at: frame([centre.lng, centre.lat]) })
    return mark
  }

  /** @param {Area} area */
  paint({ id, shape, fill }) {
    const found = this.marks.get(id)
    if (!found) return
    const { mark, at } = found
    mark.setAttribute("d", markPath(shape, at, RADIUS))
    mark.setAttribute("class", `at ${shape}`)
    mark.setAttribute("fill", fill || "#fff")
    if (shape !== "dot") mark.parentNode?.append(mark) // over those that did not move
  }
}

/**
 * @param {(Background | Lines)[]} ground
 * @param {Frame} frame
 */
function land(ground, frame) {
  const features = ground.flatMap((each) => /** @type {Background["features"]} */ (each.features))
  return features.map(({ geometry, properties }) =>
    makeSvg("path", {
      d: pathOf(geometry, frame),
      class: properties.kind === "outline" ? "way" : (properties.kind ?? "way"),
    }),
  )
}
