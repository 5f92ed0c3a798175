// The picture of the map that the server drew into the document (area_map/first_picture.py) goes when the map has come, or
// when it will not: the page says why, or is another one by now.
import { mapOfPage } from "../shared/page.js"

const picture = document.getElementById("first-picture")

function isOver() {
  const hasMap = mapOfPage()?.querySelector(".map .label, .map path") // what stands in the map is drawn
  const isTold = document.querySelector(
    "[data-testid='stAlert'], [data-testid='stException'], [data-testid='stDialog'], .unloaded",
  )
  const isElsewhere = document.querySelector(
    '[data-drawn]:not([data-drawn*=\'"page": ""\'], [data-drawn*=\'"page": "kort"\'])',
  )
  return Boolean(hasMap || isTold || isElsewhere)
}

const coming = new MutationObserver(follow)

function follow() {
  if (!isOver()) return
  picture?.remove()
  coming.disconnect()
  removeEventListener("map-drawn", follow)
}

if (picture) {
  coming.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-drawn"] })
  addEventListener("map-drawn", follow) // what happens in the map's own root is no change of the document
  follow()
}
