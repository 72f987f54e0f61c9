/** How a tool ends that was started by name: its exit code says whether it held, and what kept it from running is a sentence. */
import { isEntryPoint } from './location.mjs'

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
