// The areas of the map in a list that can be sorted, each with its number and interval on one common scale.
import { button, make } from "../shared/make.js"

const SHOWN = 100 // rows at first; more on demand, so that a long list is not drawn for nobody

export class Ranking {
  constructor(choose) {
    this.choose = choose
    this.element = make("div", "ranking")
    this.sort = "value"
    this.most = SHOWN
  }

  /** `rows`: {area, reading} of every area on the map; `selected`: an area id. */
  show(rows, { texts, title, format }, selected) {
    const collator = new Intl.Collator(format.locale)
    const byName = (a, b) => collator.compare(a.area.name, b.area.name)
    const byValue = (a, b) => (b.reading.value ?? -Infinity) - (a.reading.value ?? -Infinity) || byName(a, b)
    const again = () => this.show(rows, { texts, title, format }, selected)
    const heading = (id, text) => {
      const cell = make("th", "", "", { scope: "col", "aria-sort": this.sort === id ? SORTS[id] : "none" })
      cell.append(button("", `${text}${this.sort === id ? ARROWS[id] : ""}`, () => {
        this.sort = id
        again()
        this.element.querySelector(`[data-sort=${id}]`).focus()
      }, { "data-sort": id }))
      return cell
    }
    const known = rows.flatMap(({ reading: { value, low, high } }) => [value, low, high]).filter((number) => number != null)
    const scale = { from: Math.min(0, ...known), to: Math.max(0, ...known) }
    const sorted = rows.toSorted(this.sort === "name" ? byName : byValue)
    const head = make("tr")
    head.append(heading("name", texts.area), heading("value", title))
    const table = make("table")
    const body = make("tbody")
    body.append(...sorted.slice(0, this.most).map((row) => this.row(row, scale, texts, selected)))
    const thead = make("thead")
    thead.append(head)
    table.append(make("caption", "", texts.ranking_note), thead, body)
    const more = button("more", texts.show_all, () => {
      this.most = Infinity
      again()
    })
    this.element.replaceChildren(table, ...(sorted.length > this.most ? [more] : []))
  }

  row({ area, reading }, scale, texts, selected) {
    const row = make("tr", area.id === selected ? "selected" : "")
    const name = make("th", "", "", { scope: "row" })
    name.append(button("", area.name, () => this.choose(area.id), { "aria-pressed": area.id === selected }))
    const cell = make("td")
    cell.append(make("span", "", reading.text))
    if (reading.value != null) cell.append(whisker(reading, scale))
    if (reading.interval) cell.append(make("span", "spoken", reading.interval))
    row.append(name, cell)
    return row
  }
}

const SORTS = { name: "ascending", value: "descending" }
const ARROWS = { name: " \u25B2", value: " \u25BC" }

/** A dot with its interval as a line, for the eye; the numbers stand beside it as text. */
function whisker({ value, low, high }, { from, to }) {
  const at = (number) => `${(100 * (number - from)) / (to - from || 1)}%`
  const drawn = make("span", "whisker", "", { "aria-hidden": "true" })
  if (low != null) {
    const line = make("i", "line")
    line.style.left = at(low)
    line.style.right = `calc(100% - ${at(high)})`
    drawn.append(line)
  }
  const dot = make("i", "dot")
  dot.style.left = at(value)
  drawn.append(dot)
  return drawn
}
