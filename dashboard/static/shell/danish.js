// Streamlit's own few words are English and cannot be set from Python.

const DANISH = new Map([
  ["Skip to main content", "Spring til indhold"],
  ["Main menu", "Hovedmenu"],
  ["Link to heading", "Link til overskriften"],
  ["Fullscreen", "Fuld skærm"],
  ["Close fullscreen", "Luk fuld skærm"],
  ["Download as CSV", "Hent som CSV"],
  ["Download as PNG", "Hent som PNG"],
  ["Download as SVG", "Hent som SVG"],
  ["Search", "Søg"],
  ["Show/hide columns", "Vis eller skjul kolonner"],
  ["Show toolbar", "Vis værktøjslinje"],
  ["Clear all", "Ryd alle"],
  ["Clear value", "Ryd"],
  ["Select all", "Vælg alle"],
  ["Open", "Åbn"],
  ["Close", "Luk"],
  ["Dismiss", "Luk"],
  ["Choose date", "Vælg dato"],
  ["Clear date", "Ryd dato"],
  ["Choose an option", "Vælg"],
  ["Choose options", "Vælg"],
  ["No results", "Ingen resultater"],
  ["No options to select", "Ingen valgmuligheder"],
  ["No options to select.", "Ingen valgmuligheder."],
  ["Running...", "Arbejder …"],
  ["Connecting", "Forbinder"],
  ["Connection error", "Forbindelsen er afbrudt"],
  ["Copy to clipboard", "Kopiér"],
  ["Zoom in", "Zoom ind"],
  ["Zoom out", "Zoom ud"],
  ["Reset axes", "Nulstil akser"],
  ["Autoscale", "Tilpas akser"],
  ["Pan", "Panorér"],
])

/**
 * A text of Streamlit's in Danish; null where it is none of the known.
 * @param {string | null} text
 */
export function inDanish(text) {
  return DANISH.get(text?.trim() ?? "") ?? null
}
