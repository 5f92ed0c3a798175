// Leaflet, which its script leaves in the global scope.
import "../vendor/leaflet/leaflet.js"

/** @type {typeof import("leaflet")} */
export const L = Reflect.get(globalThis, "L")

// Flat transforms: a compositing layer for each of 1,500 markers is slow to paint.
Object.assign(L.Browser, { ie3d: true })
