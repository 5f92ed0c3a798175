// The words beside the map: the legend, which is its caption, and the card of the selected area.
// Data reaches the page through textContent and attributes alone, never as markup.
import { fill } from "./readings.js"

export function make(tag, className = "", text = "") {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}

function row(swatch, label, marker = "") {
  const item = make("li")
  item.append(swatch, make("span", "class", label))
  if (marker) item.append(make("span", "here", marker))
  return item
}

function swatch(className, colour = "", pattern = "") {
  const made = make("span", `swatch ${className}`)
  made.style.setProperty("--colour", colour)
  made.dataset.pattern = pattern
  return made
}

/** Title, unit and period, the classes with the selected area's place among them, the missing words, the signs. */
export function legend(data, readings, { areas, selected }) {
  const { title, period, labels, source } = data.legend
  const rows = data.colours.map((colour, index) => {
    const here = selected?.reading?.class === index
    return row(swatch("", colour), labels[index], here ? `${selected.name} ${selected.reading.text}` : "")
  })
  for (const status of readings.missingStatuses([...areas.keys()])) {
    const { label, pattern } = data.missing[status]
    rows.push(row(swatch("", "#fff", pattern), label, selected?.reading?.status === status ? selected.name : ""))
  }
  const signs = []
  if (selected) signs.push(row(swatch("selected"), data.texts.selected))
  if (data.listed?.length) signs.push(row(swatch("listed"), data.listed_label))
  const standIns = [...areas.values()].some((area) => area.kind === "stand_in")
  if (standIns) signs.push(row(swatch("stand-in"), data.texts.stand_in))
  const lists = [rows, signs].filter((items) => items.length).map((items) => {
    const list = make("ul")
    list.append(...items)
    return list
  })
  const unit = [data.format.unit, period].filter(Boolean).join(", ")
  return [make("p", "title", title), make("p", "quiet", unit), ...lists, make("p", "quiet", source)]
}

/** The selected area in words: number, interval, period, what its outline is, and the official list. */
export function card(data, area, close) {
  if (!area) return []
  const lines = [area.municipality, area.reading && data.legend.title]
  const button = make("button", "close", "\u00d7")
  button.setAttribute("aria-label", fill(data.texts.close, { name: area.name }))
  button.title = button.getAttribute("aria-label")
  button.onclick = close
  const parts = [button, make("p", "name", area.name), ...lines.filter(Boolean).map((line) => make("p", "quiet", line))]
  if (area.reading) {
    const period = area.reading.status === "shown" ? data.legend.period : ""
    parts.push(make("p", "value", area.reading.text))
    parts.push(make("p", "quiet", [period, area.reading.interval].filter(Boolean).join(" · ")))
    if (area.reading.comparison) parts.push(make("p", "note", area.reading.comparison))
  }
  const placeNote = area[`note_${data.language}`] || (area.kind === "stand_in" && data.texts.stand_in)
  const notes = [placeNote, listNote(data, area)]
  parts.push(...notes.filter(Boolean).map((note) => make("p", "note", note)))
  return parts
}

/** "Not on the list" is said only where the list is known in full. */
function listNote(data, area) {
  if (!area.isHousing || data.listed === null) return ""
  if (area.listed) return data.listed_label
  return data.listed_unknown ? data.texts.list_unknown : data.texts.not_listed
}
