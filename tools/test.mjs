/**
 * `npm test`: installs what is missing, builds, runs the unit tests, then those of whole walks, processes and files, and then the journeys
 * of people through a real Electron window, and ends with one line: `N passed, N failed`. The tours of every page take longer and are run
 * apart: `npm run test:tours`.
 *
 * `npm run test:azure-cli` runs the real Azure CLI against the practice tenant: it reads what the tenant says, and runs the script that the wizard
 * writes. By `npm run test:scripts`, parsers that are not ours read every script that the wizard exports, under hostile names, and LibreOffice opens
 * the list of customers. What they need is installed from Debian's packages, if that is possible without asking; elsewhere their tests are
 * skipped. The test against the published schemas of ARM templates needs `ARM_SCHEMAS`: the folder `schemas` of a checkout of
 * Azure/azure-resource-manager-schemas.
 *
 * node tools/test.mjs [--only unit|integration|journeys|tours|azure-cli|exported-scripts] [--on-screen] [--fonts liberation|noto|dejavu] [--wider]
 * [what Vitest takes: a path, -t NAME, …]
 *
 * On Linux the windows open on displays without a screen, started for the run, even where there is a real one: they
 * would take the keyboard focus from the person, and the person from the tests. There are two, so that two files can run at
 * once without taking it from each other. `--on-screen` shows the windows, one file at a time. `--fonts` lets the windows find other fonts
 * than Liberation, and `--wider` makes all their texts 15 % wider.
 */
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { closingLine } from './closing-line.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { isEntryPoint } from './location.mjs'
import { aptCommand, aptInstall, ensureLibraries, ensureNotifications, findProgram } from './system.mjs'
import { ensureFonts, FONTS_VARIABLE, fontsNamed } from './test-fonts.mjs'
import { runVitest } from './vitest.mjs'

/** Suites of a run without a choice. Decision 0004: one runner, also for the windows, and no retries, which hide a race. */
const USUAL = /** @type {const} */ (['unit', 'integration', 'journeys'])
const SUITES = /** @type {const} */ ([...USUAL, 'tours', 'azure-cli', 'exported-scripts'])
const IN_A_WINDOW = new Set(['journeys', 'tours'])

/**
 * @typedef {{
 *   projects: (typeof SUITES[number])[],
 *   onScreen: boolean,
 *   wider: boolean,
 *   fonts: import('./test-fonts.mjs').FontsName,
 *   forVitest: string[],
 * }} Wish
 */

const OPTIONS = /** @type {const} */ ({
  'on-screen': { type: 'boolean' },
  wider: { type: 'boolean' },
  only: { type: 'string' },
  fonts: { type: 'string' },
})

/** @param {string} name @returns {name is keyof typeof OPTIONS} */
const isOwn = (name) => Object.hasOwn(OPTIONS, name)

/**
 * @param {readonly string[]} words
 * @returns {Wish}
 */
export function parseWish(words) {
  /** @type {Wish} */
  const wish = { projects: [...USUAL], onScreen: false, wider: false, fonts: 'liberation', forVitest: [...words] }
  const { tokens } = parseArgs({ args: [...words], options: OPTIONS, strict: false, tokens: true })
  // From the end on, so that the places of the words before stay as they are.
  for (const token of tokens.toReversed()) {
    if (token.kind !== 'option' || !isOwn(token.name)) continue
    wish.forVitest.splice(token.index, OPTIONS[token.name].type === 'string' && !token.inlineValue ? 2 : 1)
    if (token.name === 'on-screen') wish.onScreen = true
    else if (token.name === 'wider') wish.wider = true
    else if (token.name === 'fonts') wish.fonts = fontsNamed(token.value)
    else wish.projects = [only(token.value)]
  }
  return wish
}

/** @param {string | undefined} value */
function only(value) {
  const suite = SUITES.find((each) => each === value)
  if (suite === undefined) throw new Error(`--only takes ${SUITES.join(', ')}, not ${value ?? 'nothing'}.`)
  return suite
}

/**
 * Fetches and builds everything the tests of the window need, so that none of them waits for a download.
 * @param {Pick<Wish, 'onScreen' | 'fonts'>} wish
 */
async function prepareWindow({ onScreen, fonts }) {
  const [{ buildIfStale }, { allTargets }, { ensureChromium }, { electronBinary }, { offScreen }] = await Promise.all([
    import('./build.mjs'),
    import('./build-config.mjs'),
    import('./chromium.mjs'),
    import('./electron.mjs'),
    import('./xvfb.mjs'),
  ])
  await buildIfStale(allTargets)
  ensureLibraries((await electronBinary()).path)
  await ensureChromium()
  ensureNotifications()
  ensureFonts(fonts)
  // Each file has a display to itself while it runs. More than two at once would only wait for each other's processor.
  return offScreen({ onScreen, count: Math.min(2, availableParallelism()) })
}

/**
 * What a suite needs of other people's programs, with the package of Debian that has each.
 * @type {Readonly<Record<string, Readonly<Record<string, string>>>>}
 */
const PROGRAMS = {
  'azure-cli': { az: 'azure-cli' },
  'exported-scripts': { shellcheck: 'shellcheck', soffice: 'libreoffice-calc-nogui' },
}

/** @param {Wish['projects'][number]} suite */
async function preparePrograms(suite) {
  const missing = Object.entries(PROGRAMS[suite] ?? {}).flatMap(([program, name]) => (findProgram(program) === undefined ? [name] : []))
  if (missing.length > 0 && !aptInstall(missing))
    console.error(
      `${missing.join(' and ')} missing: tests are skipped. On Debian an administrator installs them with:\n  sudo ${aptCommand(missing)}`,
    )
  if (suite === 'exported-scripts' && !process.env['ARM_SCHEMAS'])
    console.error('ARM_SCHEMAS is not set, so no template is checked against the published schemas.')
  // The script to be run is the one that the built program prints.
  if (suite === 'azure-cli') await (await import('./build.mjs')).buildIfStale(['demo'])
}

/**
 * @param {Wish} wish
 * @returns {Promise<import('./closing-line.mjs').Counts>}
 */
async function prepareAndRun({ projects, onScreen, wider, fonts, forVitest }) {
  ensureDependencies()
  for (const project of projects) await preparePrograms(project)
  const withoutWindow = { environment: process.env, stop: () => undefined }
  const { environment, stop } = projects.some((each) => IN_A_WINDOW.has(each)) ? await prepareWindow({ onScreen, fonts }) : withoutWindow
  const stopBySignal = () => {
    stop()
    process.exit(1)
  }
  process.once('SIGINT', stopBySignal).once('SIGTERM', stopBySignal)
  try {
    return await runVitest([...projects.flatMap((project) => ['--project', `${project}*`]), ...forVitest], {
      ...environment,
      [FONTS_VARIABLE]: fonts,
      ...(wider ? { CMK_WIZARD_WIDER: '1' } : {}),
    })
  } finally {
    stop()
  }
}

/** @param {readonly string[]} words */
async function main(words) {
  let counts = { passed: 0, failed: 1, skipped: 0 }
  try {
    counts = await prepareAndRun(parseWish(words))
  } catch (reason) {
    console.error(reason instanceof Error ? reason.message : reason)
  }
  console.log(closingLine(counts))
  process.exitCode = counts.failed === 0 ? 0 : 1
}

if (isEntryPoint(import.meta.url)) await main(process.argv.slice(2))
