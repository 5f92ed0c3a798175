// The area search: a field that suggests areas while a name is typed. The list of areas is fetched once by address.
import "../vendor/accessible-autocomplete/accessible-autocomplete.min.js"
import { find, index } from "./find.js"
import { fill } from "../shared/fill.js"
import { make } from "../shared/make.js"

const MOST = 12 // suggestions
const STYLES = ["../vendor/accessible-autocomplete/accessible-autocomplete.min.css", "search.css"]

const searches = new WeakMap() // the element's root -> its AreaSearch
const lists = new Map() // address -> promise of its areas; a failed one is forgotten, so the next letter asks again

export default async function draw(component) {
  const root = component.parentElement
  if (!searches.has(root)) searches.set(root, new AreaSearch(root, component.data))
  const search = searches.get(root)
  search.update(component)
  return () => {
    search.remove()
    searches.delete(root)
  }
}

function areasAt(address) {
  if (!lists.has(address)) {
    const answer = fetch(address).then((response) => {
      if (!response.ok) throw new Error(`${response.status} ${address}`)
      return response.json()
    }).then(index)
    answer.catch(() => lists.delete(address))
    lists.set(address, answer)
  }
  return lists.get(address)
}

/** The library puts a suggestion into the page as markup, so every name goes through here. */
function escaped(text) {
  return make("i", "", text).innerHTML
}

class AreaSearch {
  constructor(root, data) {
    this.data = data
    this.found = 0
    this.label = make("label", "", "", { for: data.id })
    this.frame = make("div", "area-search")
    this.frame.hidden = true
    this.frame.append(this.label)
    root.append(this.frame)
    this.loadStyles(root)
    this.build()
  }

  async loadStyles(root) {
    await Promise.allSettled(STYLES.map((name) => {
      const link = Object.assign(make("link"), { rel: "stylesheet", href: new URL(name, import.meta.url) })
      root.append(link)
      return new Promise((resolve, reject) => Object.assign(link, { onload: resolve, onerror: reject }))
    }))
    this.frame.hidden = false
  }

  build() {
    const text = (name) => () => this.data.texts[this.failed ? "failed" : name]
    globalThis.accessibleAutocomplete({
      element: this.frame,
      id: this.data.id,
      name: this.data.id,
      ref: (field) => { if (field) this.field = field },
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
      tStatusResults: (_shown, selected) => `${this.count()} ${selected}`.trim(),
    })
    this.input = this.frame.querySelector("input")
    this.menu = this.frame.querySelector("[role=listbox]")
    this.frame.addEventListener("keydown", (event) => this.enter(event), { capture: true })
    // A text that chose nothing gives way to what is chosen. A list still open belongs to a finger that is on its way.
    this.frame.addEventListener("focusout", ({ relatedTarget }) => {
      if (!this.frame.contains(relatedTarget) && !this.field.state.menuOpen) this.show()
    })
  }

  update({ data, setTriggerValue }) {
    const changed = !this.tell || data.value !== this.data.value
    this.data = data
    this.tell = (id) => setTriggerValue("area", id)
    this.label.textContent = data.label
    this.input.placeholder = data.placeholder
    areasAt(data.areas).catch(() => {}) // asked again, and told of, when the reader types
    if (changed) this.show()
  }

  /** Let the field say what is chosen, ready to be typed over. */
  show() {
    const options = this.data.value ? [{ name: this.data.value }] : [] // with none the library says "no results"
    this.field.setState(
      { query: this.data.value, options, selected: -1, menuOpen: false, validChoiceMade: true },
      () => { if (this.input.getRootNode().activeElement === this.input) this.input.select() },
    )
  }

  async suggest(query, show) {
    let areas = []
    try {
      areas = await areasAt(this.data.areas)
      this.failed = false
    } catch {
      this.failed = true
    }
    if (query !== this.input.value) return // typed on meanwhile
    const found = find(areas, query).filter(({ id }) => !this.data.left_out.includes(id))
    this.found = found.length
    this.menu.dataset.more = found.length > MOST ? fill(this.data.texts.more, { n: found.length - MOST }) : ""
    show(found.slice(0, MOST))
  }

  suggestion({ name, level, municipality }) {
    if (!level) return escaped(name)
    const kind = this.data.levels[level]
    const inside = municipality && municipality !== name
    const place = inside ? fill(this.data.texts.place, { kind, place: municipality }) : kind
    return `<span class="name">${escaped(name)}</span> <span class="place">— ${escaped(place)}</span>`
  }

  count() {
    const { one, some, many } = this.data.texts
    if (this.found > MOST) return fill(many, { n: MOST, all: this.found })
    return this.found === 1 ? one : fill(some, { n: this.found })
  }

  /** With one suggestion Enter takes it; with several the library asks for an arrow first. */
  enter(event) {
    const options = this.menu.querySelectorAll("[role=option]:not([aria-disabled])")
    if (event.key === "Enter" && this.field.state.menuOpen && options.length === 1) {
      event.stopPropagation()
      options[0].click()
    }
  }

  /** The field goes back to what is chosen until the page says otherwise: the choice is kept by the page, not here. */
  choose({ id }) {
    queueMicrotask(() => this.show()) // after the library has written the name
    if (id) this.tell(id)
  }

  remove() {
    this.field.componentWillUnmount() // the library looks at its field ten times a second
    this.frame.remove()
  }
}
