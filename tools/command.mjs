/** How a tool ends that was started by name: its exit code says whether it held, and what kept it from running is a sentence. */
import { parseArgs } from 'node:util'
import { isEntryPoint } from './location.mjs'

/**
 * Reads options that take a value, and switches that take none. A value may begin with a dash: what it must be is for the tool to say.
 * @param {readonly string[]} words
 * @param {{ valued?: readonly string[], switches?: readonly string[] }} known their names, without dashes
 * @returns {{ values: Readonly<Record<string, readonly string[]>>, on: ReadonlySet<string> }} every value of each option, and the switches given
 * @throws for a word that is neither, and for a value that is missing
 */
export function readOptions(words, { valued = [], switches = [] }) {
  const types = /** @type {const} */ ({ string: valued, boolean: switches })
  const options = Object.fromEntries(
    /** @type {const} */ (['string', 'boolean']).flatMap((type) => types[type].map((name) => [name, { type }])),
  )
  const { tokens } = parseArgs({ args: [...words], options, strict: false, tokens: true })
  /** @type {Record<string, string[]>} */
  const values = {}
  /** @type {Set<string>} */
  const on = new Set()
  for (const token of tokens) {
    if (token.kind === 'option' && switches.includes(token.name) && token.value === undefined) on.add(token.name)
    else if (token.kind === 'option' && valued.includes(token.name) && token.value !== undefined)
      values[token.name] = [...(values[token.name] ?? []), token.value]
    else throw new Error(`Unknown option ${words[token.index]}, or its value is missing.`)
  }
  return { values, on }
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
