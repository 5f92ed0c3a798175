// A link to one view of a page (`vis`) leads to it: it is brought into sight, and stays there while what is above it comes,
// until the reader does something.
import { choicesOf } from "../shared/address.js"

const DOINGS = ["wheel", "touchstart", "pointerdown", "keydown"]
const { vis, visning } = choicesOf(location.search)

if (vis && visning !== "moede" && visning !== "indlejret") {
  const done = new AbortController()
  const selector = `.st-key-view-${CSS.escape(vis)}, .st-key-onwards-${CSS.escape(vis)}`
  const show = () => document.querySelector(selector)?.scrollIntoView()
  const seen = new ResizeObserver(show)
  const coming = new MutationObserver(() => {
    const view = document.querySelector(selector)
    const page = view && document.querySelector(".block-container")
    if (!page) return
    coming.disconnect()
    seen.observe(page)
  })
  coming.observe(document.documentElement, { subtree: true, childList: true })
  for (const doing of DOINGS) {
    addEventListener(doing, () => done.abort(), { capture: true, passive: true, signal: done.signal })
  }
  done.signal.addEventListener("abort", () => {
    coming.disconnect()
    seen.disconnect()
  })
}
