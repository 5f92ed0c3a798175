// What Python sends to each element of the page (`component.data`) and what the element tells it back. A test holds the
// names of texts and fields to those that Python sends.

/** What Streamlit hands an element at every run. Told once is a trigger, kept by the page is a state. */
export interface Component<Data, Triggers, States = Record<never, never>> {
  parentElement: ShadowRoot
  data: Data
  setTriggerValue<Name extends keyof Triggers>(name: Name, value: Triggers[Name]): void
  setStateValue<Name extends keyof States>(name: Name, value: States[Name]): void
}

/** Sentences by name; places in braces are filled in here. */
type Texts<Name extends string> = Record<Name, string>

/** Choices by their names in the address. */
export type Choices = Record<string, string>

/** Changes of choices; null drops one. */
export type Changes = Record<string, string | null>

/** A page of ours by its path, "" for the start page, and its choices. */
export interface Place {
  page: string
  choices: Choices
}

// The map (dashboard/maps.py)

export type MapTexts = Texts<
  | "map"
  | "skip"
  | "keys"
  | "two_fingers"
  | "zoom_in"
  | "zoom_out"
  | "home"
  | "close"
  | "interval"
  | "interval_below_zero"
  | "between"
  | "selected"
  | "stand_in"
  | "buildings"
  | "not_listed"
  | "list_unknown"
  | "layers"
  | "indicator"
  | "level"
  | "mode"
  | "since"
  | "compared_with"
  | "split"
  | "period"
  | "play"
  | "pause"
  | "shows"
  | "change"
  | "legend"
  | "ranking"
  | "ranking_note"
  | "country_note"
  | "highest"
  | "lowest"
  | "without_place"
  | "inset"
  | "area"
  | "show_all"
  | "show_few"
  | "show_list"
  | "increased"
  | "decreased"
  | "unsure"
  | "source"
  | "source_page"
  | "derived"
  | "path"
  | "failed"
  | "tiles_failed"
  | "retry"
>

/** What the map is given at each choice: words and addresses, and no number of an area. */
export interface MapData {
  script: string
  files: { catalogue: string; geometry: string; values: string; background: string; marks: string }
  overlaid: string[]
  marked: string | null
  layers: { id: string; label: string }[]
  marks: Sign[]
  lines: { id: string; label: string; dash: boolean; url: string }[]
  tiles: Tiles | null
  within: string | null
  choice: MapChoice
  address: Choices
  sentences: Record<string, Record<string, string>>
  sources: Record<string, string>
  country: Record<string, number>
  named: Record<string, string>
  boundaries: string
  crumbs: { id: string | null; name: string }[]
  about: About | { area: null }
  missing: Record<string, { label: string; pattern: string; drawing: string; image: string }>
  comparisons: { country: Record<string, string>; municipality: Record<string, string> }
  trends: Record<string, string>
  certainties: Record<string, string>
  format: { locale: string }
  language: "da" | "en"
  texts: MapTexts
  projector: boolean
  meeting: boolean
  embedded: boolean
  height: number
}

/** The choices as they stand in the address, null for what is not chosen. */
export interface MapChoice {
  indikator: string
  niveau: string
  aar: string
  farver: string
  fra: string | null
  delt: string | null
  omraade: string | null
  inden_for: string | null
  lag: string | null
}

/** A sign on the map; `id` says where the file of marks has its areas. */
export interface Sign {
  id: string
  sign: string
  label: string
  list: boolean
  complete: boolean
}

export interface Tiles {
  url: string
  name: string
  attribution: string
  max_zoom: number
}

/** What else is said of the chosen area. */
export interface About {
  area: string
  facts: string[]
  links: { label: string; page: string; changes: Record<string, string> }[]
  drill: { label: string; changes: Changes }[]
}

// The files a map is drawn from (dashboard/maps.py: catalogue, dashboard/web_files.py)

export interface Catalogue {
  levels: Record<string, string>
  indicators: Indicator[]
}

/**
 * `levels` are the colourings it has on each level, `fullest` the level it is first shown on. An official list stands
 * here too, by its kind, with the marks of every year and the names of the areas that have no place.
 */
export interface Indicator {
  id: string
  list?: string
  unplaced?: Record<string, string>
  values?: Values
  title: string
  theme: string
  unit: string
  decimals: number
  groups: string[]
  levels: Record<string, string[]>
  fullest: string
  modes: Record<string, Mode>
}

/**
 * A colouring. A comparison has `codes` for classes instead of `breaks`, a list marks of `shapes` too. A number lies in
 * the class of what is printed of it, with `decimals`.
 */
export interface Mode {
  id: string
  label: string
  title: string
  colours: string[]
  labels: string[]
  breaks: number[]
  change: boolean
  codes: string[] | null
  shapes: string[] | null
  decimals: number
  against: "country" | "municipality" | null
}

/** An indicator's numbers on every level. Lists are by period; most hold places in the lists at the top. */
export interface Values {
  indicator: string
  statuses: string[]
  comparisons: string[]
  origins?: Origin[]
  editions?: string[]
  levels: Record<string, LevelValues>
}

export interface LevelValues {
  periods: string[]
  areas: Record<string, Series>
}

/** Title and page of the source, certainty, whether derived. */
export type Origin = [title: string, page: string, certainty: string, derived: number]

export interface Series {
  v: (number | null)[]
  s: number[]
  lo?: (number | null)[]
  hi?: (number | null)[]
  c?: number[]
  o?: (number | null)[]
  e?: (number | null)[]
  g?: (number | null)[]
  m?: number[]
  t?: string
}

/** Areas of lists and roles by name; of projects the names by area. */
export type Marks = Record<string, Record<string, string[]>>

export interface AreaProperties {
  name: string
  kind: string
  note_da: string
  note_en: string
  municipality: string
  within?: string[]
}

export type AreaFeature = import("geojson").Feature<import("geojson").Geometry, AreaProperties> & { id: string }
export type Collection<Properties> = import("geojson").FeatureCollection<import("geojson").Geometry, Properties>
export type AreaCollection = Omit<Collection<AreaProperties>, "features"> & { features: AreaFeature[] }
export type Background = Collection<{ kind: string }>
export type Lines = Collection<{ name: string }>

export interface Files {
  shapes: AreaCollection
  overlay: AreaCollection | null
  background: Background
  values: Values
}

// What the scripts of the map make of it

/** What the reader sees, ahead of the page at times. */
export interface View {
  indicator: string
  level: string
  mode: string
  period: string
  base: string | null
  split: boolean
}

/** What the page sent, with the words of the indicator that is shown. */
export interface Context extends MapData {
  title: string
  groups: string[]
  unplaced: Record<string, string>
  level: string
  modes: Mode[]
  format: { locale: string; unit: string; decimals: number }
}

/** A sign with the areas that carry it and, for projects, the names that belong to each. */
export interface Mark extends Sign {
  on: Map<string, string[] | null>
}

export interface Line {
  id: string
  label: string
  dash: boolean
  url: string
  content: Lines
}

/** Everything of a choice that does not depend on the indicator. */
export interface Sent {
  data: MapData
  catalogue: Catalogue
  lines: Line[]
  marks: Mark[]
}

/** What is known of an area in a period, as the file has it. */
export interface Point {
  status: string
  value: number | null
  low: number | null
  high: number | null
  group: number | null
  country: string | undefined
  municipality: string | undefined
  trend: string | undefined
  edition: number | null
  origin: Origin | undefined
}

/** The part of an area that can be told in words. */
export interface NamedArea {
  id: string
  name: string
  kind: string
  note_da: string
  note_en: string
  municipality: string
  isHousing: boolean
  marks: (Sign & { names: string[] | null | undefined })[]
}

// The agenda and the meeting (dashboard/agenda.py, dashboard/show_meeting.py)

export interface Item {
  id: string
  title: string
  view: string
  minutes: number
  note: string
  decision: string
  responsible: string
  seen?: Seen | null
  last?: Last | null
}

/** What the view of an item showed (dashboard/meeting/memory.py). */
export interface Seen {
  day: string
  version: string
  sentence: string
  numbers: SeenNumber[]
}

export interface SeenNumber {
  id: string
  label: string
  value: number | null
  low: number | null
  high: number | null
  decimals: number
  unit: string
  period: string
  ground: string
}

/** What the last meeting said of an item. */
export interface Last {
  day: string
  decision: string
  responsible: string
  seen: Seen | null
}

export type MemoryTexts = Texts<
  | "last"
  | "undated"
  | "undecided"
  | "responsible"
  | "was"
  | "stood"
  | "unchanged"
  | "moved"
  | "lost"
  | "renewed"
  | "unknown"
  | "up"
  | "down"
  | "up_unsure"
  | "down_unsure"
  | "same"
  | "incomparable"
  | "gone"
  | "rest"
>

export interface Agenda {
  format: string
  version: number
  title: string
  date: string
  place: string
  start: string
  items: Item[]
}

/** An agenda as Python has read it, with a sentence for every fault in it. */
export interface ReadAgenda {
  agenda: Omit<Agenda, "format" | "version">
  faults: string[]
}

export type EditorTexts = Texts<
  | "language"
  | "locale"
  | "failed"
  | "title"
  | "date"
  | "start"
  | "place"
  | "minutes"
  | "view"
  | "note"
  | "decision"
  | "responsible"
  | "none"
  | "untitled"
  | "item"
  | "starts"
  | "starts_after"
  | "total"
  | "total_to"
  | "up"
  | "down"
  | "moved"
  | "remove"
  | "remove_this"
  | "removed"
  | "undo"
  | "undone"
  | "open"
  | "open_this"
  | "paste"
  | "minutes_short"
  | "spoken"
  | "next"
  | "next_made"
  | "since"
  | "add_link"
  | "add_spoken"
  | "added"
  | "full"
  | "wrong_link"
  | "start_meeting"
  | "example"
  | "example_loaded"
  | "save"
  | "load"
  | "share"
  | "clear"
  | "cleared"
  | "saved"
  | "loaded"
  | "link"
  | "copied"
  | "copy"
  | "long_link"
  | "offer"
  | "offered"
  | "held"
  | "holds_none"
  | "use"
  | "keep"
  | "faults"
  | "original"
  | "get_original"
  | "unkept"
  | "clock"
  | "reset_clock"
  | "clock_reset"
>

export interface EditorData {
  script: string
  texts: EditorTexts
  memory: MemoryTexts
  described: Record<string, string>
  titles: Record<string, string>
  example: ReadAgenda["agenda"]
  pages: string[]
  faults: string[]
  offered: ReadAgenda | null
  answer: (ReadAgenda & { id: string }) | null
}

export interface EditorTriggers {
  read: { id: string; text: string }
  settled: true
}

export interface EditorStates {
  agenda: string
}

export type BarTexts = Texts<
  | "locale"
  | "failed"
  | "bar"
  | "progress"
  | "place"
  | "untitled"
  | "empty"
  | "previous"
  | "next"
  | "notes"
  | "full"
  | "end"
  | "note"
  | "decision"
  | "responsible"
  | "more"
  | "used"
  | "used_of"
  | "over"
  | "now"
  | "unkept"
  | "save"
>

export interface BarData {
  script: string
  texts: BarTexts
  memory: MemoryTexts
  seen: Seen | null
  pages: string[]
  number: number
  spoken: boolean
}

// Every page (dashboard/web/document_data.py)

export type AddedTexts = Texts<
  "one" | "many" | "open" | "close" | "damaged" | "full" | "unkept" | "save" | "saved" | "untitled" | "view"
>

export type SharedTexts = Texts<
  "link_copied" | "citation_copied" | "embed_copied" | "by_hand" | "copied_text" | "picture_made" | "no_picture"
>

/** What stands beside a view for "Del" (dashboard/ui/sharing.py). */
export interface SharedView {
  key: string
  name: string
  heading: string
  sentence: string
  foot: string[]
  mark: string
  citation: string
}

export type BehindTexts = Texts<"behind" | "cut" | "gaveIn">
export type NewerTexts = Texts<"sentence" | "reload" | "close">

/** What dashboard/web/document_data.py describes. */
export interface DocumentData {
  languages: Record<string, string>
  readers: string[]
  drawn: string[]
  added: Record<string, AddedTexts>
  shared: Record<string, SharedTexts>
  behind: Record<string, BehindTexts>
  newer: Record<string, NewerTexts>
}

// The barometer (dashboard/barometer/element_data.py, dashboard/prepare/barometer_files.py)

export type BarometerTexts = Texts<
  | "grid"
  | "area"
  | "theme"
  | "all_themes"
  | "sort"
  | "by_name"
  | "keys"
  | "profile"
  | "interval"
  | "held"
  | "latest"
  | "legend"
  | "older"
  | "unsure"
  | "moved"
  | "course"
  | "rows"
  | "printed"
  | "failed"
  | "retry"
>

export interface BarometerData {
  script: string
  file: string
  columns: BarometerColumn[]
  areas: string[]
  reference: string
  held: Record<string, { codes: string; values: Record<string, number> }> | null
  choice: { tema: string; sorteret: string; omraade: string }
  address: Choices
  profile: string
  positions: Record<string, string>
  signs: Record<string, string>
  changes: Record<string, string>
  missing: Record<string, { label: string; image: string }>
  certainties: Record<string, string>
  format: { locale: string }
  texts: BarometerTexts
  projector: boolean
  meeting: boolean
}

/** A number of a theme; one without an id stands for a theme that nobody has numbers of. */
export interface BarometerColumn {
  id: string
  theme: string
  group: string
  name: string
  unit?: string
  decimals?: number
  newest?: string
  colours?: Record<string, { back: string; ink: string }>
}

/** The cells of an instrument on a level: lists by area, most of places in the lists at the top. */
export interface BarometerFile {
  areas: string[]
  names: string[]
  within: string[]
  statuses: string[]
  comparisons: string[]
  verdicts: string[]
  certainties: string[]
  columns: Record<string, BarometerCells>
}

/** v value, lo and hi, s status, y period, t verdict, k certainty, g group by rank, p course; c_ and r_ by reference. */
export type BarometerCells = {
  v: (number | null)[]
  lo: (number | null)[]
  hi: (number | null)[]
  s: (number | null)[]
  y: (string | null)[]
  t: (number | null)[]
  k: (number | null)[]
  p: (string | null)[]
} & Record<`c_${string}` | `r_${string}`, (number | null)[] | undefined>

// The search (dashboard/show_search.py)

export type SearchTexts = Texts<"hint" | "none" | "one" | "some" | "many" | "more" | "at" | "place" | "failed">

export interface SearchData {
  script: string
  areas: string
  id: string
  label: string
  value: string
  placeholder: string
  left_out: string[]
  levels: Record<string, string>
  texts: SearchTexts
}

export interface SearchTriggers {
  area: string
}

/** A row of the prepared search file. */
export type SearchRow = [id: string, name: string, aliases: string, level: string, municipality: string, town: string]
