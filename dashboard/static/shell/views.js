// The views of the page: the address of one, and what is seen of it.
import { mapOfPage } from "../shared/page.js"
import { titleOf } from "./added.js"

const MAP = "kort" // the key of the one view that has no heading

/** @param {Element | null | undefined} element */
function text(element) {
  return element?.textContent?.trim() ?? ""
}

/** The indicator and level of the map, by their names. */
function chosenInMap() {
  const map = mapOfPage()
  /** @type {HTMLSelectElement[]} */
  const selects = [...(map?.querySelectorAll("select") ?? [])]
  return selects.slice(0, 2).map((select) => select.selectedOptions[0]?.text ?? "")
}

/**
 * What a view is called.
 * @param {Element} box around a button of it
 * @param {string} key
 * @param {string} otherwise
 */
export function nameOf(box, key, otherwise) {
  const seen = {
    page: text(document.querySelector("[data-testid='stMain'] h1")),
    heading: text(box.closest("[class*='st-key-view-']")?.querySelector("h2")),
    path: location.pathname,
    chosen: key === MAP ? chosenInMap() : null,
  }
  return titleOf(seen, otherwise)
}

/**
 * The address of a view. A map that opens by itself with the newest list is kept as the list that was seen.
 * @param {string} key
 */
export function addressOf(key) {
  const { liste, aar } = (key === MAP && mapOfPage()?.dataset) || {}
  const url = new URL(location.href)
  if (liste && aar) for (const [name, value] of Object.entries({ liste, aar })) url.searchParams.set(name, value)
  return url.href
}
