/**
 * `npm run test:windows`: runs what meets the operating system in Windows' own Node.js, under Wine: the demo, the command line, and the records. Installs,
 * updates and removes the app there.
 * Ends with one line: `N passed, N failed`.
 *
 *   node test/windows/main.mjs [TEXT…]     only the test files whose path holds one of these, and with `nsis` the installer
 *
 * Node.js for Windows comes from the npm registry, once per machine. Wine is never installed from here: where it's missing, all is skipped.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { closingLine } from '../../tools/closing-line.mjs'
import { ensureDependencies } from '../../tools/dependencies.mjs'
import { repositoryRoot } from '../../tools/location.mjs'
import { npmProgram } from '../../tools/npm.mjs'
import { aptCommand, findProgram } from '../../tools/system.mjs'
import { windowsNode, windowsNodeProgram } from './node.mjs'
import { countOf, readResults } from './results.mjs'
import { ALONE, windowsTests } from './tests.mjs'
import { onWindows, WITHOUT_SERVER, windowsIn } from './wine.mjs'

/** Of this run alone: another one may be under way. */
const BUNDLES = path.join('out', 'windows-tests', String(process.pid))

/** The name by which it's asked for alone. */
const INSTALLER = 'nsis'

/** Comes before each test. */
const SETUP = 'test/windows/setup.ts'

/** The longest file takes one of these alone; what takes so long hangs. */
const FILE_LIMIT_MS = 10 * 60_000

/** @returns {string | undefined} why nothing can be run here */
function whyNothing() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'Wine is used on Linux on x64 alone'
  const missing = ['wine', 'wineboot', 'wineserver'].filter((program) => findProgram(program) === undefined)
  if (missing.length === 0) return undefined
  return `${missing.join(', ')} can’t be found. On Debian an administrator installs Wine with:\n  sudo ${aptCommand(['wine', 'wine64'])}`
}

/** @param {readonly string[]} asked */
async function prepare(asked) {
  ensureDependencies()
  const [{ buildIfStale }, { bundleTests }] = await Promise.all([import('../../tools/build.mjs'), import('./bundle.mjs')])
  await buildIfStale(['demo', 'cmk-wizard', 'kill', 'killed'])
  const files = windowsTests().filter((file) => asked.length === 0 || asked.some((text) => file.includes(text)))
  const [setup = '', ...bundles] = await bundleTests([SETUP, ...files], BUNDLES)
  return { setup, tests: files.map((file, index) => ({ file, bundle: bundles[index] ?? '' })) }
}

/** @param {readonly string[]} asked */
async function main(asked) {
  const node = windowsNodeProgram(console.error)
  const { setup, tests } = await prepare(asked)
  const { packCommandLine } = await import('../../tools/command-line-package.mjs')
  const work = mkdtempSync(path.join(tmpdir(), 'windows-'))
  const windows = windowsIn(work)
  const variables = {
    NODE_ENV: 'test',
    CMK_WIZARD_IS_BUILT: 'yes',
    CMK_WIZARD_ARCHIVE: onWindows(await packCommandLine(work)),
    // npm is JavaScript, and installs for the system that runs it.
    npm_execpath: onWindows(npmProgram()),
  }
  /** @type {import('./results.mjs').Test[]} */
  const all = []
  /** @param {string} what @param {readonly import('./results.mjs').Test[]} told @param {number} began */
  const tell = (what, told, began) => {
    all.push(...told)
    console.log(`${((performance.now() - began) / 1000).toFixed(1)} s: ${what}: ${closingLine(countOf(told))}`)
    for (const { name, state, reasons } of told) if (state === 'fail') console.log(`FAIL ${what} > ${name}\n${reasons.join('\n')}`)
  }
  /** @param {{ file: string, bundle: string }} test */
  const run = async ({ file, bundle }) => {
    const place = path.join(work, file.replaceAll('/', '-'))
    const [results, output] = [`${place}.jsonl`, `${place}.log`]
    const began = performance.now()
    const words = [path.join('test', 'windows', 'run-tests.mjs'), onWindows(results), setup, bundle]
    const runOnce = () => windows.run(node, words, output, { folder: repositoryRoot, variables, limitMs: FILE_LIMIT_MS })
    let ended = await runOnce()
    if (ended === WITHOUT_SERVER) {
      // That is Wine's fault, and says nothing of what is tested.
      console.log(`Wine’s server ended while ${file} ran. Running it again with another server.`)
      rmSync(results, { force: true })
      ended = await runOnce()
    }
    tell(file, readResults(results, ended, readFileSync(output, 'utf8')), began)
  }
  try {
    await windows.start()
    console.log(`Node.js ${windowsNode.version} for Windows, under Wine:`)
    const together = tests.filter(({ file }) => !ALONE.includes(file))
    let next = 0
    const lane = async () => {
      for (let test = together[next++]; test !== undefined; test = together[next++]) await run(test)
    }
    await Promise.all(Array.from({ length: availableParallelism() }, lane))
    for (const test of tests) if (ALONE.includes(test.file)) await run(test)
    if (asked.length === 0 || asked.includes(INSTALLER)) {
      const { installerTests } = await import('./installer.mjs')
      const began = performance.now()
      tell(INSTALLER, await installerTests(windows, work), began)
    }
  } finally {
    windows.stop()
    rmSync(work, { recursive: true, force: true })
    rmSync(path.join(repositoryRoot, BUNDLES), { recursive: true, force: true })
  }
  return countOf(all)
}

const why = whyNothing()
let counts = { passed: 0, failed: why === undefined ? 1 : 0, skipped: why === undefined ? 0 : 1 }
if (why === undefined) {
  try {
    counts = await main(process.argv.slice(2))
  } catch (reason) {
    console.error(reason instanceof Error ? reason.message : reason)
  }
} else console.log(`Nothing is run on Windows here: ${why}`)
console.log(closingLine(counts))
process.exitCode = counts.failed === 0 ? 0 : 1
