// Style sheets of an element: each element lives in a tree of its own, which the page's styles do not reach.
import { make } from "./make.js"

/**
 * The links of style sheets, and a promise that they have come. It is rejected with the address of one that has not.
 * @param {ShadowRoot} root
 * @param {string[]} addresses
 */
export function addStyles(root, addresses) {
  const links = addresses.map((href) => Object.assign(make("link"), { rel: "stylesheet", href }))
  const come = Promise.all(links.map(arrival))
  come.catch(() => {}) // told where it is waited for
  root.append(...links)
  return { links, come }
}

/** @param {HTMLLinkElement} link */
function arrival(link) {
  return new Promise((resolve, reject) => {
    Object.assign(link, { onload: resolve, onerror: () => reject(new Error(link.href)) })
  })
}
