/**
 * `npm run messages`: verifies the message catalog, and writes it as FormatJS and translators take it (`--out FILE`).
 *
 * The message catalog: extracted from the sources by FormatJS, compiled, and given to the bundles and the tests as virtual modules
 * `virtual:messages/<side>/<locale>`. Nothing of it is written into the repository, so it cannot be stale.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js'
import { parseSync } from 'vite'
import { readOptions, runAsCommand } from './command.mjs'
import { loadedFiles } from './loaded-files.mjs'
import { repositoryRoot } from './location.mjs'

/** @typedef {{ defaultMessage: string, description?: string }} Descriptor */
/** @typedef {import('@formatjs/icu-messageformat-parser').MessageFormatElement} Element */

const FORMATJS = path.join(repositoryRoot, 'node_modules', '@formatjs', 'cli', 'bin', 'formatjs')

/**
 * Which sources each side's messages are in. The window's are those it loads, rules of the machines included; main formats everything else
 * before it sends a view.
 */
const SIDES = /** @type {const} */ ({
  window: () => loadedFiles('renderer/main.tsx'),
  main: () => ['{machines,services,practice,records,scripts,host,ipc,cli,electron,messages}/**/*.ts'],
})
/** @typedef {keyof typeof SIDES} Side */

/**
 * @param {readonly string[]} words
 * @returns {string} what FormatJS printed
 * @throws with its own words where it refuses
 */
export function formatjs(words) {
  const run = spawnSync(process.execPath, [FORMATJS, ...words], { cwd: repositoryRoot, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (run.status !== 0) throw new Error(`formatjs ${words[0]} failed:\n${run.stderr || run.stdout}`)
  return run.stdout
}

/**
 * @param {readonly Side[]} sides
 * @returns {Record<string, Descriptor>} in English, by ID
 */
export function extractMessages(sides) {
  return JSON.parse(formatjs(['extract', ...sides.flatMap((side) => SIDES[side]()), '--throws', '--preserve-whitespace']))
}

/** Accented and longer, so that a test sees what is not translated and what is cut. */
const ACCENTED = /** @type {Record<string, string>} */ (
  Object.fromEntries(
    [
      ...'aåbƀcćdđeéfƒgĝhĥiíjĵkķlĺmɱnñoópþqɋrŕsştŧuúvṽwŵxẋyýzžAÅBƁCĆDĐEÉFƑGĜHĤIÍJĴKĶLĹMṀNÑOÓPÞQɊRŔSŞTŦUÚVṼWŴXẊYÝZŽ'.matchAll(/(.)(.)/gu),
    ].map(([, plain, accented]) => [plain, accented]),
  )
)

/** @type {(text: string) => string} as the pseudo-locale writes its letters */
export const accented = (text) => [...text].map((letter) => ACCENTED[letter] ?? letter).join('')

/**
 * @param {readonly Element[]} elements
 * @returns {Element[]} the same message in the pseudo-locale en-XA: accents, brackets at its ends, four tenths longer
 */
export function pseudoLocalized(elements) {
  /** @type {(each: Element) => Element} */
  const inside = (each) => {
    if (each.type === TYPE.literal) return { ...each, value: accented(each.value) }
    if (each.type === TYPE.plural || each.type === TYPE.select)
      return {
        ...each,
        options: Object.fromEntries(
          Object.entries(each.options).map(([name, option]) => [name, { ...option, value: option.value.map(inside) }]),
        ),
      }
    return each.type === TYPE.tag ? { ...each, children: each.children.map(inside) } : each
  }
  const letters = elements.reduce((sum, each) => sum + (each.type === TYPE.literal ? each.value.length : 8), 0)
  // Broken into words, as what a translation adds is: a single one of a hundred letters would fit nowhere.
  const longer = '~'.repeat(Math.ceil(letters * 0.4)).replaceAll(/~{8}(?=~)/g, '$& ')
  return [{ type: TYPE.literal, value: '[' }, ...elements.map(inside), { type: TYPE.literal, value: `${longer}]` }]
}

/**
 * @param {readonly Element[]} elements
 * @returns {string | readonly Element[]} plain text as it is: it needs no syntax tree
 */
function slim(elements) {
  if (elements.length === 0) return ''
  return elements.every((each) => each.type === TYPE.literal)
    ? elements.map((each) => ('value' in each ? each.value : '')).join('')
    : elements
}

/**
 * @param {readonly Side[]} sides
 * @param {string} locale `en`, `en-XA`, or the name of a file below `messages/`
 */
export function compileCatalog(sides, locale) {
  const english = Object.entries(extractMessages(sides))
  const file = path.join(repositoryRoot, 'messages', `${locale}.json`)
  /** @type {Record<string, string>} */
  const translated = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  return Object.fromEntries(
    english.map(([id, { defaultMessage }]) => {
      const elements = parse(translated[id] ?? defaultMessage, { captureLocation: false, ignoreTag: true })
      return [id, slim(locale === 'en-XA' ? pseudoLocalized(elements) : elements)]
    }),
  )
}

/** What the first page needs; the rest comes with an open tenant. */
const START = /^(start|scenario|cloud)\./
const NAME = /^virtual:messages\/(window|main|start|all)\/([A-Za-z-]+)$/

/**
 * Serves the catalogs as modules.
 * @returns {import('vite').Plugin}
 */
export function messagesPlugin() {
  return {
    name: 'messages',
    enforce: 'pre',
    resolveId: (source) => (NAME.test(source) ? `\0${source}` : null),
    load(id) {
      const [, side, locale] = NAME.exec(id.replace(/^\0/, '')) ?? []
      if (side === undefined || locale === undefined || !id.startsWith('\0')) return null
      const catalog = compileCatalog(side === 'all' ? ['window', 'main'] : side === 'window' ? ['window'] : ['main'], locale)
      if (side === 'start') for (const key of Object.keys(catalog)) if (!START.test(key)) delete catalog[key]
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(catalog))})`
    },
  }
}

/**
 * @param {string} code of one module
 * @param {string} file its ending tells the language
 * @returns {string} the same without the English of its messages: a bundle has it in the catalog. What is left of a text is whether it has values.
 */
export function withoutEnglish(code, file) {
  /** @type {{ start: number, end: number, kept: string }[]} */
  const texts = []
  /** @type {(node: unknown) => void} */
  const visit = (node) => {
    if (typeof node !== 'object' || node === null) return
    const { type, key, value } =
      /** @type {{ type?: unknown, key?: { name?: unknown }, value?: { start?: unknown, end?: unknown, value?: unknown } }} */ (node)
    if (type === 'Property' && key?.name === 'defaultMessage' && typeof value?.value === 'string')
      texts.push({ start: Number(value.start), end: Number(value.end), kept: value.value.includes('{') ? "'{'" : "''" })
    for (const child of Object.values(node)) visit(child)
  }
  visit(parseSync(file, code).program)
  return texts
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end, kept }) => left.slice(0, start) + kept + left.slice(end), code)
}

/**
 * Takes the English out of the sources that a bundle is made from.
 * @returns {import('vite').Plugin}
 */
export function strippingMessages() {
  return {
    name: 'strip-messages',
    enforce: 'pre',
    transform: (code, id) =>
      code.includes('defineMessages(') && !id.includes('node_modules')
        ? { code: withoutEnglish(code, id.replace(/\?.*$/, '')), map: null }
        : null,
  }
}

/** In a bundle every message is compiled already: the parser of ICU MessageFormat, three quarters of the formatter's size, stays out. */
export const compiledMessages = {
  find: /^@formatjs\/icu-messageformat-parser$/,
  replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
}

/**
 * Every language against English, by FormatJS: no message missing, none that nobody says, and the same values in each.
 * @param {Readonly<Record<string, Readonly<Record<string, string>>>>} catalogs texts in ICU MessageFormat by ID, by locale
 * @throws naming what does not fit
 */
export function verifyMessages(catalogs) {
  const folder = mkdtempSync(path.join(tmpdir(), 'messages-'))
  try {
    const files = Object.entries(catalogs).map(([locale, texts]) => {
      const file = path.join(folder, `${locale}.json`)
      writeFileSync(file, JSON.stringify(texts))
      return file
    })
    formatjs(['verify', '--source-locale', 'en', '--missing-keys', '--extra-keys', '--structural-equality', ...files])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @returns {Record<string, Record<string, string>>} what there is in other languages than English, by locale */
const translations = () =>
  Object.fromEntries(
    readdirSync(path.join(repositoryRoot, 'messages'))
      .filter((file) => file.endsWith('.json'))
      .map((file) => [path.basename(file, '.json'), JSON.parse(readFileSync(path.join(repositoryRoot, 'messages', file), 'utf8'))]),
  )

await runAsCommand(import.meta.url, async (words) => {
  const [file] = readOptions(words, { valued: ['out'] }).values['out'] ?? []
  const catalog = extractMessages(['window', 'main'])
  const english = Object.entries(catalog).map(([id, { defaultMessage }]) => /** @type {const} */ ([id, defaultMessage]))
  const pseudo = english.map(([id, text]) => [id, printAST(pseudoLocalized(parse(text, { captureLocation: false, ignoreTag: true })))])
  const others = translations()
  verifyMessages({ en: Object.fromEntries(english), 'en-XA': Object.fromEntries(pseudo), ...others })
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(catalog, undefined, 2)}\n`)
  console.log(
    `${english.length} messages in English, en-XA${Object.keys(others)
      .map((locale) => `, ${locale}`)
      .join('')}: all fit.`,
  )
  return true
})
