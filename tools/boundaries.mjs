/**
 * `npm run boundaries`: checks who may import whom. The rule is the architecture, so a wrong import fails here instead of
 * being discussed. Imports of types count as well: they tie two rooms together just the same.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { parseSync } from 'vite'
import { isEntryPoint, repositoryRoot } from './location.mjs'

/**
 * @typedef {object} Rule
 * @property {string} room the files it is about: a folder or one file, relative to the repository
 * @property {readonly string[]} files the files and folders of ours it may import
 * @property {readonly string[] | 'any'} packages the packages it may import; `any` includes Node's own modules
 */

/** What window and main have in common: names, shapes and schemas. Both load it, so it holds nothing that one of them lacks. */
const contract = ['contract', 'channels', 'view-schema', 'view-schema-of-step', 'view-schema-of-side-pages', 'window-title'].map(
  (name) => `electron/ipc/${name}.ts`,
)

/**
 * A rule for one file comes before the one for its folder.
 * @type {readonly Rule[]}
 */
export const rules = [
  { room: 'machines', files: ['machines'], packages: ['xstate'] },
  {
    room: 'renderer',
    files: ['renderer', 'machines', 'assets', ...contract],
    packages: ['react', 'react/jsx-runtime', 'react-dom', 'react-dom/client', '@fluentui/react-components', 'zod/mini'],
  },
  ...contract.map((room) => ({ room, files: ['machines', ...contract], packages: ['zod/mini'] })),
  { room: 'electron', files: ['electron', 'machines', 'assets/icons', 'package.json'], packages: 'any' },
  { room: 'tools', files: ['tools'], packages: 'any' },
  {
    room: 'test',
    files: ['test', 'tools', 'electron', 'renderer', 'machines', 'assets', 'package.json', 'vitest.config.ts'],
    packages: 'any',
  },
]

/**
 * @param {string} file
 * @param {string} place a folder or a file
 */
const isWithin = (file, place) => file === place || file.startsWith(`${place}/`)

/**
 * @param {unknown} node
 * @returns {string | undefined} the module a syntax tree's node names, where it names one
 */
function moduleNamedBy(node) {
  const candidate = /** @type {{ type?: unknown, source?: { value?: unknown }, expression?: { value?: unknown } }} */ (node)
  switch (candidate.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return typeof candidate.source?.value === 'string' ? candidate.source.value : undefined
    case 'TSExternalModuleReference':
      return typeof candidate.expression?.value === 'string' ? candidate.expression.value : undefined
    default:
      return undefined
  }
}

/**
 * @param {string} file its ending tells the language
 * @param {string} source
 * @returns {string[]} every module it names: import, export from, import() and import types
 * @throws when the file does not parse
 */
export function importedModules(file, source) {
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`)
  /** @type {string[]} */
  const found = []
  const visit = (/** @type {unknown} */ node) => {
    if (typeof node !== 'object' || node === null) return
    const named = moduleNamedBy(node)
    if (named !== undefined) found.push(named)
    for (const child of Object.values(node)) visit(child)
  }
  visit(program)
  return found
}

/**
 * @param {string} file relative to the repository, with forward slashes
 * @param {string} source
 * @returns {string[]} one line for each import that its rule does not allow
 */
export function violations(file, source) {
  const rule = rules.find(({ room }) => room === file) ?? rules.find(({ room }) => isWithin(file, room))
  if (rule === undefined) return []
  return importedModules(file, source).flatMap((named) => {
    if (named.startsWith('.')) {
      const target = path.posix.join(path.posix.dirname(file), named)
      return rule.files.some((place) => isWithin(target, place))
        ? []
        : [`${file} imports ${target}: ${rule.room} may import ${rule.files.join(', ')}.`]
    }
    if (rule.packages === 'any' || rule.packages.includes(named)) return []
    const kind = isBuiltin(named) ? "Node's module" : 'the package'
    return [`${file} imports ${kind} ${named}: ${rule.room} may import ${rule.packages.join(', ') || 'no package'}.`]
  })
}

/**
 * @param {string} folder relative to the repository
 * @returns {string[]} its source files, at any depth
 */
function sourceFiles(folder) {
  return readdirSync(path.join(repositoryRoot, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && statSync(path.join(repositoryRoot, file)).isFile())
}

if (isEntryPoint(import.meta.url)) {
  const files = ['machines', 'renderer', 'electron', 'tools', 'test'].flatMap(sourceFiles)
  const found = files.flatMap((file) => violations(file, readFileSync(path.join(repositoryRoot, file), 'utf8')))
  for (const line of found) console.error(line)
  console.log(`Import boundaries: ${files.length} files, ${found.length} violations.`)
  process.exitCode = found.length === 0 ? 0 : 1
}
