// Elements of the page. Data reaches it through textContent and attributes alone, never as markup.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {string} text
 * @param {Record<string, unknown>} attributes
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, className = "", text = "", attributes = {}) {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  setAttributes(made, attributes)
  return made
}

/**
 * An element around others.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {(Node | string)[]} children
 */
export function box(tag, className, ...children) {
  const made = make(tag, className)
  made.append(...children)
  return made
}

/**
 * @param {string} className
 * @param {string} text
 * @param {(event: MouseEvent) => unknown} onclick
 * @param {Record<string, unknown>} attributes
 */
export function button(className, text, onclick, attributes = {}) {
  return Object.assign(make("button", className, text, { type: "button", ...attributes }), { onclick })
}

/**
 * A labelled input or textarea: `label` is the whole of it.
 * @param {"input" | "textarea"} tag
 * @param {string} label
 * @param {Record<string, unknown>} attributes
 */
export function field(tag, label, attributes = {}) {
  const input = make(tag, "", "", attributes)
  return { label: box("label", "field", make("span", "", label), input), input }
}

/**
 * @param {keyof SVGElementTagNameMap} tag
 * @param {Record<string, unknown>} attributes
 * @param {Node[]} children
 */
export function makeSvg(tag, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag)
  setAttributes(made, attributes)
  made.append(...children)
  return made
}

/**
 * @param {Element} element
 * @param {Record<string, unknown>} attributes
 */
function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
}
