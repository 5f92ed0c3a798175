// The page around the elements.

/** Whether the page has come to an end, so that it will say no more by itself. */
export function isStill() {
  /** @type {HTMLElement | null} */
  const app = document.querySelector("[data-testid='stApp']")
  return app?.dataset.testScriptState === "notRunning"
}
