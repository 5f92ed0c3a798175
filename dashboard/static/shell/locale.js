// Streamlit asks the browser for its language where it knows more than English: dates, numbers, what is told to a screen
// reader. They are in the document's language instead. It runs before Streamlit's scripts, which ask once.
import { documentData } from "../shared/document.js"

const { languages } = documentData()
const tag = () => languages[document.documentElement.lang]
Object.defineProperties(navigator, { language: { get: tag }, languages: { get: () => [tag()] } })
