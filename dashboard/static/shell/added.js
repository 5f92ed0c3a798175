// What is said when a view was put on the agenda, in the two languages of the document.

export const TEXTS = {
  da: {
    one: "»{title}« er føjet til dagsordenen, som nu har 1 punkt.",
    many: "»{title}« er føjet til dagsordenen, som nu har {n} punkter.",
    open: "Åbn dagsordenen",
    close: "Luk",
    damaged: "Dagsordenen i denne browser kan ikke læses. Åbn den for at redde det, der kan læses, og prøv så igen.",
    full: "Dagsordenen kan højst have 200 punkter. Fjern et for at tilføje et andet.",
    failed: "Browseren gemmer ikke noget. Tillad lagring for siden, og prøv igen.",
    view: "Visning",
    agenda: "/moede",
  },
  en: {
    one: "“{title}” was added to the agenda, which now has 1 item.",
    many: "“{title}” was added to the agenda, which now has {n} items.",
    open: "Open the agenda",
    close: "Close",
    damaged: "The agenda in this browser cannot be read. Open it to rescue what can be read, then try again.",
    full: "The agenda can have at most 200 items. Remove one to add another.",
    failed: "The browser keeps nothing. Allow storage for the site and try again.",
    view: "View",
    agenda: "/moede?sprog=en",
  },
}

/** @typedef {typeof TEXTS.da} Texts */

/** @param {string} language */
export function textsIn(language) {
  return language === "en" ? TEXTS.en : TEXTS.da
}

/**
 * What the reader calls a view: its heading, with the area's name on an area profile; on the map what is chosen in it.
 * @param {{ page: string, heading: string, path: string, chosen: string[] | null }} seen
 * @param {string} otherwise
 */
export function titleOf({ page, heading, path, chosen }, otherwise) {
  if (chosen) return chosen.filter(Boolean).join(", ") || page || otherwise
  const ofArea = path.startsWith("/omraade") ? page : ""
  return [ofArea, heading].filter(Boolean).join(": ") || page || otherwise
}

/**
 * The key of the view whose button has these classes: `st-key-agenda-add-compared` -> compared.
 * @param {Iterable<string>} classes
 * @param {string} prefix
 */
export function keyIn(classes, prefix) {
  return [...classes].find((name) => name.startsWith(prefix))?.slice(prefix.length) ?? ""
}
