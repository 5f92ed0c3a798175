// A bar for developers (`make dev`): how long each run of the page took, from what was sent to the server until the page
// stood still, and how much the server sent for it, before compression. It must run before Streamlit opens its socket.

/** What is counted since the last click. */
const run = { began: performance.now(), bytes: 0, messages: 0, isOver: false }
const STATE = "data-test-script-state"

function begin() {
  Object.assign(run, { began: performance.now(), bytes: 0, messages: 0, isOver: false })
}

/** @param {MessageEvent} event */
function count({ data }) {
  run.bytes += data.byteLength ?? data.size ?? data.length
  run.messages += 1
}

window.WebSocket = class extends WebSocket {
  /**
   * @param {string | URL} url
   * @param {string | string[]} [protocols]
   */
  constructor(url, protocols) {
    super(url, protocols)
    this.addEventListener("message", count)
  }

  /** @param {Parameters<WebSocket["send"]>[0]} data */
  send(data) {
    if (run.isOver) begin()
    super.send(data)
  }
}

const bar = document.createElement("div")
bar.id = "development"
bar.style.cssText =
  "position:fixed;left:0;bottom:0;z-index:1000;padding:2px 8px;font:12px monospace;background:#1b2a3a;color:#fff"

function told() {
  const time = Math.round(performance.now() - run.began)
  return `run ${time} ms · ${(run.bytes / 1000).toFixed(1)} KB · ${run.messages} messages`
}

new MutationObserver(() => {
  const isRunning = document.querySelector(`[${STATE}]`)?.getAttribute(STATE) === "running"
  if (isRunning === !run.isOver) return
  if (isRunning) return begin() // a file was saved
  run.isOver = true
  bar.textContent = told()
  document.body.append(bar)
}).observe(document, { subtree: true, attributes: true, attributeFilter: [STATE] })
