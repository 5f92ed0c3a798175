// How an area looks and what it is called, from the numbers in `hideout`.
window.peer = {
  style(feature, { hideout: { values, breaks, colours } }) {
    const value = values[feature.properties.at]
    const at = breaks.findIndex((bound) => value <= bound)
    const fillColor = value == null ? "#ffffff" : colours[at < 0 ? breaks.length : at]
    return { fillColor, fillOpacity: 1, weight: 1, color: "#53606e" }
  },
  name(feature, layer) {
    layer.bindTooltip(feature.properties.name)
  },
}
