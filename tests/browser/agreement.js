// What a page shows beside what its address says: every disagreement in words. Run in the page by agreement.py.
() => {
  const root = document.documentElement
  const choices = new URLSearchParams(location.search)
  const language = choices.get("sprog") ?? "da"
  const found = []
  const expect = (what, shown, said) => shown === said || found.push(`${what}: ${shown}, the address says ${said}`)
  const deep = (selector) =>
    [...document.querySelectorAll("*")].map(({ shadowRoot }) => shadowRoot?.querySelector(selector)).find(Boolean)
  const sorted = (pairs) => JSON.stringify([...pairs].sort())
  const text = (selector) => document.querySelector(selector)?.textContent ?? ""

  const drawn = JSON.parse(document.querySelector("[data-drawn]")?.dataset.drawn ?? "{}")
  expect("page", drawn.page, location.pathname.split("/").pop())
  expect("choices", sorted(Object.entries(drawn.choices ?? {})), sorted(choices))
  if (!document.querySelector("[data-testid='stMain'] :is(h1, h2)")) found.push("the screen is empty")
  const banner = text(".st-key-messages")
  expect("fictitious", /Fiktive tal:|Fictitious figures:/.test(banner), choices.get("datasaet") === "example")
  expect("language of the document", root.lang, language)
  if (choices.get("visning") === "moede") {
    const place = deep(".bar .place")?.textContent.split(" ")[0]
    if (place) expect("item of the bar", place, choices.get("punkt") ?? "1")
  } else {
    const [named] = /Strateg[iy]$/.exec(text(".st-key-menu a[href*='strategi']")) ?? []
    if (named) expect("language of the menu", named === "Strategi" ? "da" : "en", language)
  }
  const slider = deep(".area-map input.year")
  if (slider && choices.has("aar")) expect("period of the map", slider.getAttribute("aria-valuetext"), choices.get("aar"))
  return found
}
