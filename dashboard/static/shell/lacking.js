// Streamlit fetches its own scripts when something needs them, and asks for each only once: what a script that never came
// would have drawn stays an error. So the document is opened anew when the server answers again: at once where it does,
// but once, for a script may be missing for good; or when the line has come back (reconnect.js).

let isLacking = false

/** Open the document anew where it lacks a script. Gives whether it does. */
export function completed() {
  if (isLacking) location.reload()
  return isLacking
}

/** Whether the document was itself opened anew. */
function isReloaded() {
  const [opened] = performance.getEntriesByType("navigation")
  return opened instanceof PerformanceNavigationTiming && opened.type === "reload"
}

async function answers() {
  try {
    return (await fetch("/version", { cache: "no-store" })).ok
  } catch {
    return false
  }
}

addEventListener("vite:preloadError", async () => {
  isLacking = true
  if (!isReloaded() && (await answers())) completed()
})
