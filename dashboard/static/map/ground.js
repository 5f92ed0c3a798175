// What the areas lie on and between: land, a background of tiles, lines to orient by.
/** @import * as Leaflet from "leaflet" */
/** @import { Background, Line, Tiles } from "../shared/types.d.ts" */
import { L } from "./leaflet.js"

const CLOSEST = 14 // zoom

export class Ground {
  /** @type {Background | null} */
  background = null
  /** @type {{ url: string, layer: Leaflet.TileLayer } | null} */
  tiles = null
  /** @type {Map<string, Leaflet.GeoJSON>} */
  lines = new Map() // by id

  /**
   * @param {Leaflet.Map} map
   * @param {{ land: Leaflet.LayerGroup, ways: Leaflet.LayerGroup }} layers
   * @param {() => void} tilesFailed
   */
  constructor(map, { land, ways }, tilesFailed) {
    this.map = map
    this.land = land
    this.ways = ways
    this.tilesFailed = tilesFailed
  }

  /** @param {Background} background */
  drawLand(background) {
    if (this.background === background) return
    this.background = background
    const style = (/** @type {any} */ feature) => ({ className: feature.properties.kind, stroke: false })
    const options = { pane: "background", interactive: false, style }
    const land = L.geoJSON(background, options)
    this.land.clearLayers()
    this.land.addLayer(land)
    this.map.setMaxBounds(land.getBounds().pad(0.5)) // far beyond it nothing is drawn; a high map sees some of that
  }

  /** @param {Tiles | null} tiles */
  drawTiles(tiles) {
    if (this.tiles?.url === tiles?.url) return
    this.tiles?.layer.remove()
    this.tiles = tiles && { url: tiles.url, layer: this.addTiles(tiles) }
    this.map.getContainer().classList.toggle("tiled", Boolean(tiles))
  }

  /** @param {Tiles} tiles */
  addTiles({ url, max_zoom: maxNativeZoom }) {
    const layer = L.tileLayer(url, { pane: "tilePane", maxNativeZoom, maxZoom: CLOSEST })
    return layer.on("tileerror", this.tilesFailed).addTo(this.map)
  }

  /**
   * Whether any line came or went.
   * @param {Line[]} lines
   */
  drawLines(lines) {
    const before = [...this.lines.keys()].join()
    for (const [id, layer] of this.lines) {
      if (lines.some((line) => line.id === id)) continue
      layer.remove()
      this.lines.delete(id)
    }
    for (const line of lines) if (!this.lines.has(line.id)) this.lines.set(line.id, this.addLine(line))
    return before !== [...this.lines.keys()].join()
  }

  /** @param {Line} line */
  addLine({ dash, content }) {
    const className = dash ? "way dashed" : "way"
    const options = { pane: "lines", interactive: false, style: () => ({ className, fill: false }) }
    return L.geoJSON(content, options).addTo(this.ways)
  }

  /** Every way with its name and where it runs. */
  get named() {
    const layers = [...this.lines.values()].flatMap((line) => line.getLayers())
    return /** @type {Leaflet.Polyline[]} */ (layers).map((layer) => ({
      name: /** @type {string} */ (layer.feature?.properties.name),
      bounds: layer.getBounds(),
    }))
  }
}
