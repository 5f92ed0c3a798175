// The words beside the map: the legend, which is its caption, and the card of the selected area.
import { button, make } from "./make.js"
import { fill, periodText } from "./readings.js"

function row(swatch, label, marker = "") {
  const item = make("li")
  item.append(swatch, make("span", "class", label))
  if (marker) item.append(make("span", "here", marker))
  return item
}

function swatch(className, colour = "", pattern = "") {
  const made = make("span", `swatch ${className}`)
  made.style.setProperty("--colour", colour)
  made.style.setProperty("--pattern", pattern)
  return made
}

/** The period a map shows in words: 2023, or 2015 to 2023 where it shows a change. */
export function when(data, { mode, period, base }) {
  const change = data.modes.find(({ id }) => id === mode).change
  return change ? fill(data.texts.between, { from: periodText(base), to: periodText(period) }) : periodText(period)
}

/** Title, unit and period, the classes with the selected area's place among them, the missing words, the signs. */
export function legend(data, readings, view, { areas, selected, reading }) {
  const mode = data.modes.find(({ id }) => id === view.mode)
  const rows = mode.colours.map((colour, index) => {
    const here = reading && reading.class === index
    return row(swatch("", colour), mode.labels[index], here ? `${selected.name} ${reading.text}` : "")
  })
  for (const status of readings.missingStatuses(areas.map(({ id }) => id), mode)) {
    const { label, image } = data.missing[status]
    rows.push(row(swatch("", "#fff", image), label, reading?.status === status ? selected.name : ""))
  }
  const signs = []
  if (selected) signs.push(row(swatch("selected"), data.texts.selected))
  if (areas.some((area) => area.kind === "stand_in")) signs.push(row(swatch("stand-in"), data.texts.stand_in))
  for (const { sign, label } of data.marks) signs.push(row(make("span", "badge", sign), label))
  for (const { label, dash } of data.lines) signs.push(row(lineSwatch(dash), label))
  const lists = [rows, signs].filter((items) => items.length).map((items) => {
    const list = make("ul")
    list.append(...items)
    return list
  })
  const unit = [data.format.unit, when(data, view)].filter(Boolean).join(", ")
  const notes = [data.boundaries, data.sources[view.period], data.tiles?.attribution].filter(Boolean)
  return [
    make("p", "title", mode.title), make("p", "quiet", unit), ...lists, ...notes.map((note) => make("p", "quiet", note)),
  ]
}

function lineSwatch(dash) {
  const made = make("span", "swatch line")
  made.style.borderTopStyle = dash ? "dashed" : "solid"
  return made
}

/** The selected area in words: number, interval, rank group, verdicts, source, what its outline is, its lists. */
export function card(data, area, readings, view, actions) {
  if (!area) return []
  const close = button("close", "\u00d7", actions.close)
  close.title = fill(data.texts.close, { name: area.name })
  close.setAttribute("aria-label", close.title)
  const parts = [close, make("p", "name", area.name), make("p", "quiet", [area.municipality, data.title].filter(Boolean).join(" · "))]
  if (actions.coloured) parts.push(...numbers(data, area, readings, view))
  const placeNote = (area[`note_${data.language}`] ?? area.note_da) || (area.kind === "stand_in" && data.texts.stand_in)
  const marks = data.marks.map((mark) => markNote(data, area, mark))
  const about = data.about.area === area.id ? data.about : { facts: [placeNote], drill: [], links: [] }
  parts.push(...[...marks, ...about.facts].filter(Boolean).map((note) => make("p", "note", note)))
  const links = make("p", "links")
  for (const { label, changes } of about.drill) links.append(button("drill", label, () => actions.say(changes)))
  for (const { label, page, changes } of about.links) {
    const link = make("a", "", label, { href: actions.address(page, changes) })
    link.onclick = (event) => actions.open(event, page, changes)
    links.append(link)
  }
  return [...parts, links]
}

function numbers(data, area, readings, view) {
  const { texts } = data
  const reading = readings.of(area.id, view)
  const parts = [make("p", "value", reading.text)]
  const time = reading.status === "hidden" || reading.value != null ? when(data, view) : ""
  parts.push(make("p", "quiet", [time, reading.interval].filter(Boolean).join(" · ")))
  const now = readings.at(area.id, view.period)
  const mode = data.modes.find(({ id }) => id === view.mode)
  if (mode.change || view.split) {
    const before = readings.at(area.id, view.base)
    const told = (point) => (point.status === "shown" ? readings.amount(point.value) : data.missing[point.status].label)
    parts.push(make("p", "", `${periodText(view.base)}: ${told(before)}`), make("p", "", `${periodText(view.period)}: ${told(now)}`))
  }
  const verdicts = [
    mode.change ? reading.verdict : "", data.comparisons.country[now.country], data.comparisons.municipality[now.municipality],
    now.group ? fill(data.group, { group: now.group }) : "", data.trends[now.trend],
  ]
  parts.push(...verdicts.filter(Boolean).map((words) => make("p", "verdict", words)))
  if (now.origin) {
    const [title, page, certainty, derived] = now.origin
    const source = fill(page ? texts.source_page : texts.source, { title, page, certainty })
    parts.push(make("p", "quiet", [source, derived && texts.derived].filter(Boolean).join(" ")))
  }
  return parts
}

/** "Not on the list" is said only where the list is known in full. */
function markNote(data, area, mark) {
  const note = area.marks.find(({ id }) => id === mark.id)
  if (note) return [mark.label, note.names?.join(", ")].filter(Boolean).join(": ")
  if (!area.isHousing || !mark.list) return ""
  return fill(mark.complete ? data.texts.not_listed : data.texts.list_unknown, { list: mark.label })
}
