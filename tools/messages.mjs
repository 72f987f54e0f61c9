/**
 * `npm run check -- messages`: verifies the message catalog, names what was reworded since it was translated, and writes the catalog as FormatJS and
 * translators take it (`--out FILE`). `--write` brings what is new into the English that translations follow. With `--draft LOCALE` it verifies a draft as if the language were offered.
 *
 * The message catalog: read from the sources, compiled, and given to the bundles and the tests as virtual modules.
 * `virtual:messages/<side>/<locale>` is the catalog of one language. `virtual:messages/<side>` loads those of every language but English.
 * `virtual:messages/translated` names the languages that have a translation. Nothing is written into the repository, so it cannot be stale.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js'
import { parseSync } from 'vite'
import { readOptions, runAsCommand } from './command.mjs'
import { glossaryProblems, readGlossary } from './glossary.mjs'
import { wrongParentheses } from './japanese-parentheses.mjs'
import { loadedFiles } from './loaded-files.mjs'
import { repositoryRoot } from './location.mjs'
import { branchProblems } from './message-branches.mjs'
import { breakingSpaces } from './no-break-spaces.mjs'
import { inOneByte } from './one-byte-output.mjs'
import { tooManyWords } from './reading-level.mjs'
import { isUntranslated } from './same-as-english.mjs'

/** @typedef {{ defaultMessage: string, description?: string }} Descriptor */
/** @typedef {import('@formatjs/icu-messageformat-parser').MessageFormatElement} Element */

const FORMATJS = path.join(repositoryRoot, 'node_modules', '@formatjs', 'cli', 'bin', 'formatjs')

/**
 * Which sources each side's messages are in. The window's are those it loads, rules of the machines included; main formats everything else
 * before it sends a view.
 */
const SIDES = /** @type {const} */ ({
  window: () => loadedFiles('renderer/main.tsx'),
  main: () =>
    ['machines', 'node', 'contract', 'electron', 'messages'].flatMap((room) =>
      readdirSync(path.join(repositoryRoot, room), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => path.posix.join(room, file)),
    ),
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

/** @typedef {{ type?: unknown, start?: unknown, end?: unknown, value?: unknown, name?: unknown, callee?: Node, arguments?: readonly Node[], properties?: readonly { key?: Node, value?: Node }[], quasis?: readonly { value: { cooked: string } }[] }} Node */
/** @typedef {{ id: string, text: string, names: readonly string[], description?: string, start: number, end: number }} Written `names` of its groups and its own */

/** @type {(node: Node | undefined) => string | undefined} */
const literalIn = (node) =>
  typeof node?.value === 'string' ? node.value : node?.quasis?.length === 1 ? node.quasis[0]?.value.cooked : undefined

/**
 * @param {Node} node
 * @returns {Omit<Written, 'names'> | undefined} the message that is written there with an ID of its own
 */
function descriptorAt({ type, properties = [], start, end }) {
  if (type !== 'ObjectExpression') return undefined
  const of = (/** @type {string} */ name) => literalIn(properties.find(({ key }) => key?.name === name)?.value)
  const [id, text, description] = [of('id'), of('defaultMessage'), of('description')]
  if (id === undefined || text === undefined) return undefined
  return { id, text, ...(description === undefined ? {} : { description }), start: Number(start), end: Number(end) }
}

/**
 * @param {unknown} program a module, or a part of one
 * @returns {{ messages: readonly Written[], groups: readonly { start: number, end: number }[] }} the messages that it defines, and where it names a
 * group whose messages have its name before theirs
 */
export function messagesOf(program) {
  /** @type {Written[]} */
  const messages = []
  /** @type {{ start: number, end: number }[]} */
  const groups = []
  /** @type {(group: string | undefined, texts: Node | undefined, path: readonly string[]) => void} */
  const visitGroup = (group, texts, path) => {
    for (const { key, value } of texts?.properties ?? []) {
      const names = [...path, String(key?.name ?? key?.value)]
      const text = literalIn(value)
      const descriptor = value && descriptorAt(value)
      if (text !== undefined)
        messages.push({ id: [group, ...names].join('.'), text, names, start: Number(value?.start), end: Number(value?.end) })
      else if (descriptor) messages.push({ ...descriptor, names })
      else if (value?.type === 'ObjectExpression') visitGroup(group, value, names)
      else visit(value)
    }
  }
  /** @type {(node: unknown) => void} */
  const visit = (node) => {
    if (typeof node !== 'object' || node === null) return
    const { callee, arguments: [first, second] = [] } = /** @type {Node} */ (node)
    if (callee?.name !== 'defineMessages') return Object.values(node).forEach(visit)
    if (second) groups.push({ start: Number(first?.start), end: Number(second.start) })
    visitGroup(second && literalIn(first), second ?? first, [])
  }
  visit(program)
  return { messages, groups }
}

/** @type {(code: string, file: string) => ReturnType<typeof messagesOf>} of one module; the ending of `file` tells the language */
export const messagesIn = (code, file) => messagesOf(parseSync(file, code).program)

/** @type {(code: string) => boolean} */
const definesMessages = (code) => code.includes('defineMessages(')

/**
 * @param {readonly Side[]} sides
 * @returns {Record<string, Descriptor>} in English, by ID
 * @throws where one ID has two texts
 */
export function extractMessages(sides) {
  /** @type {Map<string, Descriptor>} */
  const found = new Map()
  for (const file of new Set(sides.flatMap((side) => SIDES[side]()))) {
    const code = readFileSync(path.join(repositoryRoot, file), 'utf8')
    for (const { id, text, description } of definesMessages(code) ? messagesIn(code, file).messages : []) {
      if ((found.get(id)?.defaultMessage ?? text) !== text) throw new Error(`${id} has two texts: the second is in ${file}.`)
      found.set(id, { defaultMessage: text, ...(description === undefined ? {} : { description }) })
    }
  }
  return Object.fromEntries(found)
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
 * @param {(text: string) => string} change
 * @returns {Element[]} the same message with its words changed, in every branch
 */
function withWords(elements, change) {
  return elements.map((each) => {
    if (each.type === TYPE.literal) return { ...each, value: change(each.value) }
    if (each.type === TYPE.plural || each.type === TYPE.select)
      return {
        ...each,
        options: Object.fromEntries(
          Object.entries(each.options).map(([name, option]) => [name, { ...option, value: withWords(option.value, change) }]),
        ),
      }
    return each.type === TYPE.tag ? { ...each, children: withWords(each.children, change) } : each
  })
}

/**
 * @param {readonly Element[]} elements
 * @returns {Element[]} the same message in the pseudo-locale en-XA: accents, brackets at its ends, four tenths longer
 */
export function pseudoLocalized(elements) {
  const letters = elements.reduce((sum, each) => sum + (each.type === TYPE.literal ? each.value.length : 8), 0)
  // Broken into words, as what a translation adds is: a single one of a hundred letters would fit nowhere.
  const longer = '~'.repeat(Math.ceil(letters * 0.4)).replaceAll(/~{8}(?=~)/g, '$& ')
  return [{ type: TYPE.literal, value: '[' }, ...withWords(elements, accented), { type: TYPE.literal, value: `${longer}]` }]
}

/** RIGHT-TO-LEFT OVERRIDE and its end: what is not translated is the only text that is not mirrored. */
const [MIRRORED, AS_BEFORE] = ['\u202e', '\u202c']

/**
 * @param {readonly Element[]} elements
 * @returns {Element[]} the same message in the pseudo-locale en-XB: its words run from right to left
 */
export const rightToLeft = (elements) => withWords(elements, (text) => text.replace(/\S(?:.*\S)?/su, `${MIRRORED}$&${AS_BEFORE}`))

/** Languages that exist for tests only, made from English. */
const PSEUDO = /** @type {Readonly<Record<string, (elements: readonly Element[]) => Element[]>>} */ ({
  'en-XA': pseudoLocalized,
  'en-XB': rightToLeft,
})

/**
 * @param {readonly Element[]} elements
 * @returns {string | readonly Element[]} text as it is where names stand for all its values, in braces: it needs no syntax tree
 */
export function slim(elements) {
  const isText = elements.every((each) => each.type === TYPE.argument || (each.type === TYPE.literal && !/[{}]/.test(each.value)))
  if (!isText) return elements
  return elements.map((each) => ('value' in each ? (each.type === TYPE.argument ? `{${each.value}}` : each.value) : '')).join('')
}

/** @returns {Record<string, Record<string, string>>} what there is in other languages than English, by locale */
export const translations = () =>
  Object.fromEntries(
    readdirSync(path.join(repositoryRoot, 'messages'))
      .filter((file) => file.endsWith('.json'))
      .map((file) => [path.basename(file, '.json'), readTranslation(file)]),
  )

/**
 * @param {string} file below `messages/`
 * @returns {Record<string, string>} texts by ID
 */
export const readTranslation = (file) => JSON.parse(readFileSync(path.join(repositoryRoot, 'messages', file), 'utf8'))

/** @param {string} locale */
const glossaryOf = (locale) =>
  readGlossary(readFileSync(path.join(repositoryRoot, 'messages', 'translating', `glossary.${locale}.md`), 'utf8'))

/**
 * @param {Readonly<Record<string, unknown>>} english
 * @param {Readonly<Record<string, Readonly<Record<string, string>>>>} translated texts by ID, by locale
 * @returns {readonly string[]} the languages that have every message: what is half translated is not offered
 */
export const completeLanguages = (english, translated) =>
  Object.entries(translated)
    .filter(([, texts]) => Object.keys(english).every((id) => Object.hasOwn(texts, id)))
    .map(([locale]) => locale)
    .toSorted()

/**
 * @param {Readonly<Record<string, Descriptor>>} english
 * @param {string} locale `en`, a pseudo-locale, or the name of a file below `messages/`
 */
function compileCatalog(english, locale) {
  const pseudo = PSEUDO[locale]
  const translated = locale === 'en' || pseudo ? {} : (translations()[locale] ?? {})
  return Object.fromEntries(
    Object.entries(english).map(([id, { defaultMessage }]) => {
      const elements = parse(translated[id] ?? defaultMessage, { captureLocation: false, ignoreTag: true })
      return [id, slim(pseudo ? pseudo(elements) : elements)]
    }),
  )
}

/** Messages of the first page, with practice cases named for a cause of a lock; the rest loads with a tenant. */
export const START = /^(?:(?:start|scenario|cloud)\.|whatIf\.(?:access|key|vault|policy)[A-Z])/
const NAME = /^virtual:messages\/(?:translated|(window|main|start|all)(?:\/([A-Za-z-]+))?)$/

/**
 * Serves the catalogs as modules.
 * @param {{ inPlace?: RegExp, inFiles?: boolean }} [options] IDs of messages that have their English with them: the catalogs of the window and of the first page
 * leave it out. `inFiles`: main's catalogs are read from files beside the bundle, because a script and the text in it stay in memory
 * @returns {import('vite').Plugin}
 */
export function messagesPlugin({ inPlace, inFiles = false } = {}) {
  /** @type {Map<Side, Record<string, Descriptor>>} extracted once for each build, and not for each language */
  const extracted = new Map()
  /** @type {(side: Side) => Record<string, Descriptor>} */
  const ofSide = (side) => {
    const found = extracted.get(side) ?? extractMessages([side])
    extracted.set(side, found)
    return found
  }
  /** @type {(...sides: Side[]) => Record<string, Descriptor>} */
  const english = (...sides) => Object.assign({}, ...sides.map(ofSide))
  const translated = () => {
    const others = translations()
    return Object.keys(others).length === 0 ? [] : completeLanguages(english('window', 'main'), others)
  }
  return {
    name: 'messages',
    enforce: 'pre',
    resolveId: (source) => (NAME.test(source) ? `\0${source}` : null),
    load(id) {
      const found = id.startsWith('\0') ? NAME.exec(id.slice(1)) : null
      if (found === null) return null
      const [, side, locale] = found
      if (side === undefined) return `export default ${JSON.stringify(translated())}`
      if (locale === undefined) {
        const others = [...Object.keys(PSEUDO), ...translated()]
        // No package has the pseudo-locales: there they are in English.
        const load = (/** @type {string} */ each) =>
          `import('virtual:messages/${side}/${each}')${Object.hasOwn(PSEUDO, each) ? '.catch(() => ({ default: {} }))' : ''}`
        return `export default {${others.map((each) => `'${each}': () => ${load(each)}`).join()}}`
      }
      const catalog = compileCatalog(
        side === 'all' ? english('window', 'main') : side === 'window' ? english('window') : english('main'),
        locale,
      )
      const isLeft = (/** @type {string} */ id) =>
        (side !== 'start' || START.test(id)) && !(inPlace?.test(id) && locale === 'en' && (side === 'start' || side === 'window'))
      for (const id of Object.keys(catalog)) if (!isLeft(id)) delete catalog[id]
      if (inFiles && side === 'main') {
        const fileName = `messages/${locale}.json`
        this.emitFile({ type: 'asset', fileName, source: JSON.stringify(catalog) })
        // Whatever part of the bundle it is in, that part is in a folder of its own: `chunkFileNames` in tools/build-config.mjs.
        return `import { readFileSync } from 'node:fs'
import path from 'node:path'
export default JSON.parse(readFileSync(path.join(import.meta.dirname, '..', '${fileName}'), 'utf8'))`
      }
      // Escaped twice, for the text that is parsed stays in memory as well.
      return `export default JSON.parse(${JSON.stringify(inOneByte(JSON.stringify(catalog)))})`
    },
  }
}

/** A descriptor in a bundle, as `defineMessages` reads it: the ID, after a brace where the text has values, and the English text if it is kept. */
const built = /** @type {(id: string, text: string, keepsEnglish: boolean) => string} */ (
  (id, text, keepsEnglish) => {
    const marked = text.includes('{') ? `{${id}` : id
    const kept = keepsEnglish ? [marked, slim(parse(text, { captureLocation: false, ignoreTag: true }))] : marked
    return JSON.stringify(kept)
  }
)

/**
 * @param {string} code of one module
 * @param {string} file its ending tells the language
 * @param {RegExp} [inPlace] IDs of messages whose text stays, compiled: it comes with the part of the bundle that says it
 * @returns {string} the same with the descriptors of its messages in the short form of a bundle
 */
export function withBuiltMessages(code, file, inPlace) {
  const { messages, groups } = messagesIn(code, file)
  return [
    ...messages.map(({ id, text, start, end }) => ({ start, end, kept: built(id, text, inPlace?.test(id) ?? false) })),
    ...groups.map((group) => ({ ...group, kept: '' })),
  ]
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end, kept }) => left.slice(0, start) + kept + left.slice(end), code)
}

/**
 * Shortens the descriptors in the sources that a bundle is made from: no text is both there and in a catalog.
 * @param {{ inPlace?: RegExp }} [options] as for the catalogs
 * @returns {import('vite').Plugin}
 */
export function buildingMessages({ inPlace } = {}) {
  return {
    name: 'build-messages',
    enforce: 'pre',
    transform: (code, id) =>
      definesMessages(code) && !id.includes('node_modules')
        ? { code: withBuiltMessages(code, id.replace(/\?.*$/, ''), inPlace), map: null }
        : null,
  }
}

/** In a bundle every message is compiled already: the parser of ICU MessageFormat, three quarters of the formatter's size, stays out. */
export const compiledMessages = {
  find: /^@formatjs\/icu-messageformat-parser$/,
  replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
}

/**
 * English by the length of its paragraphs, and every language against it: by FormatJS no message missing, none that English lacks, and the same values in each; then its branches,
 * that nothing was left in English, and that it keeps to its glossary.
 * @param {Readonly<Record<string, Readonly<Record<string, string>>>>} catalogs texts in ICU MessageFormat by ID, by locale
 * @param {Readonly<Record<string, import('./glossary.mjs').Glossary>>} [glossaries] by locale
 * @throws naming what does not fit
 */
export function verifyMessages(catalogs, glossaries = {}) {
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
  const { en = {}, ...others } = catalogs
  const long = Object.entries(en).flatMap(([id, text]) => (tooManyWords(text) === undefined ? [] : [`${id}: ${tooManyWords(text)} words`]))
  if (long.length > 0) throw new Error(`Paragraphs are too long to read:\n${long.join('\n')}`)
  const problems = Object.entries(others).flatMap(([locale, texts]) =>
    Object.entries(texts).flatMap(([id, text]) =>
      problemsOf(en[id] ?? '', text, locale, glossaries[locale]).map((problem) => `${locale} ${id}: ${problem}`),
    ),
  )
  if (problems.length > 0) throw new Error(`Translations do not fit:\n${problems.join('\n')}`)
}

/**
 * @param {Readonly<Record<string, string>>} translated the English that the translations follow, by ID
 * @param {readonly (readonly [id: string, english: string])[]} english as it is now
 * @returns {string[]} the IDs of those whose translations may say something else
 */
export const rewordedSince = (translated, english) => english.filter(([id, text]) => translated[id] !== text).map(([id]) => id)

/**
 * @param {Readonly<Record<string, string>>} translated the English that the translations follow, by ID
 * @param {readonly (readonly [id: string, english: string])[]} english as it is now
 * @returns {Record<string, string>} the same with what is new, which is translated from the English of now, and without what is gone
 */
export const withNew = (translated, english) =>
  Object.fromEntries(english.map(([id, text]) => /** @type {const} */ ([id, translated[id] ?? text])).toSorted())

/** @type {(english: string, text: string, locale: string, glossary?: import('./glossary.mjs').Glossary) => readonly string[]} what does not fit in one message */
const problemsOf = (english, text, locale, glossary) => [
  ...branchProblems(english, text, locale),
  ...(isUntranslated(english, text, locale)
    ? [`“${english}” is not translated. If it is the same in both, tools/same-as-english.mjs names it`]
    : []),
  ...breakingSpaces(text, locale).map((found) => `a line could break in “${found}”: French has a no-break space there`),
  ...wrongParentheses(text, locale).map(
    (found) => `“${found}”: parentheses are full-width around Japanese, half-width around Latin text alone`,
  ),
  ...(glossary === undefined ? [] : glossaryProblems(english, text, glossary)),
]

await runAsCommand(import.meta.url, async (words) => {
  const { values, on } = readOptions(words, { valued: ['out', 'draft'], switches: ['write'] })
  const { out: [file] = [], draft: drafts = [] } = values
  const catalog = extractMessages(['window', 'main'])
  const english = Object.entries(catalog).map(([id, { defaultMessage }]) => /** @type {const} */ ([id, defaultMessage]))
  const pseudo = Object.entries(PSEUDO).map(([locale, change]) => [
    locale,
    Object.fromEntries(english.map(([id, text]) => [id, printAST(change(parse(text, { captureLocation: false, ignoreTag: true })))])),
  ])
  const drafted = drafts.map((locale) => [locale, readTranslation(path.join('translating', `${locale}.json`))])
  const others = { ...translations(), ...Object.fromEntries(drafted) }
  verifyMessages(
    { en: Object.fromEntries(english), ...Object.fromEntries(pseudo), ...others },
    Object.fromEntries(Object.keys(others).map((locale) => [locale, glossaryOf(locale)])),
  )
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(catalog, undefined, 2)}\n`)
  const place = path.join('translating', 'en.json')
  const before = readTranslation(place)
  const followed = withNew(before, english)
  if (on.has('write')) writeFileSync(path.join(repositoryRoot, 'messages', place), `${JSON.stringify(followed, undefined, 2)}\n`)
  else if (Object.keys(before).join() !== Object.keys(followed).join())
    throw new Error('messages/translating/en.json doesn’t have the messages of now. Write it with: npm run check -- messages --write')
  const reworded = rewordedSince(followed, english)
  if (reworded.length > 0) console.log(`${reworded.length} reworded since they were translated: ${reworded.join(', ')}.`)
  console.log(`${english.length} messages in ${['English', ...Object.keys(PSEUDO), ...Object.keys(others)].join(', ')}: all fit.`)
  return true
})
