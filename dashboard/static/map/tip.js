// What is said of an area, over the place that is pointed at.
/** @import * as Leaflet from "leaflet" */
import { box, make } from "../shared/make.js"
import { tipPlace } from "./labels.js"
import { L } from "./leaflet.js"

const GAP = 8 // px between a place and what is said of it

export class Tip {
  /** @param {Leaflet.Map} map */
  constructor(map) {
    this.map = map
    this.layer = L.tooltip({ opacity: 1, className: "tip" })
  }

  /** Where it stands, or stood last. */
  get where() {
    return this.layer.getLatLng() ?? null
  }

  /**
   * @param {string} name
   * @param {string[]} lines
   * @param {Leaflet.LatLng} where
   */
  open(name, lines, where) {
    const content = box("div", "", make("strong", "", name), ...lines.map((line) => make("span", "", line)))
    this.layer.setContent(content).setLatLng(where).addTo(this.map)
  }

  close() {
    this.layer.remove()
  }

  /** @param {Leaflet.LatLng} where */
  place(where) {
    const element = /** @type {HTMLElement} */ (this.layer.getElement())
    const size = { width: element.offsetWidth, height: element.offsetHeight }
    const point = this.map.latLngToContainerPoint(where)
    const { isAbove, aside, down } = tipPlace(point, size, this.map.getSize(), GAP)
    Object.assign(this.layer.options, { direction: isAbove ? "top" : "bottom", offset: L.point(aside, down) })
    this.layer.setLatLng(where)
  }
}
