// One Leaflet map: draws the areas once, then only restyles them, so that it never blanks and keeps its pan and zoom.
import "./leaflet/leaflet.js"
import { button, make } from "./make.js"

const L = globalThis.L
L.Browser.ie3d = true // flat transforms: a compositing layer for each of 1,500 markers is slow to paint
const SMALLEST_TARGET = 24 // px, WCAG 2.5.8: a housing area drawn smaller than this is shown as a marker
const NEAR = 11 // the zoom at which a housing area found by search is shown
const NO_AREAS = new Map()
const SHEETS_KEPT = 6 // files of shapes, one a level
const TIP_GAP = 8 // px between a place and what is said of it
const PAN_STEP = 80
const PAN_KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

/** The centre of the largest part: an islet must not draw a municipality's name out to sea. */
function centreOf(outline, map) {
  const rings = outline.getLatLngs()
  const parts = L.LineUtil.isFlat(rings[0]) ? [rings] : rings
  const spread = ([ring]) => {
    const box = L.latLngBounds(ring)
    return (box.getEast() - box.getWest()) * (box.getNorth() - box.getSouth())
  }
  const [ring] = parts.reduce((best, part) => (spread(part) > spread(best) ? part : best))
  return L.PolyUtil.polygonCenter(ring, map.options.crs)
}

export class Panel {
  /** `host`: select(id), leave() and moved(panel), told of what the reader does in this map. */
  constructor(host, { touch }) {
    this.host = host
    this.touch = touch
    this.drawn = 0 // files of shapes, also those that were let go
    this.sheets = new Map() // content of a file of shapes -> its areas, drawn once and then shown or hidden
    this.areas = new Map() // id -> area of the chosen level, in name order
    this.extras = new Map() // id -> housing area drawn on top of the level
    this.lines = new Map() // id -> lines to orient by
    this.heading = make("p", "when")
    this.container = make("div", "map", "", { tabindex: 0, role: "group", "aria-describedby": "area-map-hint" })
    this.element = make("div", "panel")
    this.element.append(this.heading, this.container)
  }

  build() {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches
    this.map = L.map(this.container, {
      attributionControl: false, zoomControl: false, keyboard: false, scrollWheelZoom: false,
      dragging: !this.touch, // on a touch screen one finger scrolls the page, two move the map
      zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm, inertia: !calm,
      zoomSnap: 0.25, minZoom: 5, maxZoom: 14, renderer: L.svg({ padding: 0.5 }),
    }).setView([56, 11], 6)
    const layerIn = (pane, zIndex) => {
      const made = this.map.createPane(pane)
      made.setAttribute("aria-hidden", "true") // the areas themselves carry the names
      Object.assign(made.style, { zIndex, pointerEvents: "none" })
      return L.layerGroup().addTo(this.map)
    }
    this.land = layerIn("background", 300)
    this.ways = layerIn("lines", 605)
    this.outlines = { selected: layerIn("selected", 606), active: layerIn("active", 607) }
    this.labels = layerIn("labels", 608)
    this.badges = layerIn("badges", 620)
    this.tip = L.tooltip({ opacity: 1, className: "tip" })
    this.addControls()
    this.map.on("zoomend", () => this.fitDetail())
    this.map.on("dragstart zoomstart", () => { this.moved = !this.fitting })
    this.map.on("move", () => this.host.moved(this))
    this.container.addEventListener("keydown", (event) => this.onKey(event))
    this.container.addEventListener("focusin", () => this.map.scrollWheelZoom.enable())
    this.container.addEventListener("focusout", () => this.map.scrollWheelZoom.disable())
    this.resizing = new ResizeObserver(() => {
      const before = this.map.getSize()
      this.map.invalidateSize({ pan: false })
      if (!this.moved && !this.map.getSize().equals(before)) this.fit()
    })
    this.resizing.observe(this.container)
  }

  remove() {
    this.resizing?.disconnect()
    this.map?.remove()
    this.element.remove()
  }

  addControls() {
    const control = L.control({ position: "topleft" })
    const actions = [
      ["zoom_in", "+", () => this.map.zoomIn()],
      ["zoom_out", "\u2212", () => this.map.zoomOut()],
      ["home", "\u2302", () => this.fit()],
    ]
    this.buttons = actions.map(([name, sign, onclick]) => button("", sign, onclick, { name }))
    control.onAdd = () => {
      const bar = make("div", "leaflet-bar controls")
      bar.append(...this.buttons)
      L.DomEvent.disableClickPropagation(bar)
      return bar
    }
    control.addTo(this.map)
  }

  /** The texts that name things, set again at every choice: the reader may have changed language. */
  name(texts, title) {
    this.container.setAttribute("aria-label", title)
    for (const control of this.buttons) {
      control.title = texts[control.name]
      control.setAttribute("aria-label", texts[control.name])
    }
  }

  /** Show the files of a choice, and draw what is new of them. `lines`: [{id, dash, content}]. */
  draw(data, { shapes, overlay, background }, lines) {
    if (!this.map) this.build()
    this.data = data
    if (this.background !== background) this.drawBackground(background)
    this.drawTiles(data.tiles)
    const [areas, extras] = [this.sheet(shapes, data.level === data.marked), this.sheet(overlay, true)]
    const newSheets = this.areas !== areas || this.extras !== extras
    Object.assign(this, { areas, extras })
    for (const [content, sheet] of this.sheets) {
      const shown = content === shapes || content === overlay
      sheet.pane.classList.toggle("away", !shown)
      if (!shown && this.sheets.size > SHEETS_KEPT) this.forget(content, sheet)
    }
    const newWithin = newSheets || this.within !== data.within
    if (newWithin) this.limit(data.within)
    const newLines = this.drawLines(lines)
    this.detailed = !newWithin
    if (newWithin) this.fitIfLost()
    if (!this.detailed) this.fitDetail() // where fitting has not zoomed, and so done it
    else if (newLines) this.writeLabels()
    return newWithin
  }

  drawBackground(background) {
    this.background = background
    const style = (feature) => ({ className: feature.properties.kind, stroke: false })
    this.land.clearLayers()
    const land = L.geoJSON(background, { pane: "background", interactive: false, style })
    this.land.addLayer(land)
    this.map.setMaxBounds(land.getBounds()) // beyond it nothing is drawn
  }

  /** The areas of a file, each in the pane of its file: a change of level shows one pane and hides another. */
  sheet(collection, isHousing) {
    if (!collection) return NO_AREAS
    if (!this.sheets.has(collection)) {
      const name = `sheet${this.drawn++}` // never a name that was given before
      const pane = this.map.createPane(name)
      pane.style.zIndex = isHousing ? 604 : 400
      const renderer = L.svg({ padding: 0.5, pane: name }).addTo(this.map) // before the markers, in the page as on it
      const { compare } = new Intl.Collator(this.data.format.locale) // name order becomes the order of the tab key
      const features = collection.features.toSorted((a, b) => compare(a.properties.name, b.properties.name))
      const areas = new Map(features.map((feature) => [feature.id, this.addArea(feature, isHousing, name, renderer)]))
      this.sheets.set(collection, { pane, renderer, areas })
    }
    return this.sheets.get(collection).areas
  }

  forget(content, { pane, renderer, areas }) {
    for (const area of areas.values()) area.shapes.forEach((shape) => shape.remove())
    renderer.remove()
    pane.remove()
    this.sheets.delete(content)
  }

  addArea(feature, isHousing, pane, renderer) {
    const area = { ...feature.properties, id: feature.id, isHousing, shapes: [], marks: [] }
    if (area.municipality === area.name) area.municipality = ""
    if (feature.geometry.type === "Point") {
      area.centre = L.GeoJSON.coordsToLatLng(feature.geometry.coordinates)
    } else {
      const className = ["area", feature.properties.kind, isHousing && "housing"].filter(Boolean).join(" ")
      area.outline = L.GeoJSON.geometryToLayer(feature, { className, fillOpacity: 1, smoothFactor: 0.7, pane, renderer })
      area.centre = centreOf(area.outline, this.map)
      area.shapes.push(area.outline.addTo(this.map))
    }
    if (isHousing) {
      const icon = L.divIcon({ className: "point", iconSize: [SMALLEST_TARGET, SMALLEST_TARGET] })
      area.marker = L.marker(area.centre, { icon, keyboard: false, pane }).addTo(this.map)
      area.shapes.push(area.marker)
    }
    area.targets = area.shapes.map((shape) => this.listen(area, shape))
    return area
  }

  listen(area, shape) {
    const target = shape.getElement()
    target.tabIndex = 0
    target.dataset.area = area.id
    target.setAttribute("role", "button")
    target.addEventListener("blur", () => this.point(null))
    target.addEventListener("focus", () => {
      if (!target.matches(":focus-visible")) return
      if (!this.map.getBounds().contains(area.centre)) this.map.panTo(area.centre)
      this.point(area, area.centre, true)
    })
    shape.on("click", () => this.host.select(area.id))
    if (this.touch) {
      shape.on("click", () => this.point(area, area.centre)) // the card may lie below what is in sight
    } else {
      shape.on("mouseover mousemove", (event) => this.point(area, shape === area.marker ? area.centre : event.latlng))
      shape.on("mouseout", () => this.point(null))
    }
    return target
  }

  /** Only the areas inside the one a reader has gone into. */
  limit(within) {
    this.within = within
    for (const area of this.every()) {
      area.inside = !within || area.id === within || Boolean(area.within?.includes(within))
      area.targets.forEach((target) => target.classList.toggle("outside", !area.inside))
    }
  }

  drawTiles(tiles) {
    if (this.tiles?._url === tiles?.url) return
    this.tiles?.remove()
    this.tiles = tiles && L.tileLayer(tiles.url, { pane: "tilePane", maxNativeZoom: tiles.max_zoom, maxZoom: 14 })
    this.tiles?.on("tileerror", () => this.host.tilesFailed()).addTo(this.map)
    this.container.classList.toggle("tiled", Boolean(tiles))
  }

  /** Whether any line came or went. */
  drawLines(lines) {
    const before = [...this.lines.keys()].join()
    for (const [id, layer] of this.lines) {
      if (lines.some((line) => line.id === id)) continue
      layer.remove()
      this.lines.delete(id)
    }
    for (const { id, dash, content } of lines) {
      if (this.lines.has(id)) continue
      const className = dash ? "way dashed" : "way"
      const layer = L.geoJSON(content, { pane: "lines", interactive: false, style: () => ({ className, fill: false }) })
      this.lines.set(id, layer.addTo(this.ways))
    }
    return before !== [...this.lines.keys()].join()
  }

  inLevel(area) {
    return this.areas.get(area.id) === area
  }

  find(id) {
    return this.areas.get(id) ?? this.extras.get(id)
  }

  every() {
    return this.extras === this.areas ? [...this.areas.values()] : [...this.areas.values(), ...this.extras.values()]
  }

  /** The areas of the level that are drawn now. */
  shown() {
    return [...this.areas.values()].filter((area) => area.inside)
  }

  /** Everything a choice of period or colour can change, and nothing else. `read(id)` gives an area's reading. */
  paint(read) {
    const { missing, modes } = this.data
    const { colours } = modes.find(({ id }) => id === this.host.view.mode)
    for (const area of this.every()) {
      area.reading = this.inLevel(area) ? read(area.id) : null
      const pattern = missing[area.reading?.status]?.pattern ?? ""
      const colour = colours[area.reading?.class] ?? "#fff"
      const fill = pattern ? `url(#area-map-${pattern})` : colour
      if (area.fill === fill) continue
      area.fill = fill
      if (area.outline) {
        area.outline.options.fillColor = fill
        area.outline.getElement().setAttribute("fill", fill)
      }
      if (area.marker) {
        const marker = area.marker.getElement()
        marker.style.setProperty("--pattern", missing[area.reading?.status]?.image ?? "")
        marker.style.setProperty("--colour", colour)
      }
    }
    clearTimeout(this.naming)
    this.naming = setTimeout(() => this.nameAreas()) // colours first: names are for ears, which are slower
    if (this.pointed) this.point(this.pointed, this.tip.getLatLng(), this.byKeyboard, true)
  }

  nameAreas() {
    for (const area of this.every()) {
      const spoken = this.spoken(area)
      for (const target of area.targets) target.setAttribute("aria-label", spoken)
    }
  }

  /** The selected area, and which areas have no number because another level is coloured. */
  decorate(selected) {
    for (const area of this.every()) {
      for (const target of area.targets) {
        target.classList.toggle("plain", !this.inLevel(area))
        target.classList.toggle("selected", area.id === selected)
        target.setAttribute("aria-pressed", area.id === selected)
      }
    }
    this.selected = selected
    this.markSelected()
  }

  markSelected() {
    const area = this.find(this.selected)
    this.outlines.selected.clearLayers()
    if (area) this.outline("selected", area, "casing", "selected")
  }

  spoken(area) {
    const name = area.reading ? `${area.name}: ${area.reading.text}` : area.name
    const standIn = area.kind === "stand_in" && this.data.texts.stand_in
    const marks = area.marks.map(({ label }) => label)
    return [name, area.reading?.verdict, area.municipality, standIn, ...marks].filter(Boolean).join(", ")
  }

  /** The signs of lists, roles and projects. `marks`: [{id, sign, label, on: Map(area id -> names or null)}]. */
  mark(marks) {
    this.marks = marks
    this.badges.clearLayers()
    for (const area of this.every()) {
      area.marks = marks.filter(({ on }) => on.has(area.id)).map((mark) => ({ ...mark, names: mark.on.get(area.id) }))
      if (!area.marks.length || !area.inside) continue
      const html = make("span", "badge", area.marks.map(({ sign }) => sign).join(" "))
      const icon = L.divIcon({ className: "sign", iconSize: [0, 0], html })
      L.marker(area.centre, { icon, pane: "badges", interactive: false, keyboard: false }).addTo(this.badges)
    }
  }

  /** Copies of an area's outline above its neighbours, so that the areas themselves never change order. */
  outline(pane, area, ...names) {
    const drawn = area.outline && !area.outline.getElement().classList.contains("away")
    for (const name of drawn ? names : []) {
      const options = { pane, className: `mark ${name}`, fill: false, interactive: false, smoothFactor: 0.7 }
      this.outlines[pane].addLayer(L.polygon(area.outline.getLatLngs(), options))
    }
  }

  /** The area under the pointer or the keyboard: its outline, and a tip with name, number and what is said of it. */
  point(area, where, byKeyboard = false, again = false) {
    const same = this.pointed === area && !again
    this.pointed = area
    this.byKeyboard = byKeyboard
    if (same) return area && this.placeTip(where)
    this.outlines.active.clearLayers()
    this.tip.remove()
    if (!area) return
    this.outline("active", area, ...(byKeyboard ? ["casing", "focused"] : ["hovered"]))
    const lines = area.reading ? this.host.tip(area) : [area.municipality]
    const content = make("div")
    content.append(make("strong", "", area.name), ...lines.filter(Boolean).map((line) => make("span", "", line)))
    this.tip.setContent(content).setLatLng(where).addTo(this.map)
    this.placeTip(where)
  }

  /** Above the place, or below it where there is no room; moved sideways so that the map's edge cuts nothing off. */
  placeTip(where) {
    const { x, y } = this.map.latLngToContainerPoint(where)
    const { offsetWidth, offsetHeight } = this.tip.getElement()
    const isAbove = y > offsetHeight + 2 * TIP_GAP
    const aside = Math.max(offsetWidth / 2 - x, 0) - Math.max(x + offsetWidth / 2 - this.map.getSize().x, 0)
    const offset = L.point(aside, isAbove ? -TIP_GAP : TIP_GAP)
    Object.assign(this.tip.options, { direction: isAbove ? "top" : "bottom", offset })
    this.tip.setLatLng(where)
  }

  onKey(event) {
    const id = event.target.dataset.area
    const step = PAN_KEYS[event.key]
    if (step) this.map.panBy([step[0] * PAN_STEP, step[1] * PAN_STEP])
    else if (event.key === "+") this.map.zoomIn()
    else if (event.key === "-") this.map.zoomOut()
    else if (event.key === "Escape") this.host.leave()
    else if (id && (event.key === "Enter" || event.key === " ")) this.host.select(id)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  /** Go to an area that was chosen outside the map, if it is out of sight or too small to see. */
  approach(area) {
    if (!area) return
    if (area.isHousing && this.map.getZoom() < NEAR) this.map.setView(area.centre, NEAR)
    else if (!this.map.getBounds().contains(area.centre)) this.map.panTo(area.centre)
  }

  fit() {
    const bounds = L.latLngBounds([])
    for (const area of this.shown()) bounds.extend(area.outline ? area.outline.getBounds() : area.centre)
    if (!bounds.isValid()) return
    this.fitting = true
    this.map.fitBounds(bounds, { padding: [12, 12], animate: false, maxZoom: NEAR })
    this.fitting = this.moved = false
  }

  fitIfLost() {
    const inSight = this.shown().some((area) => this.map.getBounds().contains(area.centre))
    if (!this.moved || !inSight || this.within) this.fit()
  }

  /** Follow the other map of two. */
  follow(other) {
    this.moved = true
    this.map.setView(other.map.getCenter(), other.map.getZoom(), { animate: false })
  }

  /** A housing area is a marker when small and an outline when large. */
  fitDetail() {
    this.detailed = true
    for (const area of this.every()) {
      area.size = area.outline ? this.sizeOf(area.outline.getBounds()) : L.point(0, 0)
      if (!area.marker) continue
      const small = Math.min(area.size.x, area.size.y) < SMALLEST_TARGET
      area.marker.getElement().classList.toggle("away", !small)
      area.outline?.getElement().classList.toggle("away", small)
    }
    this.markSelected()
    this.writeLabels()
  }

  /** Names where the outline has room for them and no name stands yet, the largest areas first. */
  writeLabels() {
    const type = 0.75 * parseFloat(getComputedStyle(this.element).fontSize)
    const ways = [...this.lines.values()].flatMap((layer) => layer.getLayers()).map((layer) => {
      const box = layer.getBounds()
      return { name: layer.feature.properties.name, centre: box.getCenter(), size: this.sizeOf(box), quiet: true }
    })
    const named = [...this.every().filter(({ inside }) => inside), ...ways]
      .map((area) => ({ ...area, half: L.point(area.name.length * 0.27 * type, 0.7 * type) }))
      .filter(({ size, half }) => size.x >= 2 * half.x && size.y >= 2.4 * half.y)
    const taken = []
    this.labels.clearLayers()
    for (const { name, centre, half, quiet } of named.sort((a, b) => b.size.x * b.size.y - a.size.x * a.size.y)) {
      const at = this.map.project(centre)
      const box = L.bounds(at.subtract(half), at.add(half))
      if (taken.some((other) => other.overlaps(box))) continue
      taken.push(box)
      const icon = L.divIcon({ className: "label", iconSize: [0, 0], html: make("span", quiet ? "quiet" : "", name) })
      L.marker(centre, { icon, pane: "labels", interactive: false, keyboard: false }).addTo(this.labels)
    }
  }

  sizeOf(box) {
    return this.map.project(box.getSouthEast()).subtract(this.map.project(box.getNorthWest()))
  }
}
