/**
 * `npm start`: the only command needed to use the wizard from a clone. Installs what is missing, builds what is stale and
 * opens the window; what follows `--` goes to the app. Without a display it says how to get one and walks the practice
 * tenant in the terminal instead.
 */
import { spawn, spawnSync } from 'node:child_process'
import path from 'node:path'
import { ensureDependencies } from './dependencies.mjs'
import { isEntryPoint, repositoryRoot } from './location.mjs'
import {
  aptCommand,
  displayPackages,
  ensureLibraries,
  findProgram,
  hasDisplay,
  isRoot,
  libraryPackages,
  whySandboxUnavailable,
} from './system.mjs'

/**
 * @param {{ hasXvfb: boolean, root: boolean }} machine
 * @returns {string} how to see the window on a machine without a display
 */
export function noDisplayMessage({ hasXvfb, root }) {
  const install = `${root ? '' : 'sudo '}${aptCommand([...displayPackages, ...libraryPackages()])}`
  return [
    'This machine has no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so there is nowhere to open the window.',
    ...(hasXvfb ? [] : [`To run it on a display without a screen, install one (Debian, Ubuntu):\n  ${install}`]),
    `${hasXvfb ? 'To run it on a display without a screen:' : 'and start again with:'}\n  xvfb-run -a npm start`,
    'Until then, here is the practice tenant in the terminal:',
    '',
  ].join('\n')
}

/**
 * Chromium's sandbox doesn't work for root; all other users keep it.
 * @param {{ root: boolean }} machine
 * @returns {string[]} options for the Electron executable
 */
export function electronOptions({ root }) {
  // 3: fatal only. Chromium reports a missing desktop bus or GPU as errors, and a person can do nothing with them.
  return [...(root ? ['--no-sandbox'] : []), '--log-level=3']
}

/** @returns {Promise<number>} exit code */
async function walkInTerminal() {
  const { buildIfStale } = await import('./build.mjs')
  console.log(noDisplayMessage({ hasXvfb: findProgram('xvfb-run') !== undefined && findProgram('xauth') !== undefined, root: isRoot() }))
  await buildIfStale(['demo'])
  const program = path.join(repositoryRoot, 'out', 'demo', 'index.js')
  return spawnSync(process.execPath, [program, '--scenario', 'ready-to-enable'], { stdio: 'inherit' }).status ?? 1
}

/**
 * @param {readonly string[]} words for the app
 * @returns {Promise<number>} exit code
 */
async function openWindow(words) {
  const [{ buildIfStale }, { appTargets }, { electronBinary, pinnedVersion }] = await Promise.all([
    import('./build.mjs'),
    import('./build-config.mjs'),
    import('./electron.mjs'),
  ])
  await buildIfStale(appTargets)
  const electron = await electronBinary()
  ensureLibraries(electron.path)
  // Decision 0007: no silent fallback to a window without the sandbox.
  const obstacle = words.includes('--no-sandbox') ? undefined : whySandboxUnavailable(electron.folder)
  if (obstacle !== undefined) throw new Error(obstacle)
  if (isRoot())
    console.error("Running as root: Chromium's sandbox refuses that, so it is off (--no-sandbox). An ordinary account keeps it on.")
  console.error('Opening the wizard…')
  const child = spawn(electron.path, [...electronOptions({ root: isRoot() }), repositoryRoot, ...words], {
    stdio: 'inherit',
    // The window says it before the first sign-in.
    env: { ...process.env, ...(electron.version === pinnedVersion() ? {} : { CMK_WIZARD_TESTED_ELECTRON: pinnedVersion() }) },
  })
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal))
  // The terminal sends Ctrl+C to the window as well; this program only waits for its end.
  process.on('SIGINT', () => undefined)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
  })
}

if (isEntryPoint(import.meta.url)) {
  try {
    ensureDependencies()
    process.exitCode = hasDisplay() ? await openWindow(process.argv.slice(2)) : await walkInTerminal()
  } catch (reason) {
    console.error(reason instanceof Error ? reason.message : reason)
    process.exitCode = 1
  }
}
