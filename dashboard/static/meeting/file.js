// A text of the browser as a file of the reader's.
import { make } from "../shared/make.js"
import { asText, fileName } from "./agenda.js"
import { load } from "./kept.js"

const FILE_KEPT = 10_000 // ms until the address of a file that was saved is given up

/**
 * @param {string} text
 * @param {string} name
 */
export function saveAsFile(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }))
  make("a", "", "", { href: url, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(url), FILE_KEPT)
}

/** @param {string} untitled what an agenda without a title is called */
export function saveAgenda(untitled) {
  const { agenda } = load()
  saveAsFile(asText(agenda), fileName(agenda, untitled))
}
