// "Føj til dagsorden" under a view: the browser adds the view to its agenda and says so. No server is asked, so it
// answers at once; Streamlit's own run after the click changes nothing.
import { change, linkOf, load, newItem } from "../meeting/agenda.js"
import { button, make } from "../shared/make.js"

const TEXTS = {
  da: {
    added: (title, n) => `»${title}« er føjet til dagsordenen, som nu har ${n === 1 ? "1 punkt" : `${n} punkter`}.`,
    open: "Åbn dagsordenen",
    close: "Luk",
    damaged: "Dagsordenen i denne browser kan ikke læses. Åbn den for at redde det, der kan læses, og prøv så igen.",
    failed: "Browseren gemmer ikke noget. Tillad lagring for siden, og prøv igen.",
    view: "Visning",
  },
  en: {
    added: (title, n) => `“${title}” was added to the agenda, which now has ${n === 1 ? "1 item" : `${n} items`}.`,
    open: "Open the agenda",
    close: "Close",
    damaged: "The agenda in this browser cannot be read. Open it to rescue what can be read, then try again.",
    failed: "The browser keeps nothing. Allow storage for the site and try again.",
    view: "View",
  },
}
const PREFIX = "st-key-agenda-add-"

const status = make("div", "agenda-status", "", { role: "status" })
document.body.append(status)

function say(texts, sentence) {
  const english = texts === TEXTS.en
  const link = make("a", "", texts.open, { href: english ? "/moede?sprog=en" : "/moede" })
  status.replaceChildren(make("p", "", sentence), link, button("", texts.close, () => status.replaceChildren()))
}

const text = (node) => node?.textContent.trim() ?? ""

/** What the reader calls the view: its heading, with the area's name on an area profile; on the map its indicator. */
function titleOf(box, key, texts) {
  const page = text(document.querySelector("[data-testid='stMain'] h1"))
  if (key === "kort") {
    const map = [...document.querySelectorAll("*")].find((node) => node.shadowRoot?.querySelector(".area-map"))?.shadowRoot
    const [indicator, level] = [...map?.querySelectorAll(".choice select") ?? []].map((one) => one.selectedOptions[0]?.text)
    return [indicator, level].filter(Boolean).join(", ") || page
  }
  const heading = text(box.closest("[class*='st-key-view-']")?.querySelector("h2"))
  const ofArea = location.pathname.startsWith("/omraade")
  return [ofArea ? page : "", heading].filter(Boolean).join(": ") || page || texts.view
}

document.addEventListener("click", ({ target }) => {
  const box = target.closest?.("button") && target.closest(`[class*="${PREFIX}"]`)
  if (!box) return
  const texts = TEXTS[document.documentElement.lang] ?? TEXTS.da
  if (load().damaged !== null) return say(texts, texts.damaged)
  const key = [...box.classList].find((name) => name.startsWith(PREFIX)).slice(PREFIX.length)
  const item = newItem({ title: titleOf(box, key, texts), view: linkOf(location.href, key) })
  if (!change(({ items }) => items.push(item))) return say(texts, texts.failed)
  say(texts, texts.added(item.title, load().agenda.items.length))
})
