// The page around the elements.

/** @returns {DOMStringMap} */
function said() {
  /** @type {HTMLElement | null} */
  const app = document.querySelector("[data-testid='stApp']")
  return app?.dataset ?? {}
}

/** Whether the page has come to an end, so that it will say no more by itself. */
export function isStill() {
  return said().testScriptState === "notRunning"
}

/** Whether the line to the server is known to be there. */
export function isConnected() {
  return said().testConnectionState === "CONNECTED"
}

/** The map of the page, which stands in a root of its own. */
export function mapOfPage() {
  const roots = [...document.querySelectorAll("*")].map(({ shadowRoot }) => shadowRoot)
  const maps = roots.map((root) => /** @type {HTMLElement | undefined | null} */ (root?.querySelector(".area-map")))
  return maps.find(Boolean)
}
