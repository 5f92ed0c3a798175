// The period slider with play and pause. The hand moves it freely; the page hears of the period when the hand lets go.
/** @import { MapTexts } from "../shared/types.d.ts" */
import { box, button, make } from "../shared/make.js"
import { periodText } from "./periods.js"

const STEP = 1100 // ms between two periods while playing
const REST = 300 // ms after the last move before the page is told: a key held down is one choice

export class TimeControl {
  /** @type {string[]} */
  periods = []
  period = ""
  held = false
  playing = 0 // the timer's id, 0 where none runs
  resting = 0

  /**
   * @param {(period: string) => void} move redraws
   * @param {(period: string) => void} release tells the page
   * @param {Pick<MapTexts, "play" | "pause" | "period">} texts
   */
  constructor(move, release, texts) {
    this.move = move
    this.release = release
    this.texts = texts
    this.play = button("play", "", () => (this.playing ? this.pause() : this.start()))
    this.range = Object.assign(make("input", "year"), { type: "range", min: "0", step: "1" })
    this.output = make("output", "period")
    this.ends = [make("span"), make("span")]
    const scale = box("div", "scale", ...this.ends)
    scale.setAttribute("aria-hidden", "true")
    this.track = box("div", "track", this.range, scale)
    this.element = box("div", "time", this.play, this.track, this.output)
    this.listen()
  }

  listen() {
    this.range.addEventListener("pointerdown", () => {
      this.held = true
    })
    this.range.addEventListener("input", () => {
      this.pause(false)
      this.show(this.periods[this.place])
      this.move(this.period)
    })
    this.range.addEventListener("change", () => {
      this.held = false
      this.letGo(REST)
    })
  }

  /** Whether the hand, or play, is ahead of what the page knows. */
  get busy() {
    return Boolean(this.held || this.playing || this.resting)
  }

  get place() {
    return Number(this.range.value)
  }

  /**
   * @param {string[]} periods
   * @param {string} period
   * @param {MapTexts} texts
   */
  set(periods, period, texts) {
    this.texts = texts
    this.periods = periods
    this.range.max = String(Math.max(periods.length - 1, 0))
    this.range.setAttribute("aria-label", texts.period)
    this.play.hidden = this.track.hidden = periods.length < 2
    this.ends[0].textContent = periodText(periods[0] ?? "")
    this.ends[1].textContent = periodText(periods.at(-1) ?? "")
    this.show(period)
    this.name()
  }

  /** @param {string} period */
  show(period) {
    this.period = period
    this.range.value = String(this.periods.indexOf(period))
    this.range.setAttribute("aria-valuetext", periodText(period))
    this.output.textContent = periodText(period)
  }

  name() {
    const name = this.playing ? this.texts.pause : this.texts.play
    this.play.textContent = this.playing ? "\u275A\u275A" : "\u25B6"
    this.play.title = name
    this.play.setAttribute("aria-label", name)
  }

  start() {
    const last = this.periods.length - 1
    const go = (/** @type {number} */ place) => {
      this.show(this.periods[place])
      this.move(this.period)
    }
    if (this.place === last) go(0)
    this.playing = window.setInterval(() => {
      go(this.place + 1)
      if (this.place === last) this.pause()
    }, STEP)
    this.name()
  }

  pause(tell = true) {
    if (!this.playing) return
    clearInterval(this.playing)
    this.playing = 0
    this.name()
    if (tell) this.letGo(0)
  }

  /** @param {number} rest */
  letGo(rest) {
    clearTimeout(this.resting)
    this.resting = window.setTimeout(() => {
      this.resting = 0
      this.release(this.period)
    }, rest)
  }

  stop() {
    clearInterval(this.playing)
    clearTimeout(this.resting)
  }
}
