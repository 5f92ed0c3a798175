// What a page shows after its filters (dashboard/selection) is told to screen readers when it changes. Streamlit draws the
// sentence anew with every run, and a region that comes with its text is not read: so a region that stays gets the text.
import { make } from "../shared/make.js"

const status = make("div", "shown-status", "", { role: "status" })
document.body.append(status)
let page = ""

/** Tell what is shown now, if it is something else than before on the same page. */
export function tellShown() {
  const text = document.querySelector(".st-key-shown-now")?.textContent?.trim() ?? ""
  const isNew = page !== location.pathname
  page = location.pathname
  if (text !== status.textContent && text) status.textContent = text
  else if (isNew && !text) status.textContent = ""
}
