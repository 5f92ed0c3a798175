// Streamlit's own words are English and cannot be set from Python: what a reader can meet of them, in Danish. A place in
// braces stands for anything. A test holds every English text to Streamlit's scripts as they are installed.

const LONGEST = 300 // characters: no text of Streamlit's is longer
const PLACE = /\{(\w+)\}/g
const NUMBERS = ["n", "year", "code"]
const SILENT = "Barometeret svarer ikke. Kontrollér forbindelsen. Siden prøver igen af sig selv."

/** @type {[english: string, danish: string][]} */
const WORDS = [
  // The frame
  ["Skip to main content", "Spring til indhold"],
  ["Main menu", "Hovedmenu"],
  ["Notifications", "Beskeder"],
  ["Toolbar action", "Handling"],
  ["Link to heading", "Link til overskriften"],
  ["Close", "Luk"],
  ["Dismiss", "Luk"],
  ["Help", "Hjælp"],
  ["Help for {name}", "Hjælp til {name}"],
  ["view more", "vis mere"],
  ["view less", "vis mindre"],
  // The connection, and a page that is not there
  ["Running...", "Arbejder …"],
  ["Connecting", "Forbinder"],
  ["Connecting to Streamlit server", "Forbinder til barometeret"],
  ["Unable to connect to Streamlit server", "Ingen forbindelse til barometeret"],
  ["Connection error", "Forbindelsen er afbrudt"],
  ["Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:", SILENT],
  ["Streamlit server is not responding. Are you connected to the internet?", SILENT],
  ["Connection timed out.", SILENT],
  ["Connection failed with status {code}.", "Serveren svarede med fejl {code}. Siden prøver igen af sig selv."],
  [
    "Connection failed with status {code}, and response:",
    "Serveren svarede med fejl {code}. Siden prøver igen af sig selv.",
  ],
  [
    "Cannot connect to Streamlit (HTTP status: 403). If you are trying to access a Streamlit app running on another server, this could be due to the app's",
    "Barometeret afviste forbindelsen (fejl 403). Det kan skyldes opsætningen af",
  ],
  ["settings.", "hos dem, der driver barometeret."],
  ["Connection closed", "Forbindelsen blev afbrudt"],
  ["Request timed out", "Der kom ikke svar i tide"],
  ["Bad message format", "Et svar fra barometeret kunne ikke læses"],
  ["Script execution error", "Fejl i programmet"],
  ["No message", "Ingen besked"],
  ["Page not found", "Siden findes ikke"],
  [
    "You have requested page /{page}, but no corresponding file was found in the app's pages/ directory. Running the app's main page.",
    "Siden /{page} findes ikke. Her vises startsiden.",
  ],
  [
    "The page that you have requested does not seem to exist. Running the app's main page.",
    "Siden findes ikke. Her vises startsiden.",
  ],
  // Choices
  ["Open", "Åbn"],
  ["Clear all", "Ryd alle"],
  ["Clear value", "Ryd"],
  ["Clear entry", "Ryd"],
  ["Select all", "Vælg alle"],
  ["Selected values", "Valgte"],
  ["Select...", "Vælg"],
  ["Choose an option", "Vælg"],
  ["Choose options", "Vælg"],
  ["Selectbox", "Valg"],
  ["Selectbox options", "Valgmuligheder"],
  ["Multiselect", "Valg"],
  ["Multiselect options", "Valgmuligheder"],
  ["No results", "Ingen resultater"],
  ["No options to select", "Ingen valgmuligheder"],
  ["No options to select.", "Ingen valgmuligheder."],
  ["Remove {name}", "Fjern {name}"],
  ["You can only select up to {n} option. Remove an option first.", "Der kan højst vælges {n}. Fjern én først."],
  ["You can only select up to {n} options. Remove an option first.", "Der kan højst vælges {n}. Fjern én først."],
  ["Show suggestions", "Vis forslag"],
  ["Suggestions", "Forslag"],
  ["{n} option available.", "{n} valgmulighed."],
  ["{n} options available.", "{n} valgmuligheder."],
  ["{name}, selected", "{name}, valgt"],
  ["Choose date", "Vælg dato"],
  ["Choose date, {month}", "Vælg dato, {month}"],
  ["Clear date", "Ryd dato"],
  ["day, {name}", "dag, {name}"],
  ["month, {name}", "måned, {name}"],
  ["year, {name}", "år, {name}"],
  ["Empty", "Tom"],
  ["Previous month", "Forrige måned"],
  ["Next month", "Næste måned"],
  [
    "Use arrow keys to navigate dates. Enter to select. Escape to close.",
    "Piletaster går fra dato til dato, Enter vælger, Esc lukker.",
  ],
  // Files that are handed in
  ["Upload", "Vælg filer"],
  ["Add files", "Tilføj filer"],
  ["Upload directories", "Vælg mapper"],
  ["Drag and drop a file here", "Træk en fil hertil"],
  ["{size} per file", "{size} pr. fil"],
  // Tables and charts
  ["Scrollable table", "Tabel, der kan rulles"],
  ["Fullscreen", "Fuld skærm"],
  ["Close fullscreen", "Luk fuld skærm"],
  ["Search", "Søg"],
  ["Close Search", "Luk søgningen"],
  ["Next Result", "Næste resultat"],
  ["Previous Result", "Forrige resultat"],
  ["Show/hide columns", "Vis eller skjul kolonner"],
  ["Dataframe column menu", "Kolonnens menu"],
  ["Sort ascending", "Sortér stigende"],
  ["Sort descending", "Sortér faldende"],
  ["Autosize", "Tilpas bredden"],
  ["Pin column", "Fastgør kolonnen"],
  ["Unpin column", "Frigør kolonnen"],
  ["Hide column", "Skjul kolonnen"],
  ["Copy column name", "Kopiér kolonnens navn"],
  ["Statistics", "Statistik"],
  ["Clear selection", "Ryd markeringen"],
  ["Loading...", "Henter …"],
  ["Zoom in", "Zoom ind"],
  ["Zoom out", "Zoom ud"],
  ["Reset axes", "Nulstil akser"],
  ["Autoscale", "Tilpas akser"],
  ["Pan", "Panorér"],
  ["Box Select", "Vælg med rektangel"],
  ["Lasso Select", "Vælg med lasso"],
  ["Double-click to zoom back out", "Dobbeltklik for at zoome ud igen"],
  ["Double-click on legend to isolate one trace", "Dobbeltklik i signaturen for at se én linje alene"],
  ["Download plot as a PNG", "Hent figuren som PNG"],
  // Files and copies
  ["Download as CSV", "Hent som CSV"],
  ["Download failed", "Filen kunne ikke hentes"],
  ["Copy to clipboard", "Kopiér"],
  ["Copied", "Kopieret"],
]

// In the field of a date, where Streamlit asks for English whatever the browser speaks.
const MONTHS = {
  January: "januar",
  February: "februar",
  March: "marts",
  April: "april",
  May: "maj",
  June: "juni",
  July: "juli",
  August: "august",
  September: "september",
  October: "oktober",
  November: "november",
  December: "december",
}
for (const [english, danish] of Object.entries(MONTHS)) {
  WORDS.push([`{n} – ${english}`, `{n} – ${danish}`])
  WORDS.push([`Selected Date: ${english} {n}, {year}`, `Valgt dato: {n}. ${danish} {year}`])
}

const EXACT = new Map(WORDS.filter(([english]) => !english.includes("{")))
const PATTERNS = WORDS.filter(([english]) => english.includes("{")).map(([english, danish]) => ({
  english: new RegExp(`^${english.replace(/[.*+?()]/g, "\\$&").replace(PLACE, place)}$`),
  danish: danish.replace(PLACE, "$<$1>"),
}))

/**
 * @param {string} _braces
 * @param {string} name
 */
function place(_braces, name) {
  return `(?<${name}>${NUMBERS.includes(name) ? "\\d+" : ".+?"})`
}

/**
 * A text of Streamlit's in Danish, with the space around it; null where it is none of the known.
 * @param {string | null} text
 */
export function inDanish(text) {
  const middle = text?.trim()
  if (!text || !middle || middle.length > LONGEST) return null
  const english = middle.replace(/\s+/g, " ")
  const danish = EXACT.get(english) ?? filled(english)
  return danish === null ? null : text.replace(middle, () => danish)
}

/** @param {string} text */
function filled(text) {
  const pattern = PATTERNS.find(({ english }) => english.test(text))
  return pattern ? text.replace(pattern.english, pattern.danish) : null
}
