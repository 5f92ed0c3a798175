// What the server says over its socket, as far as the page beside Streamlit needs it (Streamlit's ForwardMsg, protobuf).

const SCRIPT_FINISHED = 6 // the field's number
const ENDS = [0, 1] // finished, and did not compile; after the others more is to come
const VARINT = 0
const LENGTH = 2
const FIXED = new Map([
  [1, 8],
  [5, 4],
]) // bytes, by the kind of field

/**
 * Whether a message says that a run of the page is over.
 * @param {Uint8Array} bytes
 */
export function isRunOver(bytes) {
  const reader = new Reader(bytes)
  while (!reader.isAtEnd) {
    const key = reader.number()
    const kind = key % 8
    if (kind === VARINT) {
      const value = reader.number()
      if (Math.floor(key / 8) === SCRIPT_FINISHED) return ENDS.includes(value)
    } else reader.skip(kind === LENGTH ? reader.number() : (FIXED.get(kind) ?? Number.POSITIVE_INFINITY))
  }
  return false
}

class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes
    this.place = 0
  }

  get isAtEnd() {
    return this.place >= this.bytes.length
  }

  /** A number in groups of seven bits, the least first. */
  number() {
    let value = 0
    let unit = 1
    let byte = 0x80
    for (; byte >= 0x80 && !this.isAtEnd; unit *= 0x80) {
      byte = this.bytes[this.place++]
      value += (byte % 0x80) * unit
    }
    return value
  }

  /** @param {number} count of bytes */
  skip(count) {
    this.place += count
  }
}
