// The area map: one or two Leaflet maps with their controls and caption. Python sends choices and words; geometry,
// numbers and the catalogue of indicators are fetched once by address and kept. So every choice is drawn here at once,
// and written to the address, which the page with its sentences follows: a period when the hand lets go.
/** @import { Catalogue, Changes, Component, Lines, MapData } from "../shared/types.d.ts" */
/** @import { Marks, Sent, View } from "../shared/types.d.ts" */
import { changesOf, choicesOf } from "../shared/address.js"
import { FileError, fetchOnce } from "../shared/fetched.js"
import { button, make } from "../shared/make.js"
import { standing } from "../shared/standing.js"
import { addStyles } from "../shared/styles.js"
import { arrived, changes, choose } from "../shared/visit.js"
import { load } from "./files.js"
import { areasOf } from "./marks.js"
import { indicatorOf, Scene, Shown } from "./scene.js"
import { subjectOf, viewOf, withIndicator, withPeriods } from "./view.js"

/** @typedef {Component<MapData, Record<never, never>>} MapComponent */

const STYLES = ["../vendor/leaflet/leaflet.css", "map.css"].map((name) => new URL(name, import.meta.url).href)

const draw = standing((/** @type {MapComponent} */ component, /** @type {AreaMap | undefined} */ found) => {
  return found ?? new AreaMap(component.parentElement, component)
})
export default draw

class AreaMap {
  /** @type {Scene | null} */
  scene = null // until the first files have come
  turn = {} // the choice of an indicator that counts, of several in a row
  leaving = new AbortController()

  /**
   * @param {ShadowRoot} root
   * @param {MapComponent} component
   */
  constructor(root, component) {
    this.component = component
    this.problem = make("div", "problem", "", { role: "alert" })
    this.frame = make("div", "area-map")
    this.frame.hidden = true
    root.append(this.problem, this.frame)
    this.styles = addStyles(root, STYLES).come
    const follow = () => this.isCurrent && this.update(this.component) // the address may have come back to the page
    changes.addEventListener("change", follow, { signal: this.leaving.signal })
  }

  /** Whether the page was drawn from the address as it stands now. */
  get isCurrent() {
    return Object.keys(changesOf(this.component.data.address, choicesOf(location.search))).length === 0
  }

  remove() {
    this.leaving.abort()
    this.scene?.remove()
    this.frame.remove()
    this.problem.remove()
  }

  /**
   * Load first, then draw: until everything has come, or if something never comes, the last good map stays.
   * @param {MapComponent} component
   */
  async update(component) {
    const { data } = component
    this.component = component
    if (this.isCurrent) arrived()
    const again = () => this.update(this.component)
    await this.attempt(again, async () => {
      const sent = await sentWith(data)
      const view = this.nextView()
      const files = await load(data, view, indicatorOf(sent, view).values)
      await this.styles.catch((problem) => {
        throw new FileError(problem.message)
      })
      if (this.component.data === data) this.show(sent, view, new Shown(sent, view, files))
    })
  }

  /**
   * @param {Sent} sent
   * @param {View} loaded the view that the files are of
   * @param {Shown} shown
   */
  show(sent, loaded, shown) {
    const { data } = sent
    this.frame.hidden = false
    this.frame.classList.toggle("projector", data.projector)
    this.frame.classList.toggle("meeting", data.meeting)
    this.frame.classList.toggle("embedded", data.embedded)
    this.scene ??= new Scene(this.frame, this, shown)
    this.scene.shown.sent = sent
    const view = this.nextView()
    if (view.indicator !== loaded.indicator || view.level !== loaded.level) return // a later choice is on its way
    if (view !== this.scene.view) this.scene.selected = data.choice.omraade
    shown.view = view
    if (this.isCurrent) this.scene.aside.ranking.order = data.address.rangliste ?? null
    this.scene.show(shown)
    if (this.isCurrent) this.scene.goTo(data.address.udsnit ?? null)
    this.scene.approach()
    this.frame.dispatchEvent(new Event("map-drawn", { bubbles: true, composed: true })) // for shell/first.js
  }

  /**
   * Do what needs files; where they do not come, say so and offer to try again.
   * @param {() => void} again
   * @param {() => Promise<void>} work
   */
  async attempt(again, work) {
    try {
      await work()
      if (this.scene) this.problem.replaceChildren()
    } catch (problem) {
      if (!(problem instanceof FileError)) throw problem
      const { failed, retry } = this.component.data.texts
      this.problem.replaceChildren(make("p", "", failed), button("", retry, again))
    }
  }

  tilesFailed() {
    this.problem.replaceChildren(make("p", "", this.component.data.texts.tiles_failed))
  }

  /**
   * Write choices to the address by their names there, with what the map is of: a link opens what was seen.
   * @param {Changes} choices
   */
  say(choices) {
    const { scene } = this
    choose({ ...(scene ? subjectOf(indicatorOf(scene.shown.sent, scene.view)) : {}), ...choices })
  }

  /**
   * Write where the map was moved to. It is no step of the history: Back leads to what was shown, not to where.
   * @param {string | null} place
   */
  sayPlace(place) {
    if ((choicesOf(location.search).udsnit ?? null) !== place) choose({ udsnit: place }, false)
  }

  /** The page's choices, or the reader's own where the page has yet to come. */
  nextView() {
    const { scene } = this
    const view = viewOf(this.component.data.choice)
    if (!scene) return view
    if (!this.isCurrent) return scene.view
    const own = scene.view.period
    return scene.isBusy && scene.shown.readings.periods.includes(own) ? { ...view, period: own } : view
  }

  /**
   * Another indicator or level, drawn when its files have come.
   * @param {Partial<View>} wanted
   */
  change(wanted) {
    const { scene } = this
    if (!scene) return
    const { sent } = scene.shown
    const asked = { ...scene.view, ...wanted }
    const subject = indicatorOf(sent, asked)
    const view = withIndicator(asked, subject)
    const turn = {}
    this.turn = turn
    this.attempt(
      () => this.change(wanted),
      async () => {
        const files = await load(sent.data, view, subject.values)
        if (this.turn !== turn) return
        const shown = new Shown(scene.shown.sent, view, files)
        shown.view = withPeriods(view, shown.readings)
        scene.show(shown)
        const { level, mode, period, base } = shown.view
        this.say(subject.list ? { aar: period } : { niveau: level, farver: mode, aar: period, fra: base })
      },
    )
  }
}

/**
 * What the page sent, with the files that every choice needs.
 * @param {MapData} data
 * @returns {Promise<Sent>}
 */
async function sentWith(data) {
  const contents = data.lines.map(({ url }) => fetchOnce(url))
  /** @type {[Catalogue, Marks | null, ...Lines[]]} */
  const [catalogue, marks, ...lines] = await Promise.all([
    fetchOnce(data.files.catalogue),
    fetchOnce(data.files.marks),
    ...contents,
  ])
  return {
    data,
    catalogue,
    lines: data.lines.map((line, place) => ({ ...line, content: lines[place] })),
    marks: data.marks.map((sign) => ({ ...sign, on: areasOf(sign, marks) })),
  }
}
