// "New data have come": said on a page that was drawn from older data, which stay until the reader asks for the new.
// A running meeting is not disturbed: it names no version, and its next item shows the new data by itself.
import { documentData } from "../shared/document.js"
import { button, make } from "../shared/make.js"
import { isOutdated, shownData } from "./newer.js"

const EVERY = 60_000 // ms

const { newer } = documentData()

const status = make("div", "data-status", "", { role: "status" })
document.body.prepend(status) // first for the Tab key
let unwanted = "" // the version of which the reader has closed the notice

const shown = () => shownData(document.querySelector("[class*='st-key-version-']")?.className ?? "")

/** Ask the server what it shows now, if somebody is looking at a page that shows data. */
async function look() {
  if (document.visibilityState !== "visible" || !shown()) return
  try {
    const answer = await fetch("/version", { cache: "no-store" })
    if (answer.ok) tell(await answer.json())
  } catch {} // not reached: the next time
}

/** @param {Record<string, string>} current */
function tell(current) {
  const data = shown() // after the answer: the page may have been drawn anew meanwhile
  if (!data || !isOutdated(data, current) || current[data.dataset] === unwanted) status.replaceChildren()
  else if (!status.firstChild) say(current[data.dataset])
}

/** @param {string} version the newer one */
function say(version) {
  const texts = newer[document.documentElement.lang]
  const close = () => {
    unwanted = version
    status.replaceChildren()
  }
  status.append(
    make("p", "", texts.sentence),
    button("", texts.reload, () => location.reload()),
    button("", texts.close, close),
  )
}

setInterval(look, EVERY)
addEventListener("focus", look)
document.addEventListener("visibilitychange", look)
