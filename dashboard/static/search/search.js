// The area search: a field that suggests areas while a name is typed. The list of areas is fetched once by address.
/** @import { Component, SearchData, SearchTriggers } from "../shared/types.d.ts" */
/** @import { Field } from "../vendor/accessible-autocomplete/accessible-autocomplete.min.js" */
/** @import { Known } from "./find.js" */
import "../vendor/accessible-autocomplete/accessible-autocomplete.min.js"
import { fill } from "../shared/fill.js"
import { make } from "../shared/make.js"
import { standing } from "../shared/standing.js"
import { addStyles } from "../shared/styles.js"
import { find, index } from "./find.js"
import { countText, kindOf } from "./sentences.js"

/** @typedef {Component<SearchData, SearchTriggers>} SearchComponent */
/** @typedef {Pick<Known, "id" | "name" | "level" | "municipality">} Suggestion */

const MOST = 12 // suggestions
const LIBRARY = "../vendor/accessible-autocomplete/accessible-autocomplete.min.css"
const STYLES = [LIBRARY, "search.css"].map((name) => new URL(name, import.meta.url).href)

/** @type {Map<string, Promise<Known[]>>} */
const lists = new Map() // by address; a failed one is forgotten, so the next letter asks again

const draw = standing((/** @type {SearchComponent} */ component, /** @type {AreaSearch | undefined} */ found) => {
  return found ?? new AreaSearch(component.parentElement, component)
})
export default draw

/** @param {string} address */
function areasAt(address) {
  const kept = lists.get(address)
  if (kept) return kept
  const answer = fetchAreas(address)
  answer.catch(() => lists.delete(address))
  lists.set(address, answer)
  return answer
}

/** @param {string} address */
async function fetchAreas(address) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status} ${address}`)
  return index(await response.json())
}

/**
 * The library puts a suggestion into the page as markup, so every name goes through here.
 * @param {string} text
 */
function escaped(text) {
  return make("i", "", text).innerHTML
}

class AreaSearch {
  found = 0
  isFailed = false // whether the areas did not come
  isNew = true
  /** @type {Field | null} */
  field = null

  /**
   * @param {ShadowRoot} root
   * @param {SearchComponent} component
   */
  constructor(root, component) {
    this.component = component
    this.label = make("label", "", "", { for: this.data.id })
    this.frame = make("div", "area-search")
    this.frame.hidden = true
    this.frame.append(this.label)
    root.append(this.frame)
    const show = () => {
      this.frame.hidden = false
    }
    addStyles(root, STYLES).come.then(show, show) // it can be used without them
    this.build()
    this.input = /** @type {HTMLInputElement} */ (this.frame.querySelector("input"))
    this.menu = /** @type {HTMLElement} */ (this.frame.querySelector("[role=listbox]"))
    this.listen()
  }

  get data() {
    return this.component.data
  }

  build() {
    const { id } = this.data
    const text = (/** @type {"none" | "hint"} */ name) => () => this.data.texts[this.isFailed ? "failed" : name]
    globalThis.accessibleAutocomplete({
      element: this.frame,
      id,
      name: id,
      ref: (field) => {
        if (field) this.field = field
      },
      source: (query, show) => this.suggest(query, show),
      templates: { inputValue: (area) => area?.name ?? "", suggestion: (area) => this.suggestion(area) },
      onConfirm: (area) => area && this.choose(area),
      confirmOnBlur: false,
      displayMenu: "overlay",
      minLength: 1,
      tNoResults: text("none"),
      tStatusNoResults: text("none"),
      tStatusQueryTooShort: text("hint"),
      tAssistiveHint: text("hint"),
      tStatusSelectedOption: (name, all, place) => fill(this.data.texts.at, { name, all, place: place + 1 }),
      tStatusResults: (_shown, selected) => `${countText(this.found, MOST, this.data.texts)} ${selected}`.trim(),
    })
  }

  listen() {
    this.frame.addEventListener("keydown", (event) => this.enter(event), { capture: true })
    // A text that chose nothing gives way to what is chosen. A list still open belongs to a finger that is on its way.
    this.frame.addEventListener("focusout", ({ relatedTarget }) => {
      const isInside = relatedTarget instanceof Node && this.frame.contains(relatedTarget)
      if (!(isInside || this.isOpen)) this.show()
    })
  }

  get isOpen() {
    return Boolean(this.field?.state.menuOpen)
  }

  /** @param {SearchComponent} component */
  update(component) {
    const { data } = component
    const isChanged = this.isNew || data.value !== this.data.value
    this.isNew = false
    this.component = component
    this.label.textContent = data.label
    this.input.placeholder = data.placeholder
    areasAt(data.areas).catch(() => {}) // asked again, and told of, when the reader types
    if (isChanged) this.show()
  }

  /** Let the field say what is chosen, ready to be typed over. */
  show() {
    const query = this.data.value
    const options = query ? [{ name: query }] : [] // with none the library says "no results"
    const root = /** @type {ShadowRoot} */ (this.frame.getRootNode())
    this.field?.setState({ query, options, selected: -1, menuOpen: false, validChoiceMade: true }, () => {
      if (root.activeElement === this.input) this.input.select()
    })
  }

  /**
   * @param {string} query
   * @param {(found: Suggestion[]) => void} show
   */
  async suggest(query, show) {
    const areas = await areasAt(this.data.areas).catch(() => null)
    this.isFailed = areas === null
    if (query !== this.input.value) return // typed on meanwhile
    const found = find(areas ?? [], query).filter(({ id }) => !this.data.left_out.includes(id))
    this.found = found.length
    this.menu.dataset.more = found.length > MOST ? fill(this.data.texts.more, { n: found.length - MOST }) : ""
    show(found.slice(0, MOST))
  }

  /** @param {Suggestion} area */
  suggestion(area) {
    if (!area.level) return escaped(area.name)
    const place = escaped(kindOf(area, this.data))
    return `<span class="name">${escaped(area.name)}</span> <span class="place">— ${place}</span>`
  }

  /**
   * With one suggestion Enter takes it; with several the library asks for an arrow first.
   * @param {KeyboardEvent} event
   */
  enter(event) {
    /** @type {NodeListOf<HTMLElement>} */
    const options = this.menu.querySelectorAll("[role=option]:not([aria-disabled])")
    if (event.key !== "Enter" || !this.isOpen || options.length !== 1) return
    event.stopPropagation()
    options[0].click()
  }

  /**
   * The field goes back to what is chosen until the page says otherwise: the choice is kept by the page, not here.
   * @param {Suggestion} area
   */
  choose({ id }) {
    queueMicrotask(() => this.show()) // after the library has written the name
    if (id) this.component.setTriggerValue("area", id)
  }

  remove() {
    this.field?.componentWillUnmount() // the library looks at its field ten times a second
    this.frame.remove()
  }
}
