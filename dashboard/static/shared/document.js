// What the server wrote into the document for the scripts (dashboard/web/document_data.py).
/** @import { DocumentData } from "./types.d.ts" */

/** @returns {DocumentData} */
export function documentData() {
  return JSON.parse(document.getElementById("document-data")?.textContent ?? "")
}
