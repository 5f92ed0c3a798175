// Lists to choose from, written again only when they hold something else: an open one must not close under the hand.
import { box, make } from "../shared/make.js"

/** @typedef {[value: string, text: string, group?: string]} Option */

/** A list to choose one from, with its label. */
export class Select {
  written = ""

  /** @param {(value: string) => void} onchange */
  constructor(onchange) {
    this.label = make("span")
    this.select = make("select")
    this.element = box("label", "choice", this.label, this.select)
    this.select.onchange = () => onchange(this.select.value)
  }

  /**
   * @param {string} label
   * @param {Option[]} options
   * @param {string | null} value
   */
  set(label, options, value) {
    this.label.textContent = label
    const written = JSON.stringify(options)
    if (this.written !== written) this.select.replaceChildren(...grouped(options))
    this.written = written
    this.select.value = value ?? ""
  }
}

/**
 * Those of no group first, then each group under its name.
 * @param {Option[]} options
 */
function grouped(options) {
  const groups = new Map(options.filter(([, , name]) => name).map(([, , name]) => [name, makeGroup(name ?? "")]))
  const single = []
  for (const [value, text, name] of options) {
    const option = make("option", "", text, { value })
    const group = groups.get(name)
    if (group) group.append(option)
    else single.push(option)
  }
  return [...single, ...groups.values()]
}

/** @param {string} label */
function makeGroup(label) {
  return make("optgroup", "", "", { label })
}

/** Any number of choices from a list. */
export class Checks {
  written = ""

  /** @param {(values: string[]) => void} onchange */
  constructor(onchange) {
    this.legend = make("legend")
    this.list = make("div", "checks")
    this.element = box("fieldset", "layers", this.legend, this.list)
    this.list.onchange = () => onchange(this.boxes.filter(({ checked }) => checked).map(({ value }) => value))
  }

  get boxes() {
    return [...this.list.querySelectorAll("input")]
  }

  /**
   * @param {string} label
   * @param {Option[]} options
   * @param {string[]} chosen
   */
  set(label, options, chosen) {
    this.legend.textContent = label
    const written = JSON.stringify(options)
    if (this.written !== written) this.list.replaceChildren(...options.map(check))
    this.written = written
    for (const one of this.boxes) one.checked = chosen.includes(one.value)
  }
}

/** @param {Option} option */
function check([value, text]) {
  return box("label", "", Object.assign(make("input"), { type: "checkbox", value }), make("span", "", text))
}
