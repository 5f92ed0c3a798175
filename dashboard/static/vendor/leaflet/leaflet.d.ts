// The script sets the global `L`, which @types/leaflet describes.
export {}
