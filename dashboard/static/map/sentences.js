// What is said in words beside and on the map, without an element of the page.
/** @import { About, Context, NamedArea, Point, Sign, View } from "../shared/types.d.ts" */
/** @import { Reading, Readings } from "./readings.js" */
import { fill, joined } from "../shared/fill.js"
import { periodText } from "./periods.js"
import { modeOf } from "./readings.js"

/** @typedef {{ className: string, text: string }} Line */

/**
 * The period a map shows in words: 2023, or 2015 to 2023 where it shows a change.
 * @param {Pick<Context, "modes" | "texts">} context
 * @param {Pick<View, "mode" | "period" | "base">} view
 */
export function when(context, view) {
  const to = periodText(view.period)
  return modeOf(context, view).change ? fill(context.texts.between, { from: periodText(view.base ?? ""), to }) : to
}

/**
 * A sentence in pieces: of the areas that it holds open by their ids, those that are named become pieces of their own.
 * @param {string} sentence
 * @param {Record<string, string>} named
 * @returns {{ text: string, id: string | null }[]}
 */
export function pieces(sentence, named) {
  const parts = sentence.split(/\{(\w+)\}/)
  return parts
    .map((part, place) => {
      const id = place % 2 && part in named ? part : null
      return { text: id ? named[id] : place % 2 ? `{${part}}` : part, id }
    })
    .filter(({ text }) => text)
}

/**
 * The classes with the selected area's place among them, then the words for a missing number.
 * @param {Context} context
 * @param {Readings} readings
 * @param {View} view
 * @param {string[]} ids of the areas on the map
 * @param {{ name: string, reading: Reading } | null} selected
 */
export function classRows(context, readings, view, ids, selected) {
  const mode = modeOf(context, view)
  const reading = selected?.reading
  const classes = mode.colours.map((colour, place) => ({
    colour,
    image: "",
    shape: mode.shapes?.[place] ?? "",
    label: mode.labels[place],
    here: reading?.place === place ? `${selected?.name} ${reading.text}` : "",
  }))
  const missing = readings.missingStatuses(ids, mode).map((status) => ({
    colour: "#fff",
    shape: "",
    ...pick(context.missing[status]),
    here: reading?.status === status ? (selected?.name ?? "") : "",
  }))
  return [...classes, ...missing]
}

/** @param {{ label: string, image: string }} entry */
function pick({ label, image }) {
  return { label, image }
}

/**
 * What stands under the legend: borders, source, the owner of the background.
 * @param {Context} context
 * @param {View} view
 */
export function notes({ boundaries, sources, tiles }, view) {
  return [boundaries, sources[view.period], tiles?.attribution ?? ""].filter(Boolean)
}

/**
 * The number of the selected area: value, period and interval, the two periods of a change, verdicts, source.
 * @param {Context} context
 * @param {string} id
 * @param {Readings} readings
 * @param {View} view
 */
export function numberLines(context, id, readings, view) {
  const reading = readings.of(id, view)
  const now = readings.at(id, view.period)
  const isDated = reading.status === "hidden" || reading.value !== null || reading.label
  const time = isDated ? when(context, view) : ""
  const isTwo = modeOf(context, view).change || view.split
  return [
    line("value", reading.text),
    line("quiet", joined([time, reading.interval], " · ")),
    ...(isTwo ? [view.base ?? "", view.period].map((period) => line("", told(context, id, readings, period))) : []),
    ...verdicts(context, reading, now).map((text) => line("verdict", text)),
    ...(now.origin ? [line("quiet", source(context, now.origin))] : []),
  ]
}

/**
 * @param {string} className
 * @param {string} text
 * @returns {Line}
 */
function line(className, text) {
  return { className, text }
}

/**
 * 2023: 12,0 pr. 1.000
 * @param {Context} context
 * @param {string} id
 * @param {Readings} readings
 * @param {string} period
 */
function told({ missing }, id, readings, period) {
  const { status, value } = readings.at(id, period)
  return `${periodText(period)}: ${value === null ? missing[status].label : readings.numbers.amount(value)}`
}

/**
 * @param {Context} context
 * @param {Reading} reading
 * @param {Point} now
 * @returns {string[]}
 */
function verdicts({ comparisons, groups, trends }, reading, now) {
  return [
    reading.isChange ? (reading.verdict ?? "") : "",
    comparisons.country[now.country ?? ""],
    comparisons.municipality[now.municipality ?? ""],
    now.group ? groups[now.group - 1] : "",
    reading.isChange ? "" : trends[now.trend ?? ""], // of all years: beside the change of two it would contradict
  ].filter(Boolean)
}

/**
 * @param {Context} context
 * @param {NonNullable<Point["origin"]>} origin
 */
function source({ texts, certainties }, [title, page, certainty, derived]) {
  const sentence = fill(page ? texts.source_page : texts.source, { title, page, certainty: certainties[certainty] })
  return joined([sentence, derived ? texts.derived : ""], " ")
}

/**
 * What else is known of the selected area: its lists and projects, its place, its part in a scheme.
 * @param {Context} context
 * @param {NamedArea} area
 */
export function facts(context, area) {
  const about = aboutOf(context, area)
  return [...context.marks.map((sign) => signNote(context, area, sign)), ...about.facts].filter(Boolean)
}

export const UNOFFICIAL = /** @type {const} */ (["stand_in", "buildings"]) // kinds of shapes that are drawn dashed

/**
 * What is said of a shape that is not the area's own boundary.
 * @param {Context["texts"]} texts
 * @param {string | undefined} kind
 */
function unofficial(texts, kind) {
  const found = UNOFFICIAL.find((each) => each === kind)
  return found ? texts[found] : ""
}

/**
 * What the page has sent of an area; until it has, what its outline is.
 * @param {Context} context
 * @param {NamedArea} area
 * @returns {Pick<About, "facts" | "links" | "drill">}
 */
export function aboutOf({ about, language, texts }, area) {
  if (about.area === area.id) return about
  const standIn = unofficial(texts, area.kind)
  return { facts: [(area[`note_${language}`] ?? area.note_da) || standIn], links: [], drill: [] }
}

/**
 * "Not on the list" is said only where the list is known in full.
 * @param {Pick<Context, "texts">} context
 * @param {NamedArea} area
 * @param {Sign} sign
 */
export function signNote({ texts }, area, { id, label, list, complete }) {
  const carried = area.marks.find((mark) => mark.id === id)
  if (carried) return joined([label, carried.names?.join(", ")], ": ")
  if (!(area.isHousing && list)) return ""
  return fill(complete ? texts.not_listed : texts.list_unknown, { list: label })
}

/**
 * The lines of the tip over an area, below its name: the rest stands on its card.
 * @param {Pick<Context, "comparisons">} context
 * @param {Reading} reading
 * @param {Point} point
 */
export function tipLines({ comparisons }, reading, point) {
  return [reading.text, reading.interval, reading.verdict ?? comparisons.country[point.country ?? ""]].filter(Boolean)
}

/**
 * What a screen reader says of an area.
 * @param {Pick<Context, "texts">} context
 * @param {NamedArea} area
 * @param {Pick<Reading, "text" | "verdict"> | null} reading
 */
export function spoken({ texts }, area, reading) {
  const name = reading ? `${area.name}: ${reading.text}` : area.name
  const standIn = unofficial(texts, area.kind)
  return joined([name, reading?.verdict, area.municipality, standIn, ...area.marks.map(({ label }) => label)], ", ")
}
