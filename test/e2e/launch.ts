import { mkdirSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { onTestFinished } from 'vitest'
import { PRESENTER_MARK } from '#contract/presenter-channels.ts'
import { APP_PAGE } from '#electron/window/app-address.ts'
import { electronBinary } from '../../tools/electron.mjs'
import { repositoryRoot } from '../../tools/location.mjs'
import { isRoot } from '../../tools/system.mjs'
import { LOOK_LIMIT_MS } from './expect.ts'
import { MainProcess } from './main-process.ts'
import { resize, USUAL } from './window-size.ts'

// A window that hangs must end in a sentence and not in a test that timed out.
const LAUNCH_LIMIT_MS = 30_000
const QUIT_LIMIT_MS = 10_000

/** The wizard in a real window, with everything it complained about. */
export interface Wizard {
  /** Without what would lose its answer to a garbage collection: `main` evaluates instead. */
  readonly app: Omit<ElectronApplication, 'evaluate' | 'evaluateHandle'>
  readonly main: MainProcess
  readonly page: Page
  /** The folder given as --user-data-dir. */
  readonly profile: string
  /** The main process's stderr so far. */
  printed(): string
  /** Errors and warnings of the page, and lines of main, that no test declared as expected. */
  complaints(): readonly string[]
  /** Declares complaints that a test provokes on purpose. */
  expectComplaints(...patterns: readonly RegExp[]): void
  /** From now on only what is said from now on counts as a complaint, and nothing is declared as expected. */
  listenAnew(): void
  /** The exit code, once the process has ended. */
  readonly exitCode: Promise<number | null>
}

/** Widens all texts, as `--wider` of the test run asks. */
const WIDER = process.env['CMK_WIZARD_WIDER'] === undefined ? [] : [path.join(repositoryRoot, 'test', 'e2e', 'wider.cjs')]

// Output of Chromium and Playwright themselves on a machine without a desktop.
const NOISE = [
  /^\[\d+:[\d/.:]+:[A-Z]+:/,
  /^Debugger (listening on|attached|ending on)/,
  /^For help, see: /,
  /^DevTools listening/,
  /^Waiting for the debugger/,
  /^\s*$/,
]

/** Fails with a sentence where the work would hang. @param milliseconds the longest wait */
export async function within<Value>(milliseconds: number, what: string, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${milliseconds / 1000} s.`)), milliseconds)
  })
  return Promise.race([work, limit]).finally(() => clearTimeout(timer))
}

/** A folder for the profile of one launch: nothing of one is known to the next. */
export const createProfile = (): string => mkdtempSync(path.join(tmpdir(), 'wizard-profile-'))

/**
 * Removes the folder of a profile. Chromium's own processes outlive the main one and keep writing into it for a moment: of
 * Node's two ways, only this one lists the folder again with each retry.
 */
export const removeProfile = (profile: string): Promise<void> =>
  rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })

/** Command line of every start of the built app. */
export const argumentsFor = (profile: string, words: readonly string[] = []): string[] => [
  ...(isRoot() ? ['--no-sandbox'] : []),
  '--log-level=3',
  `--user-data-dir=${profile}`,
  repositoryRoot,
  // The tests look for English words on any system. A later switch overrides this one.
  '--language=en',
  ...words,
]

/** Collects what a page complains about; a violation of its content security policy is an error on its console. */
function listen(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`Console ${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`Page error: ${error.stack ?? error.message}`))
  page.on('crash', () => complaints.push('The page crashed.'))
}

/** As `start` does, and gives the window its usual size, also where the screen is smaller than it would like. */
export async function launch(...given: Parameters<typeof start>): Promise<Wizard> {
  const wizard = await start(...given)
  await resize(wizard, USUAL)
  return wizard
}

/**
 * Starts the built app in a real Electron, with the window as it opens. The caller ends it with `finish` or `giveUp`.
 * @param words the app's own options, for example `--practice=ready-to-enable`
 * @param variables of its environment, in addition to those of the tests
 * @param required files that Electron loads before the app
 */
export async function start(
  profile: string,
  words: readonly string[] = [],
  variables: Readonly<Record<string, string>> = {},
  required: readonly string[] = [],
): Promise<Wizard> {
  const { path: executablePath } = await electronBinary()
  const main = await MainProcess.listen()
  const app = await _electron.launch({
    executablePath,
    args: [...[...main.start.required, ...WIDER, ...required].flatMap((file) => ['-r', file]), ...argumentsFor(profile, words)],
    env: Object.fromEntries(
      Object.entries({ ...process.env, ...variables, ...main.start.variables }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    ),
    timeout: LAUNCH_LIMIT_MS,
    chromiumSandbox: !isRoot(),
  })
  const child = app.process()
  let printed = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    printed += chunk
  })
  const exitCode = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  void exitCode.then(() => main.stop())
  const ofPage: string[] = []
  const expected: RegExp[] = []
  let heard = 0
  try {
    // From the moment there is a page: what it complains about while it loads counts as well.
    app.on('window', (page) => listen(page, ofPage))
    for (const page of app.windows()) listen(page, ofPage)
    const page = await within(LAUNCH_LIMIT_MS, 'Opening the window', windowOf(app))
    page.setDefaultTimeout(LOOK_LIMIT_MS)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await within(LAUNCH_LIMIT_MS, 'The focus of the window', main.evaluate(takeFocus))
    return {
      app,
      main,
      page,
      profile,
      exitCode,
      printed: () => printed,
      complaints: () =>
        [
          ...ofPage,
          ...printed
            .slice(heard)
            .split('\n')
            .filter((line) => !NOISE.some((noise) => noise.test(line))),
        ].filter((line) => !expected.some((pattern) => pattern.test(line))),
      expectComplaints: (...patterns) => {
        expected.push(...patterns)
      },
      listenAnew() {
        ;[ofPage.length, expected.length, heard] = [0, 0, printed.length]
      },
    }
  } catch (reason) {
    child.kill('SIGKILL')
    throw new Error(`The wizard did not show its first page. It printed:\n${printed}`, { cause: reason })
  }
}

/** The window of the app itself, by what it shows: the trainer's beside it can be known first. */
const windowOf = (app: ElectronApplication): Promise<Page> =>
  new Promise((resolve) => {
    const look = async (page: Page) => {
      await page.waitForURL((address) => address.href.startsWith(APP_PAGE), { waitUntil: 'commit' })
      if (!page.url().endsWith(PRESENTER_MARK)) resolve(page)
    }
    // One that is closed meanwhile, or never gets a page, is not the one.
    const lookAt = (page: Page) => void look(page).catch(() => undefined)
    app.on('window', lookAt)
    for (const page of app.windows()) lookAt(page)
  })

/** Asks until the window has the focus: these displays have no window manager that gives it, and a window asks in vain before it is drawn. */
export const takeFocus = ({ BrowserWindow }: Parameters<Parameters<MainProcess['evaluate']>[0]>[0]): Promise<void> =>
  new Promise((resolve) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => !webContents.getURL().endsWith('#presenter'))
    if (!window || window.isFocused()) return resolve()
    const asking = setInterval(() => window.focus(), 100)
    window.once('focus', () => {
      clearInterval(asking)
      resolve()
    })
    window.focus()
  })

/** Ends a wizard and gives its exit code; one that does not end is killed, and that is an error. */
async function end(wizard: Wizard): Promise<number | null> {
  try {
    await within(QUIT_LIMIT_MS, 'Closing the app', wizard.app.close())
    return await within(QUIT_LIMIT_MS, 'The end of the process', wizard.exitCode)
  } catch (reason) {
    wizard.app.process().kill('SIGKILL')
    throw reason
  }
}

/** Screenshot and log of a failed test, for finding the reason. */
export async function record(wizard: Wizard, name: string): Promise<string> {
  const folder = path.join(repositoryRoot, 'test-results')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${name.replaceAll(/[^\w-]+/g, '-').slice(0, 80)}.png`)
  const picture = await wizard.page.screenshot({ path: file }).then(
    () => `Its window: ${path.relative(repositoryRoot, file)}`,
    (reason: unknown) => `Its window could not be drawn: ${reason instanceof Error ? reason.message : reason}`,
  )
  return [picture, `The wizard printed:\n${wizard.printed()}`, ...wizard.complaints()].join('\n')
}

/** Ends a wizard that did its work, and its profile: without an undeclared complaint, and with exit code 0. */
export async function finish(wizard: Wizard): Promise<void> {
  const complaints = wizard.complaints()
  const code = await end(wizard).finally(() => removeProfile(wizard.profile))
  if (complaints.length > 0) throw new Error(`The wizard complained:\n${complaints.join('\n')}`)
  if (code !== 0) throw new Error(`The wizard ended with code ${code}. It printed:\n${wizard.printed()}`)
}

/** Ends a wizard after a failure. @returns where its picture is, and its log */
export async function giveUp(wizard: Wizard, name: string): Promise<string> {
  const evidence = await record(wizard, name)
  const ending = await end(wizard).then(
    (code) => `It ended with code ${code}.`,
    (reason: unknown) => `It had to be ended by force. ${reason instanceof Error ? reason.message : reason}`,
  )
  await removeProfile(wizard.profile)
  return `${evidence}\n${ending}`
}

/** Starts the wizard for the test that calls this, and ends it with the test. */
export const openWizard = async (...words: readonly string[]): Promise<Wizard> => endedWithTest(await launch(createProfile(), words))

/** Ends a wizard with the test that calls this. Where the test failed, window and log are added to the failure. */
export function endedWithTest(wizard: Wizard): Wizard {
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') throw new Error(await giveUp(wizard, task.name))
    await finish(wizard)
  })
  return wizard
}
