// One Leaflet map: draws the areas once, then only restyles them, so that it never blanks and keeps its pan and zoom.
/** @import * as Leaflet from "leaflet" */
/** @import { Context, Files, Line, MapTexts, Mark, Mode } from "../shared/types.d.ts" */
/** @import { Reading } from "./readings.js" */
/** @import { Area, Marker, Outline, Target } from "./sheets.js" */
import { box, button, make } from "../shared/make.js"
import { fillOf } from "./fills.js"
import { Ground } from "./ground.js"
import { beside, placed } from "./labels.js"
import { L } from "./leaflet.js"
import { spoken } from "./sentences.js"
import { NO_AREAS, Sheets, SMALLEST_TARGET } from "./sheets.js"
import { Tip } from "./tip.js"

const NEAR = 11 // the zoom at which a housing area found by search is shown
const PAN_STEP = 80
/** @type {Map<string, [x: number, y: number]>} */
const PAN_KEYS = new Map([
  ["ArrowLeft", [-PAN_STEP, 0]],
  ["ArrowRight", [PAN_STEP, 0]],
  ["ArrowUp", [0, -PAN_STEP]],
  ["ArrowDown", [0, PAN_STEP]],
])
const LABEL_SIZE = 0.75 // of the page's type
const MARK = 0.5 // the radius of a mark, of the page's type
const CLOSEST = 13 // zoom of what is asked for as a whole
const REST = 500 // ms after the last move before its place is told
const LIST_ORDER = ["diamond", "ring", "disc"] // which marks of a list are named first; the rest are where there is room

/**
 * @typedef {object} PanelHost Who is told of what the reader does in this map.
 * @property {(id: string) => void} select
 * @property {() => void} leave
 * @property {(panel: Panel) => void} moved
 * @property {(place: string | null) => void} placed the map came to rest where the reader's hand moved it
 * @property {(id: string | null) => void} pointed
 * @property {() => void} tilesFailed
 * @property {(area: Area) => string[]} tip
 */

export class Panel {
  areas = NO_AREAS // of the chosen level
  extras = NO_AREAS // housing areas drawn on top of the level
  /** @type {Mark[] | null} */
  marks = null
  /** @type {string | null | undefined} */
  within = undefined // the area that a reader has gone into; undefined until the first is drawn
  /** @type {string | null} */
  selected = null
  /** @type {Area | null} */
  pointed = null
  isByKeyboard = false
  isDetailed = false
  isFitting = false
  isLed = false // to an area that was chosen elsewhere
  isMarked = false // whether every housing area is a mark, however large, as on the map of a list
  moved = false // by the reader's hand
  pointer = "mouse" // what the hand holds, decided by each event: a computer can have a mouse and a touch screen
  naming = 0 // a timer
  resting = 0

  /**
   * @param {PanelHost} host
   * @param {HTMLElement} stage on the page: a map must know its size
   */
  constructor(host, stage) {
    this.host = host
    this.heading = make("p", "when")
    this.container = make("div", "map", "", { tabindex: 0, role: "group", "aria-describedby": "area-map-hint" })
    this.element = box("div", "panel", this.heading, this.container)
    stage.prepend(this.element)
    this.map = this.makeMap()
    const layers = { land: this.layerIn("background", 300), ways: this.layerIn("lines", 605) }
    this.ground = new Ground(this.map, layers, () => host.tilesFailed())
    this.outlines = { selected: this.layerIn("selected", 606), active: this.layerIn("active", 607) }
    this.labels = this.layerIn("labels", 608)
    this.badges = this.layerIn("badges", 620)
    this.tip = new Tip(this.map)
    this.sheets = new Sheets(this.map, (area, shape) => this.listen(area, shape))
    this.buttons = this.makeButtons()
    this.addControls()
    this.listenToMap()
    this.resizing = new ResizeObserver(() => this.resize())
    this.resizing.observe(this.container)
  }

  makeMap() {
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches
    return L.map(this.container, {
      attributionControl: false,
      zoomControl: false,
      keyboard: false,
      scrollWheelZoom: false,
      dragging: false, // until a mouse or a pen takes hold: one finger scrolls the page, two move the map
      zoomAnimation: !isCalm,
      fadeAnimation: !isCalm,
      markerZoomAnimation: !isCalm,
      inertia: !isCalm,
      zoomSnap: 0.25,
      minZoom: 5,
      maxZoom: 14,
      renderer: L.svg({ padding: 0.5 }),
    }).setView([56, 11], 6)
  }

  /**
   * @param {string} name
   * @param {number} zIndex
   */
  layerIn(name, zIndex) {
    const pane = this.map.createPane(name)
    pane.setAttribute("aria-hidden", "true") // the areas themselves carry the names
    Object.assign(pane.style, { zIndex, pointerEvents: "none" })
    return L.layerGroup().addTo(this.map)
  }

  listenToMap() {
    this.map.on("zoomend", () => this.fitDetail())
    this.map.on("dragstart zoomstart", () => {
      this.moved = !this.isFitting
    })
    this.map.on("move", () => this.host.moved(this))
    this.map.on("moveend", () => this.rest())
    this.map.on("moveend", () => this.writeLabels()) // of what is in sight
    for (const kind of /** @type {const} */ (["pointerdown", "pointermove"])) {
      this.container.addEventListener(kind, ({ pointerType }) => this.held(pointerType), { capture: true })
    }
    this.container.addEventListener("keydown", (event) => this.onKey(event))
    this.container.addEventListener("focusin", () => this.map.scrollWheelZoom.enable())
    this.container.addEventListener("focusout", () => this.map.scrollWheelZoom.disable())
  }

  /** @param {string} pointer */
  held(pointer) {
    this.pointer = pointer
    if (pointer === "touch") this.map.dragging.disable()
    else this.map.dragging.enable()
  }

  /** Tell where the reader's hand left the map; nothing of where the map went by itself. */
  rest() {
    clearTimeout(this.resting)
    if (this.isFitting || this.isLed) {
      this.isLed = false
      return
    }
    this.resting = window.setTimeout(() => this.host.placed(this.moved ? this.place : null), REST)
  }

  /** Where the map is, as in an address: latitude, longitude and zoom. */
  get place() {
    const { lat, lng } = this.map.getCenter()
    return [lat.toFixed(3), lng.toFixed(3), this.map.getZoom()].join(",")
  }

  /**
   * Go to a place of an address; of none or a broken one, to the whole map.
   * @param {string | null} place
   */
  goTo(place) {
    const [lat, lng, zoom] = (place ?? "").split(",").map(Number)
    if (!(place && [lat, lng, zoom].every(Number.isFinite))) return this.fit()
    this.put(() => this.map.setView([lat, lng], zoom, { animate: false }))
    this.moved = true
  }

  /**
   * Go to some areas, at the reader's wish.
   * @param {Area[]} areas
   */
  zoomTo(areas) {
    const bounds = L.latLngBounds(areas.map(({ centre }) => centre))
    this.moved = true
    this.map.fitBounds(bounds, { padding: [40, 40], maxZoom: CLOSEST })
  }

  resize() {
    const before = this.map.getSize()
    this.map.invalidateSize({ pan: false })
    if (!this.moved && !this.map.getSize().equals(before)) this.fit()
  }

  remove() {
    clearTimeout(this.resting)
    this.resizing.disconnect()
    this.map.remove()
    Object.assign(this.map, { _animatingZoom: false }) // or Leaflet would end a zoom of the map that is gone
    this.element.remove()
  }

  makeButtons() {
    return {
      zoom_in: button("", "+", () => this.map.zoomIn(), { name: "zoom_in" }),
      zoom_out: button("", "\u2212", () => this.map.zoomOut(), { name: "zoom_out" }),
      home: button("", "\u2302", () => this.goHome(), { name: "home" }),
    }
  }

  goHome() {
    this.fit()
    this.host.placed(null)
  }

  addControls() {
    const control = new L.Control({ position: "topleft" })
    control.onAdd = () => {
      const bar = box("div", "leaflet-bar controls", ...Object.values(this.buttons))
      L.DomEvent.disableClickPropagation(bar)
      return bar
    }
    control.addTo(this.map)
  }

  /**
   * The texts that name things, set again at every choice: the reader may have changed language.
   * @param {MapTexts} texts
   * @param {string} title
   */
  name(texts, title) {
    this.container.setAttribute("aria-label", title)
    for (const name of /** @type {const} */ (["zoom_in", "zoom_out", "home"])) {
      this.buttons[name].title = texts[name]
      this.buttons[name].setAttribute("aria-label", texts[name])
    }
  }

  /**
   * Show the files of a choice, and draw what is new of them. Whether other areas are shown than before.
   * @param {Context} context
   * @param {Files} files
   * @param {Line[]} lines
   */
  draw(context, { shapes, overlay, background }, lines) {
    this.context = context
    this.ground.drawLand(background)
    this.ground.drawTiles(context.tiles)
    const { locale } = context.format
    const areas = this.sheets.areas(shapes, context.level === context.marked, locale)
    const extras = overlay ? this.sheets.areas(overlay, true, locale) : NO_AREAS
    const isNew = this.areas !== areas || this.extras !== extras || this.within !== context.within
    Object.assign(this, { areas, extras })
    this.sheets.show([shapes, overlay])
    if (isNew) this.limit(context.within)
    const hasNewLines = this.ground.drawLines(lines)
    this.isDetailed = !isNew
    if (isNew) this.fitIfLost()
    if (!this.isDetailed)
      this.fitDetail() // where fitting has not zoomed, and so done it
    else if (hasNewLines) this.writeLabels()
    return isNew
  }

  /**
   * @param {Area} area
   * @param {Outline | Marker} shape
   */
  listen(area, { layer, element }) {
    element.tabIndex = 0
    element.dataset.area = area.id
    element.setAttribute("role", "button")
    element.addEventListener("blur", () => this.point(null))
    element.addEventListener("focus", () => this.onFocus(area, element))
    const isMarker = layer === area.marker?.layer
    layer.on("click", () => {
      this.host.select(area.id)
      if (this.pointer === "touch") this.point(area, area.centre) // the card may lie below what is in sight
    })
    const follow = (/** @type {Leaflet.LeafletMouseEvent} */ { latlng }) => {
      if (this.pointer !== "touch") this.point(area, isMarker ? area.centre : latlng)
    }
    layer.on("mouseover", follow).on("mousemove", follow)
    layer.on("mouseout", () => this.pointer !== "touch" && this.point(null))
  }

  /**
   * @param {Area} area
   * @param {Target} element
   */
  onFocus(area, element) {
    if (!element.matches(":focus-visible")) return
    if (!this.map.getBounds().contains(area.centre)) this.map.panTo(area.centre)
    this.point(area, area.centre, true)
  }

  /**
   * Only the areas inside the one a reader has gone into.
   * @param {string | null} within
   */
  limit(within) {
    this.within = within
    for (const area of this.every()) {
      area.inside = !within || area.id === within || area.within.includes(within)
      for (const target of area.targets) target.classList.toggle("outside", !area.inside)
    }
  }

  /** @param {Area} area */
  inLevel(area) {
    return this.areas.get(area.id) === area
  }

  /**
   * @param {string | null} id
   * @returns {Area | null}
   */
  find(id) {
    if (id === null) return null
    return this.areas.get(id) ?? this.extras.get(id) ?? null
  }

  every() {
    return this.extras === this.areas ? [...this.areas.values()] : [...this.areas.values(), ...this.extras.values()]
  }

  /** The areas of the level that are drawn now. */
  shown() {
    return [...this.areas.values()].filter((area) => area.inside)
  }

  /**
   * Everything a choice of period or colour can change, and nothing else.
   * @param {(id: string) => Reading} read
   * @param {Mode} mode
   */
  paint(read, mode) {
    for (const area of this.every()) {
      area.reading = this.inLevel(area) ? read(area.id) : null
      this.fill(area, mode)
    }
    const isMarked = mode.shapes !== null
    if (isMarked || this.isMarked) {
      this.isMarked = isMarked
      this.fitDetail()
    }
    clearTimeout(this.naming)
    this.naming = window.setTimeout(() => this.nameAreas()) // colours first: names are for ears, which are slower
    if (this.pointed) this.point(this.pointed, this.tip.where, this.isByKeyboard, true)
  }

  /**
   * @param {Area} area
   * @param {Mode} mode
   */
  fill(area, { colours, shapes }) {
    const { image, colour, fill } = fillOf(area.reading, this.context?.missing ?? {}, colours)
    const shape = shapes?.[area.reading?.place ?? -1] ?? ""
    if (area.fill === fill && area.shape === shape) return
    Object.assign(area, { fill, shape, colour })
    if (area.outline) {
      area.outline.layer.options.fillColor = fill
      area.outline.element.setAttribute("fill", fill)
    }
    if (area.marker) {
      area.marker.element.style.setProperty("--pattern", image)
      area.marker.element.style.setProperty("--colour", colour)
      area.marker.element.dataset.shape = shape
      area.marker.layer.setZIndexOffset(shape && shape !== "dot" ? 5000 : 0) // what moved lies over what did not
    }
  }

  nameAreas() {
    const { context } = this
    if (!context) return
    for (const area of this.every()) {
      const words = spoken(context, area, area.reading)
      for (const target of area.targets) target.setAttribute("aria-label", words)
    }
  }

  /**
   * The selected area, and which areas have no number because another level is coloured.
   * @param {string | null} selected
   */
  decorate(selected) {
    for (const area of this.every()) {
      for (const target of area.targets) {
        target.classList.toggle("plain", !this.inLevel(area))
        target.classList.toggle("selected", area.id === selected)
        target.setAttribute("aria-pressed", String(area.id === selected))
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

  /**
   * The signs of lists, roles and projects.
   * @param {Mark[]} marks
   */
  mark(marks) {
    this.marks = marks
    this.badges.clearLayers()
    for (const area of this.every()) {
      area.marks = marks.filter(({ on }) => on.has(area.id)).map((mark) => ({ ...mark, names: mark.on.get(area.id) }))
      if (!(area.marks.length && area.inside)) continue
      const html = make("span", "badge", area.marks.map(({ sign }) => sign).join(" "))
      const icon = L.divIcon({ className: "sign", iconSize: [0, 0], html })
      L.marker(area.centre, { icon, pane: "badges", interactive: false, keyboard: false }).addTo(this.badges)
    }
  }

  /**
   * Copies of an area's outline above its neighbours, so that the areas themselves never change order.
   * @param {"selected" | "active"} pane
   * @param {Area} area
   * @param {string[]} names
   */
  outline(pane, { outline }, ...names) {
    if (!outline || outline.element.classList.contains("away")) return
    for (const name of names) {
      const options = { pane, className: `mark ${name}`, fill: false, interactive: false, smoothFactor: 0.7 }
      this.outlines[pane].addLayer(L.polygon(outline.layer.getLatLngs(), options))
    }
  }

  /**
   * The area under the pointer or the keyboard: its outline, and a tip with name, number and what is said of it.
   * @param {Area | null} area
   * @param {Leaflet.LatLng | null} where
   */
  point(area, where = null, isByKeyboard = false, isAgain = false) {
    const isSame = this.pointed === area && !isAgain
    if (this.pointed !== area) this.host.pointed(area?.id ?? null)
    this.pointed = area
    this.isByKeyboard = isByKeyboard
    if (!isSame) this.outlines.active.clearLayers()
    if (!isSame) this.tip.close()
    if (!(area && where)) return
    if (!isSame) this.openTip(area, where)
    this.tip.place(where)
  }

  /**
   * @param {Area} area
   * @param {Leaflet.LatLng} where
   */
  openTip(area, where) {
    this.outline("active", area, ...(this.isByKeyboard ? ["casing", "focused"] : ["hovered"]))
    this.tip.open(area.name, this.host.tip(area).filter(Boolean), where)
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const act = this.actionOf(event)
    if (!act) return
    act()
    event.preventDefault()
    event.stopPropagation()
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {(() => void) | null}
   */
  actionOf({ key, target }) {
    const id = target instanceof Element ? /** @type {Target} */ (target).dataset.area : undefined
    const step = PAN_KEYS.get(key)
    if (step) return () => this.map.panBy(step)
    if (key === "+") return () => this.map.zoomIn()
    if (key === "-") return () => this.map.zoomOut()
    if (key === "Escape") return () => this.host.leave()
    return id && (key === "Enter" || key === " ") ? () => this.host.select(id) : null
  }

  /**
   * Go to an area that was chosen outside the map, if it is out of sight or too small to see.
   * @param {Area | null} area
   */
  approach(area) {
    if (!area) return
    this.isLed = true
    if (area.isHousing && this.map.getZoom() < NEAR) this.map.setView(area.centre, NEAR)
    else if (!this.map.getBounds().contains(area.centre)) this.map.panTo(area.centre)
    else this.isLed = false
  }

  fit() {
    const bounds = L.latLngBounds([])
    for (const { outline, centre } of this.shown()) bounds.extend(outline ? outline.layer.getBounds() : centre)
    if (!bounds.isValid()) return
    this.put(() => this.map.fitBounds(bounds, { padding: [20, 20], animate: false, maxZoom: NEAR }))
    this.moved = false
  }

  /**
   * Put the map somewhere. Its bounds are off meanwhile: they would start to move it from where it was.
   * @param {() => void} move
   */
  put(move) {
    const { maxBounds } = this.map.options
    this.map.setMaxBounds(undefined)
    this.map.stop()
    this.isFitting = true
    move()
    this.isFitting = false
    this.map.setMaxBounds(maxBounds)
  }

  fitIfLost() {
    const isInSight = this.shown().some((area) => this.map.getBounds().contains(area.centre))
    if (!(this.moved && isInSight) || this.within) this.fit()
  }

  /**
   * Follow the other map of two.
   * @param {Panel} other
   */
  follow({ map }) {
    this.moved = true
    this.map.setView(map.getCenter(), map.getZoom(), { animate: false })
  }

  /** A housing area is a marker when small and an outline when large. */
  fitDetail() {
    this.isDetailed = true
    for (const area of this.every()) {
      const { outline, marker } = area
      area.size = outline ? this.sizeOf(outline.layer.getBounds()) : L.point(0, 0)
      if (!marker) continue
      const isSmall = Math.min(area.size.x, area.size.y) < SMALLEST_TARGET
      marker.element.classList.toggle("away", !isSmall && !this.isMarked)
      outline?.element.classList.toggle("away", isSmall)
      if (outline) outline.element.tabIndex = this.isMarked ? -1 : 0 // its mark is reached
      outline?.element.setAttribute("aria-hidden", String(this.isMarked))
    }
    this.markSelected()
    this.writeLabels()
  }

  writeLabels() {
    const sight = this.map.getBounds()
    const isNamed = (/** @type {Area} */ { inside, marker }) => inside && !(marker && this.isMarked)
    const areas = this.every().filter((area) => isNamed(area) && sight.contains(area.centre))
    const named = areas.map(({ name, centre, size }) => this.named(name, centre, size))
    const seen = this.ground.named.filter(({ bounds }) => sight.contains(bounds.getCenter()))
    const ways = seen.map(({ name, bounds }) => this.named(name, bounds.getCenter(), this.sizeOf(bounds), true))
    const type = LABEL_SIZE * Number.parseFloat(getComputedStyle(this.element).fontSize)
    const marked = beside(this.isMarked ? this.namedMarks() : [], type, (MARK / LABEL_SIZE) * type)
    const taken = marked.map(({ box }) => box)
    this.labels.clearLayers()
    for (const { what, box } of marked) {
      this.writeLabel(what.name, this.map.unproject([box.x, box.y]), what.shape === "dot" ? "off" : "on")
    }
    for (const { name, centre, isQuiet } of placed([...named, ...ways], type, taken)) {
      this.writeLabel(name, centre, isQuiet ? "quiet" : "")
    }
  }

  /**
   * @param {string} name
   * @param {Leaflet.LatLng} centre
   * @param {string} className
   */
  writeLabel(name, centre, className) {
    const icon = L.divIcon({ className: "label", iconSize: [0, 0], html: make("span", className, name) })
    L.marker(centre, { icon, pane: "labels", interactive: false, keyboard: false }).addTo(this.labels)
  }

  /** The marks of a list in the order in which they are named. */
  namedMarks() {
    const isFar = this.map.getZoom() < NEAR - 2
    const rank = (/** @type {Area} */ { shape }) => LIST_ORDER.indexOf(shape) + 1 || LIST_ORDER.length + 1
    const sight = this.map.getBounds()
    const areas = this.shown().filter(({ centre }) => sight.contains(centre))
    areas.sort((a, b) => rank(a) - rank(b))
    return areas.map((area) => {
      const { x, y } = this.map.project(area.centre)
      return { what: area, name: isFar && area.shape === "dot" ? "" : area.name, x, y }
    })
  }

  /**
   * @param {string} name
   * @param {Leaflet.LatLng} centre
   * @param {Leaflet.Point} size
   */
  named(name, centre, size, isQuiet = false) {
    const { x, y } = this.map.project(centre)
    return { what: { name, centre, isQuiet }, name, x, y, width: size.x, height: size.y }
  }

  /** @param {Leaflet.LatLngBounds} bounds */
  sizeOf(bounds) {
    return this.map.project(bounds.getSouthEast()).subtract(this.map.project(bounds.getNorthWest()))
  }
}
