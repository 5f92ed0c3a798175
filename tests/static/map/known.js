// A small map's data for the tests: what the page sends, and the numbers of four areas in three periods.
/** @import { Context, Mode, NamedArea, Point, Values } from "../../../dashboard/static/shared/types.d.ts" */

/** @type {Context["texts"]} */
const TEXTS = new Proxy(/** @type {any} */ ({}), { get: (_all, name) => SENTENCES[String(name)] ?? String(name) })

/** @type {Record<string, string>} */
const SENTENCES = {
  between: "fra {from} til {to}",
  interval: "{low}–{high}",
  interval_below_zero: "fra {low} til {high}",
  source: "Kilde: {title} ({certainty}).",
  source_page: "Kilde: {title}, s. {page} ({certainty}).",
  not_listed: "Ikke på {list}.",
  list_unknown: "Ukendt: {list}.",
}

/**
 * @param {Partial<Mode>} parts
 * @returns {Mode}
 */
export function mode(parts) {
  const colours = ["#1", "#2", "#3"]
  const labels = ["lav", "mellem", "høj"]
  const made = { id: "tal", label: "Tallet", title: "Sigtede", colours, labels, breaks: [10, 20], change: false }
  return { ...made, codes: null, shapes: null, decimals: 1, against: null, ...parts }
}

export const NUMBER = mode({})
export const COUNTRY = mode({ id: "land", breaks: [], codes: ["below", "similar", "above"], against: "country" })
export const CHANGE = mode({ id: "aendring", breaks: [-2, 2], change: true })

/**
 * @param {Partial<Context>} parts
 * @returns {Context}
 */
export function context(parts = {}) {
  const missing = ["hidden", "not_collected", "not_relevant", "too_few", "not_compared"].map((status) => [
    status,
    { label: `<${status}>`, pattern: status, drawing: "", image: `url(${status})` },
  ])
  return {
    script: "",
    files: { catalogue: "", geometry: "", values: "", background: "", marks: "" },
    overlaid: [],
    marked: "housing_area",
    layers: [],
    marks: [],
    lines: [],
    tiles: null,
    within: null,
    choice: {
      indikator: "charges",
      niveau: "municipality",
      aar: "2016",
      farver: "tal",
      fra: null,
      delt: null,
      omraade: null,
      inden_for: null,
      lag: null,
    },
    address: {},
    sentences: {},
    sources: { 2016: "Kilde: Danmarks Statistik." },
    country: {},
    named: {},
    boundaries: "",
    crumbs: [],
    about: { area: null },
    missing: Object.fromEntries(missing),
    comparisons: { country: { above: "over landet" }, municipality: { below: "under kommunen" } },
    trends: { increasing: "Udvikling: stigende" },
    certainties: { A: "●●● kilden", B: "●●○ gengivet" },
    language: "da",
    texts: TEXTS,
    projector: false,
    meeting: false,
    embedded: false,
    height: 560,
    title: "Sigtede",
    groups: ["højest", "næsthøjest", "midt", "næstlavest", "lavest"],
    unplaced: {},
    level: "municipality",
    modes: [NUMBER, COUNTRY, CHANGE],
    format: { locale: "da-DK", unit: "pr. 1.000", decimals: 1 },
    ...parts,
  }
}

/** @type {Values} */
export const VALUES = {
  indicator: "charges",
  statuses: ["shown", "hidden", "not_collected"],
  comparisons: ["", "above", "below", "similar", "not_compared"],
  origins: [["Rapporten", "7", "A", 1]],
  levels: {
    municipality: {
      periods: ["2014", "2015", "2016"],
      areas: {
        a: {
          v: [5, 10, 30],
          lo: [4, 8, 26],
          hi: [6, 13, 34],
          s: [0, 0, 0],
          c: [2, 3, 1],
          m: [0, 0, 2],
          o: [0, 0, 0],
          t: "increasing",
          g: [null, 1, 2],
        },
        b: {
          v: [null, 12, 11],
          lo: [null, null, 9],
          hi: [null, null, 13],
          s: [1, 0, 0],
          c: [0, 4, 3],
          o: [null, 0, 0],
        },
        c: { v: [null, null, null], s: [2, 2, 1] },
      },
    },
  },
}

/**
 * @param {Partial<Point>} parts
 * @returns {Point}
 */
export function point(parts) {
  const nothing = { value: null, low: null, high: null, group: null, edition: null }
  const unknown = { country: undefined, municipality: undefined, trend: undefined, origin: undefined }
  return { status: "shown", ...nothing, ...unknown, ...parts }
}

/**
 * @param {Partial<NamedArea>} parts
 * @returns {NamedArea}
 */
export function area(parts = {}) {
  const notes = { note_da: "", note_en: "", municipality: "" }
  return { id: "a", name: "Aaby", kind: "outline", isHousing: false, marks: [], ...notes, ...parts }
}

/** @param {Partial<import("../../../dashboard/static/shared/types.d.ts").View>} parts */
export function view(parts = {}) {
  /** @type {string | null} */
  const base = null
  return { indicator: "charges", level: "municipality", mode: "tal", period: "2016", base, split: false, ...parts }
}
