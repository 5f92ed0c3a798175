// What the browser has made as a file of the reader's.
import { make } from "../shared/make.js"
import { asText, fileName } from "./agenda.js"
import { load } from "./kept.js"

const FILE_KEPT = 10_000 // ms until the address of a file that was saved is given up

/**
 * @param {string} text
 * @param {string} name
 */
export function saveAsFile(text, name) {
  saveBlob(new Blob([text], { type: "application/json" }), name)
}

/**
 * @param {Blob} content
 * @param {string} name
 */
export function saveBlob(content, name) {
  const url = URL.createObjectURL(content)
  make("a", "", "", { href: url, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(url), FILE_KEPT)
}

/** @param {string} untitled what an agenda without a title is called */
export function saveAgenda(untitled) {
  const { agenda } = load()
  saveAsFile(asText(agenda), fileName(agenda, untitled))
}
