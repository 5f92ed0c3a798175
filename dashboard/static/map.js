// The area map: one Leaflet map that lives in the page. Python sends choices; geometry and values are fetched once by
// address and kept; every later choice restyles what is drawn, so the map never blanks and keeps its pan and zoom.
import "./leaflet/leaflet.js"
import { card, legend, make } from "./caption.js"
import { fill, Readings } from "./readings.js"

const L = globalThis.L
const SMALLEST_TARGET = 24 // px, WCAG 2.5.8: a housing area drawn smaller than this is shown as a marker
const NEAR = 11 // the zoom at which a housing area found by search is shown
const PAN_STEP = 80
const PAN_KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

const maps = new WeakMap() // the element's root -> its AreaMap
const files = new Map() // address -> promise of its content; a failed one is forgotten, so the next try asks again

export default async function draw(component) {
  const root = component.parentElement
  if (!maps.has(root)) maps.set(root, new AreaMap(root))
  const map = maps.get(root)
  await map.update(component)
  return () => {
    map.remove()
    maps.delete(root)
  }
}

function fetchOnce(address) {
  if (!address) return null
  if (!files.has(address)) {
    const answer = fetch(address).then((response) => {
      if (!response.ok) throw new Error(`${response.status} ${address}`)
      return response.json()
    })
    answer.catch(() => files.delete(address))
    files.set(address, answer)
  }
  return files.get(address)
}

function makeSvg(tag, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

/** The fills of areas without a number: a drawing, so that colour alone never carries the meaning. */
function patternDrawings(missing) {
  const patterns = Object.values(missing).map(({ pattern, drawing }) => makeSvg(
    "pattern", { id: `area-map-${pattern}`, width: 8, height: 8, patternUnits: "userSpaceOnUse" },
    makeSvg("path", { d: "M0,0 h8 v8 h-8 z", class: "paper" }), makeSvg("path", { d: drawing, class: "drawing" }),
  ))
  return makeSvg("svg", { width: 0, height: 0, class: "patterns", "aria-hidden": "true" }, ...patterns)
}

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

class AreaMap {
  constructor(root) {
    this.areas = new Map() // id -> area of the chosen level, in name order
    this.extras = new Map() // id -> housing area drawn on top of the level
    this.drawn = {} // the addresses of what is drawn now
    this.problem = make("div", "problem")
    this.problem.setAttribute("role", "alert")
    this.frame = make("div", "area-map")
    this.frame.hidden = true
    root.append(this.problem, this.frame)
    this.styles = Promise.all(["leaflet/leaflet.css", "map.css"].map((name) => {
      const link = Object.assign(make("link"), { rel: "stylesheet", href: new URL(name, import.meta.url) })
      root.append(link)
      return new Promise((resolve, reject) => Object.assign(link, { onload: resolve, onerror: reject }))
    }))
  }

  remove() {
    this.resizing?.disconnect()
    this.map?.remove()
    this.frame.remove()
    this.problem.remove()
  }

  /** Load first, then draw: until everything has come, or if something never comes, the last good map stays. */
  async update(component) {
    const { data } = component
    this.asked = data
    this.tell = (id) => component.setTriggerValue("area", id ?? "")
    let files
    try {
      files = await Promise.all([data.geometry, data.background, data.overlay, data.values].map(fetchOnce))
      await this.styles
    } catch {
      if (this.asked === data) this.showProblem(component)
      return
    }
    if (this.asked !== data) return
    this.problem.replaceChildren()
    this.show(data, ...files)
  }

  showProblem(component) {
    const { failed, retry } = component.data.texts
    const again = Object.assign(make("button", "", retry), { onclick: () => this.update(component) })
    this.problem.replaceChildren(make("p", "", failed), again)
  }

  show(data, geometry, background, overlay, values) {
    Object.assign(this, { data, selected: data.selected, readings: new Readings(data, values) })
    this.frame.hidden = false
    this.frame.classList.toggle("projector", data.projector)
    this.frame.style.setProperty("--height", `${data.height}px`)
    if (!this.map) this.build()
    this.name()
    this.draw(geometry, background, overlay)
    this.restyle()
    if (this.selected !== this.reached) this.approach(this.find(this.selected))
  }

  build() {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches
    this.touch = matchMedia("(pointer: coarse)").matches
    this.skip = Object.assign(make("button", "skip"), { onclick: () => this.legend.focus() })
    this.container = Object.assign(make("div", "map"), { tabIndex: 0 })
    this.card = make("div", "card")
    this.legend = Object.assign(make("div", "legend"), { tabIndex: -1 })
    this.hint = Object.assign(make("p", "hint"), { id: "area-map-hint" })
    this.card.setAttribute("aria-live", "polite")
    this.container.setAttribute("role", "group")
    this.container.setAttribute("aria-describedby", this.hint.id)
    const aside = make("div", "aside")
    aside.append(this.card, this.legend)
    this.frame.classList.toggle("touch", this.touch)
    this.frame.append(this.skip, patternDrawings(this.data.missing), this.container, aside, this.hint)
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
    this.marks = { listed: layerIn("listed", 410), selected: layerIn("selected", 420), active: layerIn("active", 430) }
    this.labels = layerIn("labels", 440)
    this.tip = L.tooltip({ direction: "top", offset: [0, -8], opacity: 1, className: "tip" })
    this.addControls()
    this.map.on("zoomend", () => this.fitDetail())
    this.map.on("dragstart zoomstart", () => { this.moved = !this.fitting })
    this.container.addEventListener("keydown", (event) => this.onKey(event))
    this.container.addEventListener("focusin", () => this.map.scrollWheelZoom.enable())
    this.container.addEventListener("focusout", () => this.map.scrollWheelZoom.disable())
    this.resizing = new ResizeObserver(() => {
      this.frame.classList.toggle("narrow", this.frame.clientWidth < 44 * this.typeSize())
      this.map.invalidateSize({ pan: false })
      if (!this.moved) this.fit()
    })
    this.resizing.observe(this.frame)
  }

  addControls() {
    const control = L.control({ position: "topleft" })
    const actions = [
      ["zoom_in", "+", () => this.map.zoomIn()],
      ["zoom_out", "\u2212", () => this.map.zoomOut()],
      ["home", "\u2302", () => this.fit()],
    ]
    this.buttons = actions.map(([name, sign, onclick]) => Object.assign(make("button", "", sign), { name, onclick }))
    control.onAdd = () => {
      const bar = make("div", "leaflet-bar controls")
      bar.append(...this.buttons)
      L.DomEvent.disableClickPropagation(bar)
      return bar
    }
    control.addTo(this.map)
  }

  /** The texts that name things, set again at every choice: the reader may have changed language. */
  name() {
    const { texts, legend: { title } } = this.data
    this.container.setAttribute("aria-label", fill(texts.map, { title }))
    this.hint.textContent = this.touch ? texts.two_fingers : texts.keys
    this.skip.textContent = texts.skip
    for (const button of this.buttons) {
      button.title = texts[button.name]
      button.setAttribute("aria-label", texts[button.name])
    }
  }

  /** Draw the files whose address is new. */
  draw(geometry, background, overlay) {
    const { drawn, data } = this
    this.drawn = { geometry: data.geometry, background: data.background, overlay: data.overlay }
    if (drawn.background !== data.background) {
      const style = (feature) => ({ className: feature.properties.kind, stroke: false })
      this.land.clearLayers()
      const land = L.geoJSON(background, { pane: "background", interactive: false, style })
      this.land.addLayer(land)
      this.map.setMaxBounds(land.getBounds()) // beyond it nothing is drawn
    }
    const [newLevel, newOverlay] = [drawn.geometry !== data.geometry, drawn.overlay !== data.overlay]
    if (newLevel) this.areas = this.exchange(this.areas, geometry, data.level === "housing_area")
    if (newOverlay) this.extras = this.exchange(this.extras, overlay, true)
    if (newLevel) this.fitIfLost()
    if (newLevel || newOverlay) this.fitDetail()
  }

  /** Areas are added in name order, which becomes the order of the tab key; the old ones go when the new ones stand. */
  exchange(before, collection, isHousing) {
    const { compare } = new Intl.Collator(this.data.format.locale)
    const features = (collection?.features ?? []).toSorted((a, b) => compare(a.properties.name, b.properties.name))
    const after = new Map(features.map((feature) => [feature.id, this.addArea(feature, isHousing)]))
    for (const area of before.values()) area.shapes.forEach((shape) => shape.remove())
    return after
  }

  addArea(feature, isHousing) {
    const area = { ...feature.properties, id: feature.id, isHousing, shapes: [] }
    if (area.municipality === area.name) area.municipality = ""
    if (feature.geometry.type === "Point") {
      area.centre = L.GeoJSON.coordsToLatLng(feature.geometry.coordinates)
    } else {
      const className = ["area", feature.properties.kind, isHousing && "housing"].filter(Boolean).join(" ")
      area.outline = L.GeoJSON.geometryToLayer(feature, { className, fillOpacity: 1, smoothFactor: 0.7 })
      area.centre = centreOf(area.outline, this.map)
      area.shapes.push(area.outline.addTo(this.map))
    }
    if (isHousing) {
      const icon = L.divIcon({ className: "point", iconSize: [SMALLEST_TARGET, SMALLEST_TARGET] })
      area.marker = L.marker(area.centre, { icon, keyboard: false }).addTo(this.map)
      area.shapes.push(area.marker)
    }
    area.shapes.forEach((shape) => this.listen(area, shape))
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
    shape.on("click", () => this.select(area.id))
    if (this.touch) return
    shape.on("mouseover mousemove", (event) => this.point(area, shape === area.marker ? area.centre : event.latlng))
    shape.on("mouseout", () => this.point(null))
  }

  find(id) {
    return this.areas.get(id) ?? this.extras.get(id)
  }

  all() {
    return [...this.areas.values(), ...this.extras.values()]
  }

  /** Everything a choice can change, and nothing else. */
  restyle() {
    const listed = new Set(this.data.listed)
    this.marks.listed.clearLayers()
    for (const area of this.all()) {
      area.listed = listed.has(area.id)
      area.reading = this.areas.get(area.id) === area ? this.readings.of(area.id) : null
      this.style(area)
      if (area.listed) this.mark("listed", area, "listed")
    }
    this.showSelected()
  }

  style(area) {
    const pattern = area.reading && this.data.missing[area.reading.status]?.pattern
    const colour = this.data.colours[area.reading?.class] ?? "#fff"
    area.outline?.setStyle({ fillColor: pattern ? `url(#area-map-${pattern})` : colour })
    area.outline?.getElement().classList.toggle("plain", !area.reading)
    for (const shape of area.shapes) {
      shape.getElement().setAttribute("aria-label", this.spoken(area))
      shape.getElement().setAttribute("aria-pressed", area.id === this.selected)
    }
    const marker = area.marker?.getElement()
    if (!marker) return
    marker.classList.toggle("listed", area.listed)
    marker.classList.toggle("selected", area.id === this.selected)
    marker.classList.toggle("plain", !area.reading)
    marker.dataset.pattern = pattern ?? ""
    marker.style.setProperty("--colour", colour)
  }

  spoken(area) {
    const name = area.reading ? `${area.name}: ${area.reading.text}` : area.name
    const standIn = area.kind === "stand_in" && this.data.texts.stand_in
    return [name, area.municipality, standIn, area.listed && this.data.listed_label].filter(Boolean).join(", ")
  }

  /** Copies of an area's outline above its neighbours, so that the areas themselves never change order. */
  mark(pane, area, ...names) {
    for (const name of area.outline ? names : []) {
      const options = { pane, className: `mark ${name}`, fill: false, interactive: false, smoothFactor: 0.7 }
      this.marks[pane].addLayer(L.polygon(area.outline.getLatLngs(), options))
    }
  }

  showSelected() {
    const area = this.find(this.selected)
    this.marks.selected.clearLayers()
    if (area) this.mark("selected", area, "casing", "selected")
    this.card.replaceChildren(...card(this.data, area, () => this.select(area.id)))
    this.legend.replaceChildren(...legend(this.data, this.readings, { areas: this.areas, selected: area }))
  }

  /** The area under the pointer or the keyboard: its outline, and a tip with name and number. */
  point(area, where, byKeyboard = false) {
    const same = this.pointed === area
    this.pointed = area
    if (same) return area && this.tip.setLatLng(where)
    this.marks.active.clearLayers()
    this.tip.remove()
    if (!area) return
    this.mark("active", area, ...(byKeyboard ? ["casing", "focused"] : ["hovered"]))
    const content = make("div")
    content.append(make("strong", "", area.name), make("span", "", area.reading?.text ?? area.municipality))
    this.tip.setContent(content).setLatLng(where).addTo(this.map)
  }

  select(id) {
    const before = this.selected
    this.selected = this.reached = id === before ? null : id
    for (const changed of [before, id]) if (this.find(changed)) this.style(this.find(changed))
    this.showSelected()
    this.tell(this.selected)
  }

  onKey(event) {
    const id = event.target.dataset.area
    const step = PAN_KEYS[event.key]
    if (step) this.map.panBy([step[0] * PAN_STEP, step[1] * PAN_STEP])
    else if (event.key === "+") this.map.zoomIn()
    else if (event.key === "-") this.map.zoomOut()
    else if (event.key === "Escape") this.escape()
    else if (id && (event.key === "Enter" || event.key === " ")) this.select(id)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  /** Close the card; with no card open, leave the map forwards. */
  escape() {
    if (this.selected) this.select(this.selected)
    else this.legend.focus()
  }

  /** Go to an area that was chosen outside the map, if it is out of sight or too small to see. */
  approach(area) {
    if (!area) return
    this.reached = area.id
    if (area.isHousing && this.map.getZoom() < NEAR) this.map.setView(area.centre, NEAR)
    else if (!this.map.getBounds().contains(area.centre)) this.map.panTo(area.centre)
  }

  fit() {
    const bounds = L.latLngBounds([])
    for (const area of this.areas.values()) bounds.extend(area.outline ? area.outline.getBounds() : area.centre)
    if (!bounds.isValid()) return
    this.fitting = true
    this.map.fitBounds(bounds, { padding: [12, 12], animate: false, maxZoom: NEAR })
    this.fitting = this.moved = false
  }

  fitIfLost() {
    const inSight = [...this.areas.values()].some((area) => this.map.getBounds().contains(area.centre))
    if (!this.moved || !inSight) this.fit()
  }

  /** A housing area is a marker when small and an outline when large. */
  fitDetail() {
    for (const area of this.all()) {
      const { x: width, y: height } = area.outline ? this.sizeOf(area.outline) : { x: 0, y: 0 }
      if (area.marker) {
        const small = Math.min(width, height) < SMALLEST_TARGET
        area.marker.getElement().classList.toggle("away", !small)
        area.outline?.getElement().classList.toggle("away", small)
      }
    }
    this.writeLabels()
  }

  /** Names where the outline has room for them and no name stands yet, the largest areas first. */
  writeLabels() {
    const type = 0.75 * this.typeSize()
    const taken = []
    this.labels.clearLayers()
    const sized = this.all().filter((area) => area.outline).map((area) => ({ area, size: this.sizeOf(area.outline) }))
    for (const { area, size } of sized.sort((a, b) => b.size.x * b.size.y - a.size.x * a.size.y)) {
      const half = L.point(area.name.length * 0.27 * type, 0.7 * type)
      const centre = this.map.project(area.centre)
      const box = L.bounds(centre.subtract(half), centre.add(half))
      if (size.x < 2 * half.x || size.y < 2.4 * half.y || taken.some((other) => other.overlaps(box))) continue
      taken.push(box)
      const icon = L.divIcon({ className: "label", iconSize: [0, 0], html: make("span", "", area.name) })
      L.marker(area.centre, { icon, pane: "labels", interactive: false, keyboard: false }).addTo(this.labels)
    }
  }

  typeSize() {
    return parseFloat(getComputedStyle(this.frame).fontSize)
  }

  sizeOf(outline) {
    const box = outline.getBounds()
    return this.map.project(box.getSouthEast()).subtract(this.map.project(box.getNorthWest()))
  }
}
