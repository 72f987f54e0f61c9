/** How a tool ends that was started by name: its exit code says whether it held, and what kept it from running is a sentence. */
import { parseArgs } from 'node:util'
import { isEntryPoint } from './location.mjs'

/**
 * Reads options that take a value, and switches that take none.
 * @param {readonly string[]} words
 * @param {{ valued?: readonly string[], switches?: readonly string[] }} known their names, without dashes
 * @returns {{ values: Readonly<Record<string, readonly string[]>>, on: ReadonlySet<string> }} every value of each option, and the switches given
 * @throws for a word that is neither, and for a value that is missing
 */
export function readOptions(words, { valued = [], switches = [] }) {
  const options = Object.fromEntries([
    ...valued.map((name) => /** @type {const} */ ([name, { type: 'string', multiple: true }])),
    ...switches.map((name) => /** @type {const} */ ([name, { type: 'boolean' }])),
  ])
  const { values } = parseArgs({ args: [...words], options })
  return { values: /** @type {Record<string, string[]>} */ (values), on: new Set(switches.filter((name) => Object.hasOwn(values, name))) }
}

/**
 * Runs a tool when its module was started by the person, and does nothing when another module imports it.
 * @param {string} moduleUrl `import.meta.url` of the tool
 * @param {(words: readonly string[]) => Promise<boolean>} main gets the words behind the tool's name, and gives whether it held
 */
export async function runAsCommand(moduleUrl, main) {
  if (!isEntryPoint(moduleUrl)) return
  try {
    process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1
  } catch (reason) {
    console.error(reason instanceof Error ? reason.message : reason)
    process.exitCode = 1
  }
}
