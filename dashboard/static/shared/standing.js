// What stands in the element of a page from one drawing of it to the next.
/** @import { Component } from "./types.d.ts" */

/**
 * How an element draws: what stands there is made once, told of each drawing, and taken away with the page. A drawing
 * that was overtaken while it loaded is taken away by Streamlit as well; what stands there by then is the later one's.
 * @template {Component<any, any, any>} Drawn
 * @template {{ update(component: Drawn): unknown, remove(): void }} Thing
 * @param {(component: Drawn, found: Thing | undefined) => Thing} made what is to stand there, given what stood there
 */
export function standing(made) {
  /** @type {WeakMap<ShadowRoot, { thing: Thing, component: Drawn }>} */
  const all = new WeakMap() // by the element's root, with its latest drawing

  /** @param {Drawn} component */
  return async (component) => {
    const root = component.parentElement
    const thing = made(component, all.get(root)?.thing)
    all.set(root, { thing, component })
    await thing.update(component)
    return () => {
      if (all.get(root)?.component !== component) return
      thing.remove()
      all.delete(root)
    }
  }
}
