import "./adding.js"

// Streamlit's own few words are English and cannot be set from Python: say them in the document's language. Language
// and projector mode stand in the address; keep the document in step when they change without a reload.
const DANISH = {
  "Skip to main content": "Spring til indhold",
  "Main menu": "Hovedmenu",
  "Link to heading": "Link til overskriften",
  "Fullscreen": "Fuld skærm",
  "Close fullscreen": "Luk fuld skærm",
  "Download as CSV": "Hent som CSV",
  "Download as PNG": "Hent som PNG",
  "Download as SVG": "Hent som SVG",
  "Search": "Søg",
  "Show/hide columns": "Vis eller skjul kolonner",
  "Show toolbar": "Vis værktøjslinje",
  "Clear all": "Ryd alle",
  "Clear value": "Ryd",
  "Select all": "Vælg alle",
  "Open": "Åbn",
  "Close": "Luk",
  "Dismiss": "Luk",
  "Choose date": "Vælg dato",
  "Clear date": "Ryd dato",
  "Choose an option": "Vælg",
  "Choose options": "Vælg",
  "No results": "Ingen resultater",
  "No options to select": "Ingen valgmuligheder",
  "No options to select.": "Ingen valgmuligheder.",
  "Running...": "Arbejder …",
  "Connecting": "Forbinder",
  "Connection error": "Forbindelsen er afbrudt",
  "Copy to clipboard": "Kopiér",
  "Zoom in": "Zoom ind",
  "Zoom out": "Zoom ud",
  "Reset axes": "Nulstil akser",
  "Autoscale": "Tilpas akser",
  "Pan": "Panorér",
};
const ATTRIBUTES = ["aria-label", "title", "placeholder", "data-title", "alt"];

const asked = (name) => new URLSearchParams(location.search).get(name);
const LANGUAGES = document.querySelector("meta[name=languages]").content.split(" ");
const language = () => LANGUAGES.includes(asked("sprog")) ? asked("sprog") : LANGUAGES[0];

function translate(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const danish = DANISH[node.data.trim()];
    if (danish) node.data = danish;
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  for (const name of ATTRIBUTES) {
    const danish = DANISH[node.getAttribute(name)];
    if (danish) node.setAttribute(name, danish);
  }
  for (const child of node.childNodes) translate(child);
}

function follow(changes) {
  const root = document.documentElement;
  if (root.lang !== language()) root.lang = language();
  if (root.dataset.visning !== (asked("visning") ?? "")) root.dataset.visning = asked("visning") ?? "";
  // A table or formula wider than a telephone scrolls sideways: let the keyboard reach it (WCAG 2.1.1).
  document.querySelectorAll(":is([data-testid='stTable'] > div, .katex-display):not([tabindex])").forEach((frame) => {
    frame.tabIndex = 0;
  });
  // Where a telephone shows a table as a list, every cell says which column it is of (shell.css).
  document.querySelectorAll("[data-testid='stTable'] td:not([data-heading])").forEach((cell) => {
    cell.dataset.heading = cell.closest("table").tHead?.rows[0]?.cells[cell.cellIndex]?.textContent.trim() ?? "";
  });
  if (language() !== "da") return;
  for (const change of changes) {
    if (change.type === "childList") change.addedNodes.forEach(translate);
    else translate(change.target);
  }
}

follow([{ type: "childList", addedNodes: [document.documentElement] }]);
new MutationObserver(follow).observe(document.documentElement, {
  subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
});

// A chart is as wide as the window it was drawn in: on paper it is made smaller, so that nothing is cut off and two
// small ones stand beside each other.
const PAPER_WIDTH = 700; // CSS pixels between the margins of an A4 page
const charts = () => document.querySelectorAll("[data-testid='stPlotlyChart']");
addEventListener("beforeprint", () => charts().forEach((chart) => {
  chart.style.zoom = Math.min(0.9, PAPER_WIDTH / chart.offsetWidth);
}));
addEventListener("afterprint", () => charts().forEach((chart) => { chart.style.zoom = ""; }));

// Streamlit changes page and choices in two steps of the browser's history, of which the first is a page with the
// choices of another: make it one, so that Back goes to where the reader was.
const AT_ONCE = 400; // ms between the two
const push = history.pushState.bind(history);
let pushed = -Infinity; // when only the choices were changed last
history.pushState = (state, unused, address) => {
  const { pathname, search } = new URL(address ?? "", location.href);
  const isSecond = pathname !== location.pathname && search === location.search && performance.now() - pushed < AT_ONCE;
  pushed = pathname === location.pathname ? performance.now() : -Infinity;
  if (isSecond) history.replaceState(state, unused, address);
  else push(state, unused, address);
};

// Streamlit follows a link to other choices of the same page without writing them in the address: write them there, so
// that reload, Back and a shared link keep them.
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-testid='stPageLink-NavLink']");
  const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (link && isPlain && link.pathname === location.pathname && link.search !== location.search) {
    history.pushState(null, "", link.href);
  }
}, { capture: true });
