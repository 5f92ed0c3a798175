// Elements of the page. Data reaches it through textContent and attributes alone, never as markup.

export function make(tag, className = "", text = "", attributes = {}) {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  return made
}

export function button(className, text, onclick, attributes = {}) {
  return Object.assign(make("button", className, text, { type: "button", ...attributes }), { onclick })
}

/** A labelled input or textarea: `label` is the whole of it. */
export function field(tag, label, attributes = {}) {
  const box = make("label", "field")
  const input = make(tag, "", "", attributes)
  box.append(make("span", "", label), input)
  return { label: box, input }
}

export function makeSvg(tag, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

/** A list to choose from with its label. `options` are [value, text, group] triples; the group may be left out. */
export class Select {
  constructor(onchange) {
    this.label = make("span")
    this.select = make("select")
    this.element = make("label", "choice")
    this.element.append(this.label, this.select)
    this.select.onchange = () => onchange(this.select.value)
  }

  set(label, options, value) {
    this.label.textContent = label
    const written = JSON.stringify(options)
    if (this.written !== written) {
      const groups = new Map()
      this.select.replaceChildren()
      for (const [id, text, group] of options) {
        const option = make("option", "", text, { value: id })
        if (group && !groups.has(group)) groups.set(group, make("optgroup", "", "", { label: group }))
        if (!group) this.select.append(option)
        else groups.get(group).append(option)
      }
      this.select.append(...groups.values())
      this.written = written
    }
    this.select.value = value
  }
}

/** Any number of choices from a list that opens. `options` are [value, text] pairs. */
export class Checks {
  constructor(onchange) {
    this.summary = make("summary")
    this.list = make("div", "checks", "", { role: "group" })
    this.element = make("details", "layers")
    this.element.append(this.summary, this.list)
    this.list.onchange = () => onchange([...this.list.querySelectorAll(":checked")].map(({ value }) => value))
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return
      this.element.open = false
      this.summary.focus()
    })
  }

  set(label, options, chosen) {
    this.summary.textContent = chosen.length ? `${label} (${chosen.length})` : label
    this.list.setAttribute("aria-label", label)
    const written = JSON.stringify(options)
    if (this.written !== written) {
      this.list.replaceChildren(...options.map(([value, text]) => {
        const item = make("label")
        item.append(Object.assign(make("input"), { type: "checkbox", value }), make("span", "", text))
        return item
      }))
      this.written = written
    }
    for (const box of this.list.querySelectorAll("input")) box.checked = chosen.includes(box.value)
  }
}
