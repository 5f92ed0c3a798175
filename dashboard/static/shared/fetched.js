// Files that an element is drawn from, each fetched once by its address and kept.

/** @type {Map<string, Promise<any>>} */
const files = new Map() // address -> promise of its content; a failed one is forgotten, so the next try asks again

/** Something that is needed did not come. */
export class FileError extends Error {}

/** @param {string} address */
async function get(address) {
  const response = await fetch(address).catch(() => {
    throw new FileError(address)
  })
  if (!response.ok) throw new FileError(`${response.status} ${address}`)
  return response.json()
}

/**
 * The content of a file; of no address nothing. What it holds is known by who asks.
 * @param {string | null} address
 * @returns {Promise<any>}
 */
export async function fetchOnce(address) {
  if (!address) return null
  const kept = files.get(address)
  if (kept) return kept
  const answer = get(address)
  answer.catch(() => files.delete(address))
  files.set(address, answer)
  return answer
}
