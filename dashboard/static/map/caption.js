// The words beside the map: the legend, which is its caption, and the card of the selected area.
/** @import { Changes, Context, NamedArea, View } from "../shared/types.d.ts" */
/** @import { Reading, Readings } from "./readings.js" */
import { fill, joined } from "../shared/fill.js"
import { box, button, make } from "../shared/make.js"
import { periodText } from "./periods.js"
import { modeOf } from "./readings.js"
import { aboutOf, classRows, facts, notes, numberLines, UNOFFICIAL, when } from "./sentences.js"

/**
 * @typedef {object} Actions
 * @property {() => void} close
 * @property {(changes: Changes) => void} say
 * @property {(page: string, changes: Changes) => string} address
 * @property {(event: MouseEvent, page: string, changes: Changes) => void} open
 */

/**
 * @param {Node} swatch
 * @param {string} label
 */
function row(swatch, label, here = "") {
  const item = box("li", "", swatch, make("span", "class", label))
  if (here) item.append(make("span", "here", here))
  return item
}

/** @param {string} className */
function swatch(className, colour = "", image = "", shape = "") {
  const made = make("span", `swatch ${className}`, "", shape ? { "data-shape": shape } : {})
  made.style.setProperty("--colour", colour)
  made.style.setProperty("--pattern", image)
  return made
}

/** @param {boolean} dash */
function lineSwatch(dash) {
  const made = make("span", "swatch line")
  made.style.borderTopStyle = dash ? "dashed" : "solid"
  return made
}

/**
 * Title, unit and period, the classes, the missing words, the signs and lines, the notes.
 * @param {Context} context
 * @param {Readings} readings
 * @param {View} view
 * @param {NamedArea[]} areas on the map
 * @param {{ area: NamedArea, reading: Reading | null } | null} selected
 */
export function legend(context, readings, view, areas, selected) {
  const here = selected?.reading ? { name: selected.area.name, reading: selected.reading } : null
  const ids = areas.map(({ id }) => id)
  const classes = classRows(context, readings, view, ids, here).map((one) =>
    row(swatch("", one.colour, one.image, one.shape), one.label, one.here),
  )
  const lists = [classes, signs(context, areas, Boolean(selected))].filter((items) => items.length)
  return [
    box(
      "p",
      "heading",
      make("span", "title", modeOf(context, view).title),
      make("span", "quiet", joined([context.format.unit, when(context, view)], ", ")),
    ),
    ...lists.map((items) => box("ul", "", ...items)),
    make("p", "quiet notes", notes(context, view).join(" ")),
  ]
}

/**
 * The standing of an area in every year of an official list, as a strip of marks.
 * @param {Context} context
 * @param {string} id
 * @param {Readings} readings
 * @param {View} view
 */
function strip(context, id, readings, view) {
  const mode = modeOf(context, view)
  if (!mode.shapes) return []
  const years = readings.periods.map((period) => {
    const { place, text } = readings.of(id, { ...view, period })
    const made = swatch("", mode.colours[place ?? -1], "", mode.shapes?.[place ?? -1])
    const said = make("span", "spoken", `: ${text}`)
    return box("li", period === view.period ? "now" : "", made, make("span", "", periodText(period)), said)
  })
  return [box("ol", "strip", ...years)]
}

/**
 * @param {Context} context
 * @param {NamedArea[]} areas
 * @param {boolean} isSelected
 */
function signs({ texts, marks, lines }, areas, isSelected) {
  const found = []
  if (isSelected) found.push(row(swatch("selected"), texts.selected))
  for (const unofficial of UNOFFICIAL) {
    if (areas.some(({ kind }) => kind === unofficial)) found.push(row(swatch("stand-in"), texts[unofficial]))
  }
  for (const { sign, label } of marks) found.push(row(make("span", "badge", sign), label))
  for (const { label, dash } of lines) found.push(row(lineSwatch(dash), label))
  return found
}

/**
 * The selected area in words: number, interval, rank group, verdicts, source, what its outline is, its lists.
 * @param {Context} context
 * @param {NamedArea} area
 * @param {Readings | null} readings null where the area is of another level than the coloured one
 * @param {View} view
 * @param {Actions} actions
 */
export function card(context, area, readings, view, actions) {
  const name = fill(context.texts.close, { name: area.name })
  const lines = readings ? numberLines(context, area.id, readings, view) : []
  return [
    button("close", "\u00d7", actions.close, { title: name, "aria-label": name }),
    make("p", "name", area.name),
    make("p", "quiet", joined([area.municipality, context.title], " · ")),
    ...lines.filter(({ text }) => text).map(({ className, text }) => make("p", className, text)),
    ...(readings ? strip(context, area.id, readings, view) : []),
    links(context, area, actions),
    ...facts(context, area).map((note) => make("p", "note", note)),
  ]
}

/**
 * @param {Context} context
 * @param {NamedArea} area
 * @param {Actions} actions
 */
function links(context, area, actions) {
  const about = aboutOf(context, area)
  const drill = about.drill.map(({ label, changes }) => button("drill", label, () => actions.say(changes)))
  const pages = about.links.map(({ label, page, changes }) => {
    const link = make("a", "", label, { href: actions.address(page, changes) })
    link.onclick = (event) => actions.open(event, page, changes)
    return link
  })
  return box("p", "links", ...pages, ...drill)
}
