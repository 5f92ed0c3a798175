// The prepared files a map is drawn from, each fetched once by its address and kept.

const files = new Map() // address -> promise of its content; a failed one is forgotten, so the next try asks again

/** Something the map needs did not come. */
export class FileError extends Error {}

async function get(address) {
  let response
  try {
    response = await fetch(address)
  } catch {
    throw new FileError(address)
  }
  if (!response.ok) throw new FileError(`${response.status} ${address}`)
  return response.json()
}

export function fetchOnce(address) {
  if (!address) return null
  if (!files.has(address)) {
    const answer = get(address)
    answer.catch(() => files.delete(address))
    files.set(address, answer)
  }
  return files.get(address)
}

/** The shapes of a level, the marks on top of it, the land, and an indicator's numbers. */
export async function load({ files: addresses, overlaid, marked }, { indicator, level }) {
  const geometry = (name) => addresses.geometry.replace("{level}", name)
  const wanted = [
    geometry(level), overlaid.includes(level) ? geometry(marked) : null, addresses.background,
    addresses.values.replace("{indicator}", indicator),
  ]
  const [shapes, overlay, background, values] = await Promise.all(wanted.map(fetchOnce))
  return { shapes, overlay, background, values }
}
