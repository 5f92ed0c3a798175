// The menu's groups (dashboard/ui/menu.py): a button unfolds its pages, one group at a time. Their links stand in the
// document from the start, so no server is asked.

const MENU = ".st-key-menu nav"
const WORDS = ":scope > ul > li > :first-child" // the buttons and links of the row
const ALONG = ["ArrowDown", "ArrowUp"] // within a group
const ACROSS = ["ArrowRight", "ArrowLeft"]
const ENDS = ["Home", "End"]

/**
 * Where a key leads from one of `count` places in a row; past an end it goes to the other.
 * @param {string} key
 * @param {number} at -1 before the first
 * @param {number} count
 */
export function placeAfter(key, at, count) {
  if (ENDS.includes(key)) return key === "Home" ? 0 : count - 1
  const isOnwards = key === "ArrowDown" || key === "ArrowRight"
  return isOnwards ? (at + 1) % count : (Math.max(at, 0) - 1 + count) % count
}

let standing = -1 // the place of the open group in the row

/** @returns {Element[]} */
const groups = () => [...document.querySelectorAll(`${MENU} > ul > li`)]

/**
 * @param {Element} button
 * @param {boolean} isOpen
 */
function unfold(button, isOpen) {
  standing = isOpen ? groups().findIndex((group) => group.contains(button)) : -1
  button.setAttribute("aria-expanded", String(isOpen))
  button.nextElementSibling?.toggleAttribute("hidden", !isOpen)
}

/** @returns {HTMLElement | null} the button of the group that is open */
const opened = () => document.querySelector(`${MENU} [aria-expanded="true"]`)

/** @param {Element | null} [except] */
function close(except) {
  const button = opened()
  if (button && button !== except) unfold(button, false)
}

/** Open the group again that was open when the page drew the menu anew. */
export function keepOpen() {
  const button = opened() ? null : groups()[standing]?.querySelector(":scope > button")
  if (button) unfold(button, true)
}

/** @param {Element} button */
function toggle(button) {
  close(button)
  unfold(button, button.getAttribute("aria-expanded") !== "true")
}

/**
 * @param {string} key
 * @param {NodeListOf<HTMLElement>} row
 * @param {Element | null | undefined} from
 */
function go(key, row, from) {
  row[placeAfter(key, [...row].indexOf(/** @type {HTMLElement} */ (from)), row.length)]?.focus()
}

/**
 * An arrow, Home or End in the menu: down a group, which opens for it, or across the row, which closes it.
 * @param {string} key
 * @param {Element} at
 * @param {Element} menu
 */
function move(key, at, menu) {
  if (key === "ArrowDown" && at.matches("[aria-expanded='false']")) toggle(at)
  const word = [...menu.querySelectorAll(WORDS)].find(({ parentElement }) => parentElement?.contains(at))
  const pages = ACROSS.includes(key) ? null : word?.parentElement?.querySelector("ul:not([hidden])")
  if (pages) return go(key, pages.querySelectorAll("a"), at)
  if (ALONG.includes(key)) return
  close()
  go(key, menu.querySelectorAll(WORDS), word)
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const at = document.activeElement
  const menu = at?.closest(MENU)
  if (event.key === "Escape") {
    opened()?.focus()
    close()
  } else if (at && menu && [...ALONG, ...ACROSS, ...ENDS].includes(event.key)) {
    event.preventDefault()
    move(event.key, at, menu)
  }
}

/** @param {MouseEvent} event */
function onClick({ target }) {
  const button = target instanceof Element ? target.closest(`${MENU} button`) : null
  if (button) toggle(button)
  else close()
}

/** @param {FocusEvent} event */
function onFocus({ target }) {
  if (target instanceof Element && !opened()?.parentElement?.contains(target)) close()
}

if (globalThis.document) {
  addEventListener("keydown", onKey)
  addEventListener("click", onClick, { capture: true })
  addEventListener("focusin", onFocus)
}
