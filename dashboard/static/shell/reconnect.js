// When the connection comes back, the server may have forgotten the reader: to a new session the first run only tells
// what is on the page, and a click that came with it would be lost. So the page is run once from its address, and what
// the reader does meanwhile is told after that.
import { isConnected } from "../shared/page.js"
import { ask } from "../shared/visit.js"
import { completed } from "./lacking.js"
import { isRunOver } from "./messages.js"

const STATE = "data-test-connection-state"

const sendNow = WebSocket.prototype.send
/** @type {WebSocket | null} the socket that was spoken to last */
let socket = null
/** @type {(() => void)[] | null} what is told when the page has been run; null when nothing is held back */
let held = null

/** @param {Parameters<WebSocket["send"]>[0]} data */
WebSocket.prototype.send = function (data) {
  socket = this
  if (held) held.push(() => sendNow.call(this, data))
  else sendNow.call(this, data)
}

/** With an anchor in the address Streamlit would take it for a jump within the page. */
function runFromAddress() {
  if (location.hash) history.replaceState(history.state, "", location.pathname + location.search)
  ask()
}

/** @param {WebSocket} answering */
function holdUntilRun(answering) {
  const ended = new AbortController()
  const end = () => {
    const waiting = held ?? []
    held = null
    ended.abort()
    return waiting
  }
  /** @param {MessageEvent} event */
  const hear = ({ data }) => {
    if (isRunOver(new Uint8Array(data))) for (const send of end()) send()
  }
  held = []
  answering.addEventListener("message", hear, { signal: ended.signal })
  answering.addEventListener("close", end, { signal: ended.signal })
}

function comeBack() {
  if (completed()) return
  const before = socket
  runFromAddress()
  if (socket && socket !== before) holdUntilRun(socket)
}

let isAway = false
new MutationObserver(() => {
  /** @type {HTMLElement | null} */
  const app = document.querySelector(`[${STATE}]`)
  const hasReturned = isAway && isConnected()
  isAway = !isConnected() && (isAway || app?.dataset.testScriptState !== "initial") // not before the first visit
  if (hasReturned) comeBack()
}).observe(document, { subtree: true, attributes: true, attributeFilter: [STATE] })
