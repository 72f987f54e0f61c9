/**
 * `npm run check -- boundaries [--write]`: checks who may import whom, by the rules in .dependency-cruiser.mjs, and that the picture of the rooms
 * in docs/architecture.md is drawn from today's imports. `--write` draws it anew.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { cruise, format } from 'dependency-cruiser'
import configuration from '../.dependency-cruiser.mjs'
import { runAsCommand } from './command.mjs'
import { repositoryRoot } from './location.mjs'

/** @typedef {import('dependency-cruiser').ICruiseResult} ImportGraph */

/** Top-level folders without code. Every other folder is a room, so that a new one falls under the rules at once. */
const NO_ROOM = ['assets', 'dist', 'docs', 'node_modules', 'out']

/** Node of the picture: the part of a path up to the slash that ends it. */
const NODE = '^(?:machines/(?:engine|procedure|messages)|node/[^/]+|[^/]+)(?=/)'

/**
 * @param {string} root absolute
 * @returns {string[]} the folders that hold code
 */
const roomsIn = (root) =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !NO_ROOM.includes(entry.name))
    .map(({ name }) => name)

const DOCUMENT = 'docs/architecture.md'
const MARKERS = /** @type {const} */ (['<!-- rooms: written by npm run check -- boundaries --write -->\n', '<!-- /rooms -->'])

/**
 * @param {string} [root] absolute; the folder that holds the rooms
 * @returns {Promise<ImportGraph>}
 */
export async function readImports(root = repositoryRoot) {
  const { options, forbidden = [] } = configuration
  const { output } = await cruise(roomsIn(root), { ...options, baseDir: root, validate: true, ruleSet: { forbidden } })
  if (typeof output === 'string') throw new Error('dependency-cruiser gave a text instead of the imports.')
  return output
}

/**
 * @param {ImportGraph} imports
 * @returns {string[]} one line for each import that a rule forbids, with the rule
 */
export function violations({ summary }) {
  const why = new Map(configuration.forbidden?.map(({ name, comment }) => [name, comment]))
  return summary.violations.map(({ from, to, cycle, rule }) => {
    const way = cycle === undefined ? `${from} imports ${to}` : `${[from, ...cycle.map(({ name }) => name)].join(' → ')} is a circle`
    return `${way}: ${why.get(rule.name)} (${rule.name})`
  })
}

/**
 * @param {ImportGraph} imports
 * @param {string} [root] as they were read
 * @returns {Promise<string>} the product's rooms and the arrows between them, as Mermaid in Markdown
 */
export async function pictureOf(imports, root = repositoryRoot) {
  const rooms = roomsIn(root).filter((room) => room !== 'test' && room !== 'tools')
  const { output } = await format(imports, { outputType: 'mermaid', includeOnly: { path: `^(?:${rooms.join('|')})/` }, collapse: NODE })
  return `\`\`\`mermaid\n${String(output).trim()}\n\`\`\`\n`
}

/**
 * @param {string} document
 * @param {string} picture
 * @returns {string} the document with the picture between its markers
 * @throws when the markers are missing
 */
export function withPicture(document, picture) {
  const [from, to] = MARKERS.map((marker) => document.indexOf(marker))
  if (from === undefined || to === undefined || from < 0 || to < from) throw new Error(`${DOCUMENT} lacks the markers of the picture.`)
  return `${document.slice(0, from)}${MARKERS[0]}${picture}${document.slice(to)}`
}

/** @param {readonly string[]} words */
async function main(words) {
  const { values } = parseArgs({ args: [...words], options: { write: { type: 'boolean', default: false } } })
  const imports = await readImports()
  const found = violations(imports)
  for (const line of found) console.error(line)
  const file = path.join(repositoryRoot, DOCUMENT)
  const document = readFileSync(file, 'utf8')
  const drawn = withPicture(document, await pictureOf(imports))
  if (values.write) writeFileSync(file, drawn)
  const isFresh = values.write || drawn === document
  if (!isFresh) console.error(`The picture of the rooms in ${DOCUMENT} is stale: run npm run check -- boundaries --write.`)
  const { totalCruised, totalDependenciesCruised = 0 } = imports.summary
  console.log(`Import boundaries: ${totalCruised} modules, ${totalDependenciesCruised} imports, ${found.length} violations.`)
  return found.length === 0 && isFresh
}

await runAsCommand(import.meta.url, main)
