/**
 * `npm run check -- one-reader`: finds where JSON is parsed, a file is read, or an answer is received beside the one way that has limits.
 * Decision 0220: machines/parsed-json.ts, node/services/regular-file.ts and node/services/azure/bounded-answer.ts.
 */
import { runAsCommand } from './command.mjs'
import { repositoryRoot } from './location.mjs'
import { isNode, lineOf, readSource, sourcesIn } from './syntax.mjs'

/** @typedef {import('./syntax.mjs').Node} Node */
/** @typedef {'JSON.parse' | 'a body read as JSON' | 'a file read' | 'a request'} Kind */

/** @type {readonly { file: string, kind: Kind, why: string }[]} */
export const EXCEPTIONS = [
  { file: 'machines/parsed-json.ts', kind: 'JSON.parse', why: 'it is the way' },
  { file: 'node/records/engagement/journal/journal.ts', kind: 'JSON.parse', why: 'it parses what it has just written itself' },
  { file: 'node/records/engagement/this-run.ts', kind: 'a file read', why: 'files of the kernel, at fixed places' },
  { file: 'electron/licenses.ts', kind: 'a file read', why: 'a file of the package' },
  { file: 'electron/window/app-protocol.ts', kind: 'a file read', why: 'files of the package' },
  { file: 'electron/keep-updated.ts', kind: 'a file read', why: 'a file of the package' },
  { file: 'node/services/azure/client-options.ts', kind: 'a request', why: 'its pipeline has the limit' },
  { file: 'node/services/identity/tenant-lookup.ts', kind: 'a request', why: 'it takes the policies of the sign-in, which have the limit' },
  { file: 'node/services/storage/blob-container.ts', kind: 'a request', why: 'it stops at the limit that each read names' },
  { file: 'renderer/later.ts', kind: 'a request', why: 'a parameter has that name; the page can send nothing' },
  { file: 'node/services/identity/public-client.ts', kind: 'a request', why: 'it takes the policies of the sign-in, which have the limit' },
  { file: 'node/services/updates/transport.ts', kind: 'a request', why: 'feed.ts stops at its limit' },
]

const FILE_READERS = new Set(['createReadStream', 'openAsBlob', 'readFile', 'readFileSync', 'readSync', 'readv'])
const REQUESTS = new Map([
  ['@azure/core-rest-pipeline', ['createEmptyPipeline', 'createPipelineFromOptions']],
  ['@azure/storage-blob', ['newPipeline']],
  ['node:http', ['get', 'request']],
  ['node:https', ['get', 'request']],
])
const FILE_SYSTEM = ['node:fs', 'node:fs/promises', 'fs', 'fs/promises']

const nameOf = (/** @type {unknown} */ node) => (isNode(node) ? String(node['name'] ?? node['value'] ?? '') : '')

/** @param {Node} node an import @returns {Kind | undefined} */
function importKind(node) {
  const source = nameOf(node['source'])
  const specifiers = /** @type {Node[]} */ (node['specifiers'])
  const names = specifiers.map(({ type, imported }) => (type === 'ImportSpecifier' ? nameOf(imported) : '*'))
  if (FILE_SYSTEM.includes(source) && names.some((name) => name === '*' || FILE_READERS.has(name))) return 'a file read'
  return names.some((name) => (name === '*' && REQUESTS.has(source)) || REQUESTS.get(source)?.includes(name)) ? 'a request' : undefined
}

/** @param {Node} node @returns {Kind | undefined} */
function kindOf(node) {
  if (node.type === 'ImportDeclaration' && node['importKind'] !== 'type') return importKind(node)
  if (node.type === 'ImportExpression' && FILE_SYSTEM.includes(nameOf(node['source']))) return 'a file read'
  if (node.type === 'CallExpression' && isNode(node['callee']) && nameOf(node['callee']) === 'fetch') return 'a request'
  if (node.type === 'CallExpression' && isNode(node['callee']) && nameOf(node['callee']['property']) === 'json')
    return 'a body read as JSON'
  // Any use but to write: also `const { parse } = JSON`.
  if (node.type === 'MemberExpression' && nameOf(node['object']) === 'JSON')
    return nameOf(node['property']) === 'stringify' ? undefined : 'JSON.parse'
  if (node.type === 'VariableDeclarator' && isNode(node['init']) && node['init'].type === 'Identifier' && nameOf(node['init']) === 'JSON')
    return 'JSON.parse'
  return undefined
}

/**
 * @param {string} root of the repository
 * @param {typeof EXCEPTIONS} [exceptions]
 * @returns {readonly string[]} what doesn't hold, a sentence each
 */
export function problemsOf(root, exceptions = EXCEPTIONS) {
  const used = new Set()
  const found = sourcesIn(root).flatMap((file) => {
    const { text, nodes } = readSource(root, file)
    return [...nodes].flatMap((node) => {
      const kind = kindOf(node)
      if (kind === undefined) return []
      const exception = exceptions.find((each) => each.file === file && each.kind === kind)
      if (exception) used.add(exception)
      return exception ? [] : [`${file}:${lineOf(text, node)}: ${kind} without a limit. ${INSTEAD[kind]}`]
    })
  })
  const unused = exceptions.filter((each) => !used.has(each))
  return [...found, ...unused.map(({ file, kind }) => `tools/one-reader.mjs: ${file} no longer needs its exception for ${kind}.`)]
}

/** @type {Readonly<Record<Kind, string>>} */
const INSTEAD = {
  'JSON.parse': 'Use readJson or parsedJson of machines/parsed-json.ts.',
  'a body read as JSON': 'Take its text, and readJson of machines/parsed-json.ts.',
  'a file read': 'Use node/services/regular-file.ts.',
  'a request': 'Use restClient of node/services/azure/client-options.ts, or boundedAnswerPolicy.',
}

await runAsCommand(import.meta.url, async () => {
  const problems = problemsOf(repositoryRoot)
  for (const problem of problems) console.error(problem)
  if (problems.length === 0) console.log('JSON, files and answers are read in the one way that has limits.')
  return problems.length === 0
})
