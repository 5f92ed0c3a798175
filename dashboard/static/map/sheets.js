// The areas of the files of shapes, each file drawn once in a pane of its own: a change of level shows one pane and
// hides another.
/** @import * as Leaflet from "leaflet" */
/** @import { AreaCollection, AreaFeature, NamedArea } from "../shared/types.d.ts" */
/** @import { Reading } from "./readings.js" */
import { L } from "./leaflet.js"

export const SMALLEST_TARGET = 24 // px, WCAG 2.5.8: a housing area drawn smaller than this is shown as a marker
const KEPT = 6 // files, one a level

/**
 * @typedef {HTMLElement | SVGElement} Target
 * @typedef {{ layer: Leaflet.Polygon, element: Target }} Outline
 * @typedef {{ layer: Leaflet.Marker, element: Target }} Marker
 *
 * @typedef {object} Drawn What is drawn of an area.
 * @property {string[]} within the areas it lies in
 * @property {Leaflet.LatLng} centre
 * @property {Outline | null} outline
 * @property {Marker | null} marker
 * @property {Target[]} targets what can be pressed
 * @property {boolean} inside the area that a reader has gone into
 * @property {Reading | null} reading
 * @property {string} fill
 * @property {string} colour of its class, of a mark or an inset
 * @property {string} shape of its mark on the map of a list
 * @property {Leaflet.Point} size in pixels
 *
 * @typedef {NamedArea & Drawn} Area
 * @typedef {Map<string, Area>} Areas by id, in name order
 * @typedef {{ pane: HTMLElement, renderer: Leaflet.SVG, areas: Areas }} Sheet
 * @typedef {{ pane: string, renderer: Leaflet.SVG }} Where
 */

/** @type {Areas} */
export const NO_AREAS = new Map()

export class Sheets {
  drawn = 0 // also those that were let go
  /** @type {Map<AreaCollection, Sheet>} */
  sheets = new Map() // by the content of the file

  /**
   * @param {Leaflet.Map} map
   * @param {(area: Area, shape: Outline | Marker) => void} listen to what a reader does with a shape
   */
  constructor(map, listen) {
    this.map = map
    this.listen = listen
  }

  /**
   * The areas of a file.
   * @param {AreaCollection} collection
   * @param {boolean} isHousing
   * @param {string} locale
   */
  areas(collection, isHousing, locale) {
    const sheet = this.sheets.get(collection) ?? this.draw(collection, isHousing, locale)
    this.sheets.set(collection, sheet)
    return sheet.areas
  }

  /**
   * The areas of some files are seen; of the others only so many are kept.
   * @param {(AreaCollection | null)[]} contents
   */
  show(contents) {
    for (const [content, sheet] of this.sheets) {
      const isShown = contents.includes(content)
      sheet.pane.classList.toggle("away", !isShown)
      if (!isShown && this.sheets.size > KEPT) this.forget(content, sheet)
    }
  }

  /**
   * @param {AreaCollection} collection
   * @param {boolean} isHousing
   * @param {string} locale
   * @returns {Sheet}
   */
  draw(collection, isHousing, locale) {
    const name = `sheet${this.drawn++}` // never a name that was given before
    const pane = this.map.createPane(name)
    pane.style.zIndex = isHousing ? "604" : "400"
    const renderer = L.svg({ padding: 0.5, pane: name }).addTo(this.map) // before the markers, in the page as on it
    pane.querySelector("svg")?.setAttribute("role", "presentation") // no picture without a name: its areas have theirs
    const { compare } = new Intl.Collator(locale) // name order becomes the order of the tab key
    const features = collection.features.toSorted((a, b) => compare(a.properties.name, b.properties.name))
    const areas = features.map((feature) => this.area(feature, isHousing, { pane: name, renderer }))
    return { pane, renderer, areas: new Map(areas.map((area) => [area.id, area])) }
  }

  /**
   * @param {AreaCollection} content
   * @param {Sheet} sheet
   */
  forget(content, { pane, renderer, areas }) {
    for (const { outline, marker } of areas.values()) {
      outline?.layer.remove()
      marker?.layer.remove()
    }
    renderer.remove()
    pane.remove()
    this.sheets.delete(content)
  }

  /**
   * @param {AreaFeature} feature
   * @param {boolean} isHousing
   * @param {Where} where
   * @returns {Area}
   */
  area({ id, properties, geometry }, isHousing, where) {
    const outline = geometry.type === "Point" ? null : this.outline(geometry, properties.kind, isHousing, where)
    const crs = /** @type {Leaflet.CRS} */ (this.map.options.crs)
    const centre = outline ? centreOf(outline.layer, crs) : pointOf(geometry)
    const marker = isHousing ? this.marker(centre, where.pane) : null
    const shapes = [outline, marker].filter((shape) => shape !== null)
    /** @type {Area} */
    const area = {
      within: [],
      ...properties,
      municipality: properties.municipality === properties.name ? "" : properties.municipality,
      id,
      isHousing,
      centre,
      outline,
      marker,
      targets: shapes.map(({ element }) => element),
      marks: [],
      inside: true,
      reading: null,
      fill: "",
      colour: "",
      shape: "",
      size: L.point(0, 0),
    }
    for (const shape of shapes) this.listen(area, shape)
    return area
  }

  /**
   * @param {import("geojson").Geometry} geometry
   * @param {string} kind
   * @param {boolean} isHousing
   * @param {Where} where
   * @returns {Outline}
   */
  outline(geometry, kind, isHousing, where) {
    const className = ["area", kind, isHousing && "housing"].filter(Boolean).join(" ")
    const options = /** @type {Leaflet.GeoJSONOptions} */ ({ className, fillOpacity: 1, smoothFactor: 0.7, ...where })
    const made = L.GeoJSON.geometryToLayer({ type: "Feature", geometry, properties: {} }, options)
    const layer = /** @type {Leaflet.Polygon} */ (made.addTo(this.map))
    return { layer, element: elementOf(layer) }
  }

  /**
   * @param {Leaflet.LatLng} centre
   * @param {string} pane
   * @returns {Marker}
   */
  marker(centre, pane) {
    const icon = L.divIcon({ className: "point", iconSize: [SMALLEST_TARGET, SMALLEST_TARGET] })
    const layer = L.marker(centre, { icon, keyboard: false, pane }).addTo(this.map)
    return { layer, element: elementOf(layer) }
  }
}

/**
 * The element of a layer that is on the map.
 * @param {Leaflet.Path | Leaflet.Marker} layer
 */
function elementOf(layer) {
  return /** @type {Target} */ (layer.getElement())
}

/** @param {import("geojson").Geometry} geometry a point */
function pointOf(geometry) {
  const { coordinates } = /** @type {import("geojson").Point} */ (geometry)
  return L.GeoJSON.coordsToLatLng(/** @type {[number, number]} */ (coordinates))
}

/**
 * The centre of the largest part: an islet must not draw a municipality's name out to sea.
 * @param {Leaflet.Polygon} outline
 * @param {Leaflet.CRS} crs
 */
function centreOf(outline, crs) {
  const rings = /** @type {any[]} */ (outline.getLatLngs())
  /** @type {Leaflet.LatLng[][][]} */
  const parts = L.LineUtil.isFlat(rings[0]) ? [rings] : rings
  const spread = (/** @type {Leaflet.LatLng[][]} */ [ring]) => {
    const bounds = L.latLngBounds(ring)
    return (bounds.getEast() - bounds.getWest()) * (bounds.getNorth() - bounds.getSouth())
  }
  const [ring] = parts.reduce((best, part) => (spread(part) > spread(best) ? part : best))
  return L.PolyUtil.polygonCenter(ring, crs)
}
