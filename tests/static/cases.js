// The cases of a rule that Python keeps as well; tests/test_both_languages.py puts the same to it.
import { readFileSync } from "node:fs"

/**
 * @param {string} rule
 * @returns {any}
 */
export function file(rule) {
  return JSON.parse(readFileSync(new URL(`../cases/${rule}.json`, import.meta.url), "utf-8"))
}

/**
 * @param {string} rule
 * @returns {any[]}
 */
export function cases(rule) {
  return file(rule).cases
}
