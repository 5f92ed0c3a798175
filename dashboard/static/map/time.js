// The period slider with play and pause. The hand moves it freely; the page hears of the period when the hand lets go.
import { button, make } from "../shared/make.js"
import { periodText } from "./readings.js"

const STEP = 1100 // ms between two periods while playing
const REST = 300 // ms after the last move before the page is told: a key held down is one choice

export class TimeControl {
  /** `move(period)` redraws; `release(period)` tells the page. */
  constructor(move, release) {
    Object.assign(this, { move, release, periods: [] })
    this.play = button("play", "", () => (this.playing ? this.pause() : this.start()))
    this.range = Object.assign(make("input", "year"), { type: "range", min: 0, step: 1 })
    this.output = make("output", "period")
    this.ends = [make("span"), make("span")]
    const track = make("div", "track")
    const scale = make("div", "scale")
    scale.setAttribute("aria-hidden", "true")
    scale.append(...this.ends)
    track.append(this.range, scale)
    this.element = make("div", "time")
    this.element.append(this.play, track, this.output)
    this.range.addEventListener("pointerdown", () => { this.held = true })
    this.range.addEventListener("input", () => {
      this.pause(false)
      this.show(this.periods[this.range.value])
      this.move(this.period)
    })
    this.range.addEventListener("change", () => {
      this.held = false
      this.letGo(REST)
    })
  }

  /** Whether the hand, or play, is ahead of what the page knows. */
  get busy() {
    return Boolean(this.held || this.playing || this.timer)
  }

  set(periods, period, texts) {
    this.texts = texts
    this.periods = periods
    this.range.max = Math.max(periods.length - 1, 0)
    this.range.setAttribute("aria-label", texts.period)
    this.play.hidden = this.range.parentElement.hidden = periods.length < 2
    this.ends[0].textContent = periodText(periods[0] ?? "")
    this.ends[1].textContent = periodText(periods.at(-1) ?? "")
    this.show(period)
    this.name()
  }

  show(period) {
    this.period = period
    this.range.value = this.periods.indexOf(period)
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
    const step = () => {
      this.show(this.periods[+this.range.value + 1])
      this.move(this.period)
      if (+this.range.value === last) this.pause()
    }
    if (+this.range.value === last) {
      this.show(this.periods[0])
      this.move(this.period)
    }
    this.playing = setInterval(step, STEP)
    this.name()
  }

  pause(tell = true) {
    if (!this.playing) return
    clearInterval(this.playing)
    this.playing = null
    this.name()
    if (tell) this.letGo(0)
  }

  letGo(rest) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.timer = null
      this.release(this.period)
    }, rest)
  }

  stop() {
    clearInterval(this.playing)
    clearTimeout(this.timer)
  }
}
