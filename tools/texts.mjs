/**
 * `node tools/texts.mjs`: finds English that is no message, and messages that nothing says, and fails for each. What may stay is listed in
 * allowed-texts.mjs, each with its reason.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'
import { ALLOWED_TEXTS } from './allowed-texts.mjs'
import { runAsCommand } from './command.mjs'
import { repositoryRoot } from './location.mjs'
import { messagesOf } from './messages.mjs'

/** No room holds English outside of messages. */
const ROOMS = ['contract', 'electron', 'machines', 'messages', 'node', 'renderer']

/** @typedef {{ readonly file: string, readonly line: number, readonly text: string }} Text */
/** @typedef {{ readonly file: string, readonly line: number, readonly name: string, readonly group: string, readonly id: string }} Definition */
/** @typedef {{ readonly type: string, readonly start: number, readonly [key: string]: unknown }} Node */

/** Attributes that people read or hear, and those that our own components show. */
const READ = /^(title|label|alt|heading|lead|hint|note|text|placeholder|aria-(label|description|roledescription|valuetext|placeholder))$/
/** Of a group of messages, what functions in machines/procedure take. @type {Readonly<Record<string, readonly string[]>>} */
const TAKEN = {
  textsOf: ['why', 'remedy', 'manual1', 'manual2', 'manual3'],
  openingOf: ['title', 'short', 'outcome', 'what', 'why', 'happens'],
}
const FOR_DEVELOPERS = /^(console\.\w+|\w*Error)$/

/**
 * @param {unknown} value
 * @returns {value is Node}
 */
const isNode = (value) => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/**
 * @param {Node} node
 * @returns {readonly Node[]} in the order of the source
 */
const childrenOf = (node) => Object.values(node).flat().filter(isNode)

/**
 * @param {unknown} node
 * @returns {string | undefined} the text of a string or template literal; `{}` stands for each value
 */
function literalText(node) {
  if (!isNode(node)) return undefined
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) return undefined
  return node['quasis'].map((each) => each.value.cooked ?? '').join('{}')
}

/**
 * @param {unknown} node
 * @returns {string} a name or a path of names, for example `console.error`; empty for everything else
 */
function nameOf(node) {
  if (!isNode(node)) return ''
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') return String(node['name'])
  return node.type === 'MemberExpression' ? `${nameOf(node['object'])}.${nameOf(node['property'])}` : (literalText(node) ?? '')
}

/**
 * Three words, and a capital at the start or a mark at the end.
 * @param {string} text
 */
export function readsAsSentence(text) {
  const words = text.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word))
  return words.length >= 3 && (/^\s*[“"]?\p{Lu}\p{Ll}/u.test(text) || /\p{Ll}[.!?:…]\s*$/u.test(text))
}

const hasWord = (/** @type {string} */ text) => /\p{L}{2}/u.test(text)

/**
 * @param {unknown} node the value of an attribute
 * @returns {readonly Node[]} the literals that it may come to
 */
function outcomes(node) {
  if (!isNode(node)) return []
  if (node.type === 'JSXExpressionContainer') return outcomes(node['expression'])
  if (node.type === 'ConditionalExpression') return [...outcomes(node['consequent']), ...outcomes(node['alternate'])]
  if (node.type === 'LogicalExpression') return [...outcomes(node['left']), ...outcomes(node['right'])]
  return literalText(node) === undefined ? [] : [node]
}

/**
 * @param {string} file as it is called below the root
 * @param {string} source
 */
export function readTexts(file, source) {
  /** @type {Text[]} */
  const texts = []
  /** @type {Definition[]} */
  const definitions = []
  /** Calls of `textsOf` whose clicks are replaced by a `byHand` beside them. @type {Set<unknown>} */
  const withOwnClicks = new Set()
  /** Names that are used somewhere: of properties, in patterns, in literals that may be keys, two in a row, and groups as a whole. @type {Set<string>} */
  const used = new Set()
  const { program, errors } = parseSync(file, source)
  if (errors[0] !== undefined) throw new Error(`${file} cannot be read: ${errors[0].message}`)
  const line = (/** @type {{ start: number }} */ { start }) => source.slice(0, start).split('\n').length
  /** @type {(node: Node, text: string) => void} */
  const found = (node, text) => {
    if (!texts.some((each) => each.line === line(node) && each.text === text)) texts.push({ file, line: line(node), text })
  }

  /** @type {(call: Node, asWhole: boolean) => void} `asWhole`: its messages are used together, as the argument of another call */
  function define(call, asWhole) {
    for (const { id, names, start } of messagesOf(call).messages) {
      const name = names.slice(-2).join('.')
      if (asWhole) used.add(name)
      definitions.push({ file, line: line({ start }), name, group: `${names.slice(0, -1).join('.')}.*`, id })
    }
  }

  /** @type {(node: Node, parent: Node | undefined, inQuiet: boolean) => void} `inQuiet`: inside of what only developers read */
  function visit(node, parent, inQuiet) {
    if (node.type === 'ImportDeclaration' || node.type === 'ExportAllDeclaration') return
    if (node.type === 'CallExpression' && nameOf(node['callee']) === 'defineMessages')
      return define(node, parent?.type === 'CallExpression')
    const quiet = inQuiet || (/^(New|Call)Expression$/.test(node.type) && FOR_DEVELOPERS.test(nameOf(node['callee'])))
    if (node.type === 'MemberExpression') {
      used.add(nameOf(node['property']))
      used.add(nameOf(node).split('.').slice(-2).join('.'))
      const [, group] = /^\w*[mM]essages\.(.+)$/.exec(nameOf(node)) ?? []
      const taken = parent?.type === 'CallExpression' ? TAKEN[nameOf(parent['callee'])] : undefined
      if (taken)
        for (const each of taken.filter((name) => !(name.startsWith('manual') && withOwnClicks.has(parent))))
          used.add(`${group?.split('.').at(-1)}.${each}`)
      else if (group !== undefined && !(parent?.type === 'MemberExpression' && parent['object'] === node)) used.add(`${group}.*`)
    }
    if (node.type === 'Property') used.add(nameOf(node['key']))
    if (childrenOf(node).some((each) => nameOf(each['key']) === 'byHand'))
      for (const each of childrenOf(node)) if (each.type === 'SpreadElement') withOwnClicks.add(each['argument'])
    if (node.type === 'Literal') used.add(String(node['value']))
    if (node.type === 'JSXText' && hasWord(String(node['value']))) found(node, String(node['value']).trim())
    if (node.type === 'JSXAttribute' && READ.test(nameOf(node['name'])))
      for (const each of outcomes(node['value'])) if (hasWord(literalText(each) ?? '')) found(each, literalText(each) ?? '')
    const text = literalText(node)
    if (!quiet && text !== undefined && readsAsSentence(text)) found(node, text)
    // Beside `source`, a heading is a document's own.
    const ofSource = childrenOf(node).some((each) => nameOf(each['key']) === 'source')
    for (const child of childrenOf(node)) visit(child, node, quiet || (ofSource && nameOf(child['key']) === 'heading'))
  }
  for (const statement of childrenOf(/** @type {Node} */ (/** @type {unknown} */ (program)))) visit(statement, undefined, false)
  return { texts, definitions, used }
}

/** @type {(allowed: typeof ALLOWED_TEXTS[number], found: Text) => boolean} */
const allows = (allowed, { file, text }) =>
  (allowed.file.endsWith('/') ? file.startsWith(allowed.file) : file === allowed.file) &&
  (allowed.text === undefined || allowed.text === text)

/**
 * @param {Readonly<Record<string, string>>} sources by their names below the root
 * @param {typeof ALLOWED_TEXTS} [allowed]
 */
export function judgeTexts(sources, allowed = ALLOWED_TEXTS) {
  const read = Object.entries(sources).map(([file, source]) => readTexts(file, source))
  const texts = read.flatMap((each) => each.texts)
  const isAllowed = (/** @type {Text} */ found) => allowed.some((each) => allows(each, found))
  return {
    texts: texts.filter((each) => !isAllowed(each)),
    unused: read
      .flatMap((each) => each.definitions)
      .filter(({ name, group }) => !read.some(({ used }) => used.has(name) || used.has(group))),
    /** Exceptions that nothing needs any more. */
    gone: allowed.filter((each) => !texts.some((found) => allows(each, found))),
  }
}

const sources = () =>
  Object.fromEntries(
    ROOMS.flatMap((room) =>
      readdirSync(path.join(repositoryRoot, room), { recursive: true, encoding: 'utf8' }).map((name) => path.posix.join(room, name)),
    )
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
      .map((file) => [file, readFileSync(path.join(repositoryRoot, file), 'utf8')]),
  )

await runAsCommand(import.meta.url, async () => {
  const { texts, unused, gone } = judgeTexts(sources())
  const of = (/** @type {string} */ room) => texts.filter(({ file }) => file.startsWith(`${room}/`))
  console.log(`English outside of messages: ${ROOMS.map((room) => `${room} ${of(room).length}`).join(', ')}.`)
  for (const { file, line, text } of ROOMS.flatMap(of)) console.error(`${file}:${line}: “${text}” is no message.`)
  for (const { file, line, id } of unused) console.error(`${file}:${line}: nothing says the message ${id}.`)
  for (const { file, text } of gone)
    console.error(`allowed-texts.mjs lists ${text ? `“${text}”` : 'English'} for ${file}, where it no longer is.`)
  return ROOMS.flatMap(of).length + unused.length + gone.length === 0
})
