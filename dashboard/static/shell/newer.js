// Which data a page shows, and whether there are newer ones.

const MARK = /(?:^| )st-key-version-([a-z0-9_]+)-([0-9a-f]{12})(?: |$)/

/**
 * The data of a page, from the classes of its foot.
 * @param {string} classes
 * @returns {{ dataset: string, version: string } | null}
 */
export function shownData(classes) {
  const found = MARK.exec(classes)
  return found && { dataset: found[1], version: found[2] }
}

/**
 * @param {{ dataset: string, version: string }} shown
 * @param {Record<string, string>} current the version of each dataset that the server shows now
 */
export function isOutdated(shown, current) {
  return (current[shown.dataset] ?? shown.version) !== shown.version
}
