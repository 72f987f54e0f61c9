/**
 * Gives the window's style sheets the design tokens of Microsoft's Fluent 2 as CSS variables: light ones, and what dark and high contrast change.
 * Only those that are used: Fluent has hundreds.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/tokens'
import { repositoryRoot } from './location.mjs'

/** Below its package, whose license is told with those of what is bundled. */
const SHEET = path.join(repositoryRoot, 'node_modules', '@fluentui', 'tokens', 'used.css')

/** @typedef {Readonly<Record<string, string | number>>} Tokens */

/** @param {string} folder @returns {readonly string[]} what its style sheets and components say */
const textsIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:css|tsx?)$/.test(file))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))

/**
 * @param {readonly string[]} texts style sheets and components
 * @returns {string} the tokens they use, as a style sheet
 * @throws naming variables that neither Fluent nor the texts define
 */
export function themeFor(texts) {
  const namesBy = (/** @type {RegExp} */ pattern) =>
    new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name)))
  const own = namesBy(/--([A-Za-z][\w-]*)['"]?\]?:/g)
  const wanted = [...namesBy(/var\(--([A-Za-z][\w-]*)/g)].filter((name) => !own.has(name)).toSorted()
  const unknown = wanted.filter((name) => !(name in webLightTheme))
  if (unknown.length > 0) throw new Error(`No style sheet and no token of Fluent defines ${unknown.map((name) => `--${name}`).join(', ')}.`)
  /** @param {Tokens} tokens @param {readonly Tokens[]} [before] only what differs from one of these */
  const rule = (tokens, before = []) => {
    const names = wanted.filter((name) => before.length === 0 || before.some((each) => each[name] !== tokens[name]))
    return `:root{${names.map((name) => `--${name}:${tokens[name]}`).join(';')}}`
  }
  /** @type {readonly [Tokens, Tokens, Tokens]} */
  const [light, dark, contrast] = [{ ...webLightTheme }, { ...webDarkTheme }, { ...teamsHighContrastTheme }]
  return [
    rule(light),
    `@media (prefers-color-scheme:dark){${rule(dark, [light])}}`,
    `@media (forced-colors:active){${rule(contrast, [light, dark])}}`,
  ].join('\n')
}

/**
 * Gives the sheet as `virtual:fluent-tokens.css`.
 * @returns {import('vite').Plugin}
 */
export function themePlugin() {
  return {
    name: 'theme',
    enforce: 'pre',
    resolveId: (id) => (id === 'virtual:fluent-tokens.css' ? SHEET : null),
    load: (id) => (path.normalize(id) === SHEET ? themeFor(textsIn(path.join(repositoryRoot, 'renderer'))) : null),
  }
}
