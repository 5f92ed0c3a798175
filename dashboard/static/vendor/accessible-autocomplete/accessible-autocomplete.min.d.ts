// What `search/search.js` uses of the library: the script sets the global `accessibleAutocomplete`.
export {}

export interface FieldState {
  query?: string
  options?: unknown[]
  selected?: number
  menuOpen?: boolean
  validChoiceMade?: boolean
}

/** The component that the library makes; it cannot be told a new value in another way. */
export interface Field {
  state: FieldState
  setState(state: FieldState, done: () => void): void
  componentWillUnmount(): void
}

export interface Options<Choice> {
  element: HTMLElement
  id: string
  name: string
  ref(field: Field | null): void
  source(query: string, show: (found: Choice[]) => void): void
  templates: { inputValue(choice?: Choice): string; suggestion(choice: Choice): string }
  onConfirm(choice?: Choice): void
  confirmOnBlur: boolean
  displayMenu: "overlay" | "inline"
  minLength: number
  tNoResults(): string
  tStatusNoResults(): string
  tStatusQueryTooShort(): string
  tAssistiveHint(): string
  tStatusSelectedOption(name: string, all: number, place: number): string
  tStatusResults(shown: number, selected: string): string
}

declare global {
  var accessibleAutocomplete: <Choice>(options: Options<Choice>) => void
}
