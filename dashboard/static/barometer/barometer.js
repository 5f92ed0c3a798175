// The barometer: areas by numbers. Python sends words and choices; the cells are fetched once by address and kept. Theme and
// order are drawn here at once and written to the address, which the page with its sentences follows.
/** @import { BarometerData, BarometerFile, Changes, Component } from "../shared/types.d.ts" */
import { changesOf, choicesOf } from "../shared/address.js"
import { FileError, fetchOnce } from "../shared/fetched.js"
import { fill } from "../shared/fill.js"
import { box, button, make } from "../shared/make.js"
import { standing } from "../shared/standing.js"
import { addStyles } from "../shared/styles.js"
import { arrived, changes, choose } from "../shared/visit.js"
import { Cells } from "./cells.js"
import { Grid } from "./grid.js"
import { nextOrder, ordered } from "./order.js"

/** @typedef {Component<BarometerData, Record<never, never>>} BarometerComponent */

const STYLES = [new URL("barometer.css", import.meta.url).href]
const SHADES = ["above", "similar", "below"]

const draw = standing((/** @type {BarometerComponent} */ component, /** @type {Barometer | undefined} */ found) => {
  return found ?? new Barometer(component.parentElement, component)
})
export default draw

class Barometer {
  theme = ""
  order = ""
  selected = ""
  leaving = new AbortController()
  /** @type {{ data: BarometerData, cells: Cells } | null} */
  loaded = null

  /**
   * @param {ShadowRoot} root
   * @param {BarometerComponent} component
   */
  constructor(root, component) {
    this.component = component
    this.problem = make("div", "problem", "", { role: "alert" })
    this.controls = make("div", "controls")
    this.legend = make("div", "legend")
    this.detail = make("p", "detail")
    this.printed = make("p", "printed")
    this.grid = new Grid({
      sort: (id) => this.sort(nextOrder(this.order, id), id),
      choose: (id) => this.choose(id),
      tell: (text) => {
        this.detail.textContent = text
      },
    })
    this.frame = make("div", "barometer")
    this.frame.hidden = true
    this.frame.append(this.controls, this.grid.frame, this.detail, this.printed, this.legend)
    root.append(this.problem, this.frame)
    this.styles = addStyles(root, STYLES).come
    const { signal } = this.leaving
    const follow = () => this.isCurrent && this.update(this.component) // the address may have come back to the page
    changes.addEventListener("change", follow, { signal })
    addEventListener("beforeprint", () => this.grid.print(true), { signal })
    addEventListener("afterprint", () => this.grid.print(false), { signal })
    const paper = matchMedia("print")
    paper.addEventListener("change", () => this.grid.print(paper.matches), { signal })
  }

  /** Whether the page was drawn from the address as it stands now. */
  get isCurrent() {
    return Object.keys(changesOf(this.component.data.address, choicesOf(location.search))).length === 0
  }

  remove() {
    this.leaving.abort()
    this.grid.remove()
    this.frame.remove()
    this.problem.remove()
  }

  /** @param {BarometerComponent} component */
  async update(component) {
    const { data } = component
    const isFirst = this.loaded === null
    this.component = component
    if (this.isCurrent) arrived()
    try {
      /** @type {[BarometerFile, unknown]} */
      const [file] = await Promise.all([
        fetchOnce(data.file),
        this.styles.catch((problem) => {
          throw new FileError(problem.message)
        }),
      ])
      if (this.component.data !== data) return // a later one is on its way
      if (isFirst || this.isCurrent) this.follow(data)
      this.loaded = { data, cells: new Cells(file, data) }
      this.problem.replaceChildren()
      this.show()
    } catch (problem) {
      if (!(problem instanceof FileError)) throw problem
      const { failed, retry } = data.texts
      this.problem.replaceChildren(
        make("p", "", failed),
        button("", retry, () => this.update(component)),
      )
    }
  }

  /** @param {BarometerData} data */
  follow({ choice }) {
    this.theme = choice.tema
    this.order = choice.sorteret
    this.selected = choice.omraade
  }

  show() {
    if (!this.loaded) return
    const { data, cells } = this.loaded
    const themes = this.theme.split(",").filter(Boolean)
    const columns = data.columns.filter(({ theme }) => !themes.length || themes.includes(theme))
    const wanted = new Set(data.areas)
    const places = cells.file.areas.map((_, place) => place)
    const kept = wanted.size ? places.filter((place) => wanted.has(cells.file.areas[place])) : places
    const order = columns.some(({ id }) => id === this.order.replace("-", "")) ? this.order : ""
    const { projector, meeting, texts } = data
    this.frame.hidden = false
    this.frame.classList.toggle("projector", projector)
    this.frame.classList.toggle("meeting", meeting)
    this.controls.replaceChildren(...this.choices(data, kept.length))
    this.grid.show({
      data,
      cells,
      columns,
      places: ordered(kept, order, (id, place) => cells.value(id, place)),
      order,
      selected: this.selected,
    })
    this.legend.replaceChildren(...legendOf(data))
    this.detail.textContent ||= texts.keys
    this.printed.textContent = kept.length > 400 ? fill(texts.printed, { n: 400, all: kept.length }) : ""
  }

  /**
   * @param {BarometerData} data
   * @param {number} count
   */
  choices({ texts, columns }, count) {
    const themes = new Map(columns.map(({ theme, group }) => [theme, group]))
    const theme = select(texts.theme, [["", texts.all_themes], ...themes], this.theme, (value) => {
      this.theme = value
      this.say({ tema: value || null }, "theme")
    })
    const named = columns.filter(({ id }) => id).map(({ id, name }) => [id, name])
    const order = select(texts.sort, [["", texts.by_name], ...named], this.order.replace("-", ""), (value) =>
      this.sort(value, ""),
    )
    theme.dataset.control = "theme"
    order.classList.add("narrow")
    return [theme, order, make("span", "count", fill(texts.rows, { n: count }), { role: "status" })]
  }

  /**
   * @param {string} order
   * @param {string} heading that the keyboard comes back to
   */
  sort(order, heading) {
    this.order = order
    this.say({ sorteret: order || null }, "")
    const headings = /** @type {NodeListOf<HTMLElement>} */ (this.grid.head.querySelectorAll("[data-sort]"))
    ;[...headings].find(({ dataset }) => dataset.sort === heading)?.focus()
  }

  /** @param {string} id of an area, whose numbers are shown below */
  choose(id) {
    this.selected = id
    this.say({ omraade: id }, "")
  }

  /**
   * Draw a choice at once and write it to the address.
   * @param {Changes} choices
   * @param {string} control that the keyboard stays on
   */
  say(choices, control) {
    this.show()
    choose(choices)
    const made = this.controls.querySelector(`[data-control=${control || "none"}] select`)
    if (made instanceof HTMLElement) made.focus()
  }
}

/**
 * @param {string} label
 * @param {string[][]} options
 * @param {string} value
 * @param {(value: string) => void} onchange
 */
function select(label, options, value, onchange) {
  const made = make("select")
  for (const [id, text] of options) made.append(make("option", "", text, { value: id }))
  made.value = value
  made.addEventListener("change", () => onchange(made.value))
  return box("label", "choice", make("span", "", label), made)
}

/** @param {BarometerData} data */
function legendOf({ texts, positions, signs, columns, missing }) {
  const shades = columns.find(({ colours }) => colours)?.colours ?? {}
  const items = SHADES.filter((code) => code in shades).map((code) => {
    const swatch = make("span", "swatch", signs[code])
    swatch.style.setProperty("--back", shades[code].back)
    swatch.style.setProperty("--on", shades[code].ink)
    return box("li", "", swatch, positions[code])
  })
  const plain = box("li", "", make("span", "swatch"), positions.not_compared)
  const lacking = make("span", "swatch missing")
  lacking.style.setProperty("--pattern", missing.not_collected.image)
  const unsure = make("span", "swatch unsure")
  const rest = [texts.moved, texts.older, texts.course].map((text) => make("li", "", text))
  const list = box(
    "ul",
    "",
    ...items,
    plain,
    box("li", "", lacking, missing.not_collected.label),
    box("li", "", unsure, texts.unsure),
    ...rest,
  )
  list.setAttribute("aria-label", texts.legend)
  return [list]
}
