// First: libraries read their variables while they load.
import '#node/services/network/left-out.ts'

import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  type Session,
  safeStorage,
  screen,
  session,
  shell,
} from 'electron'
import { defined } from '#machines/defined.ts'
import type { CaseStage } from '#machines/engine/wizard/case-stages.ts'
import type { Managed } from '#machines/managed/settings.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { DEFAULT_SETTINGS, type Settings, type SettingsChange, type TextSize } from '#messages/settings.ts'
import type { KeysHost } from '#node/host/customer-managed-keys.ts'
import type { Updates } from '#node/host/updates/updates.ts'
import type { Exercises } from '#node/practice/presenting/exercises/exercises.ts'
import type { Started } from '#node/practice/presenting/staging.ts'
import { settingsStore } from '#node/records/settings.ts'
import { type WindowPlace, windowPlaceStore } from '#node/records/window-place.ts'
import { lazily } from '#node/services/azure/lazily.ts'
import type { StartFilesResult } from '#node/services/identity/start-files.ts'
import { leftOut } from '#node/services/network/left-out.ts'
import type { Lesson, LessonResult } from './class-mode.ts'
import type { SettableWizard, Wizard } from './first-page.ts'
import { createHandlers } from './ipc/handlers.ts'
import { limitedBy, programLimit } from './ipc/program-limit.ts'
import { registerCalls } from './ipc/registrar.ts'
import { isOwnPage } from './ipc/sender.ts'
import { keepUpdated } from './keep-updated.ts'
import { cloudRefused, readPolicy } from './managed.ts'
import { startMessages } from './messages.ts'
import { openAtFirstStep } from './open-practice.ts'
import { openProfile, whyUnwritable } from './profile.ts'
import { sayLeftOut, sayWhyNotOpened } from './said-at-start.ts'
import { APP_SCHEME_PRIVILEGES, serveApp } from './window/app-protocol.ts'
import { keepAppearance } from './window/appearance.ts'
import { type Commands, commandsOf } from './window/commands.ts'
import { refuseDebugging } from './window/debugging.ts'
import {
  denyConnections,
  denyDownloads,
  denyNameLookups,
  denyNavigation,
  denyNetwork,
  denyPermissions,
  denySpellChecking,
} from './window/guards.ts'
import type { MenuPlace } from './window/keep-menu.ts'
import { bringToFront, reloadAfterCrash, showWhenPainted, windowOptions } from './window/main-window.ts'
import { createMarks, type Mark } from './window/marks.ts'
import { keepPlace, openingOf } from './window/place.ts'
import { readStartOptions, type StartOptions, unknownScenario } from './window/start-options.ts'

const out = path.dirname(import.meta.dirname)

/** For all that the page can start, directly or by a sign-in. */
const mayStart = programLimit()

let leaveNothingBehind = (): void => undefined

/** Exits before any window, and says why: with code 2, what it was started with is wrong, which a terminal or a script gave it. */
async function leave(why: DisplayText, exitCode: 0 | 1 | 2): Promise<void> {
  await sayWhyNotOpened(why, exitCode === 1)
  leaveNothingBehind()
  app.exit(exitCode)
}

/** Answers on standard output instead of opening a window. */
async function answer(tell: 'version' | readonly DisplayText[]): Promise<void> {
  const { startFormatter } = await import('#messages/start.ts')
  const lines = tell === 'version' ? [app.getVersion()] : tell.map((each) => startFormatter.text(each))
  process.stdout.write(`${lines.join('\n')}\n`, () => app.exit(0))
}

function prepare(): void {
  // Root can't run Chromium's sandbox and starts with --no-sandbox, which this call would override.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  denyNameLookups(app.commandLine)
  protocol.registerSchemesAsPrivileged([APP_SCHEME_PRIVILEGES])
  Menu.setApplicationMenu(null)
  app.on('web-contents-created', (_event, contents) => denyNavigation(contents))
  app.on('window-all-closed', () => app.quit())
}

/** Reads settings and policy while Electron gets ready: the first page needs them. */
function readProfile() {
  const inProfile = (name: string) => path.join(app.getPath('userData'), name)
  const files = { settings: settingsStore(inProfile('settings.json')), place: windowPlaceStore(inProfile('window.json')) }
  return { files, managed: readPolicy(), kept: Promise.all([files.settings.read(), files.place.read()]) }
}
type Profile = ReturnType<typeof readProfile>

function prepareSession(own: Session): void {
  denyPermissions(own)
  denyNetwork(own)
  denyDownloads(own)
  void denyConnections(own)
  denySpellChecking(own)
  serveApp(own.protocol, path.join(out, 'renderer'))
}

/** Opens the window. `shown` resolves when it is painted. */
function openWindow(place: WindowPlace, mark: (mark: Mark) => void): { readonly window: BrowserWindow; readonly shown: Promise<void> } {
  prepareSession(session.defaultSession)
  const displays = screen.getAllDisplays().map(({ workArea }) => workArea)
  const opening = openingOf(place, screen.getPrimaryDisplay().workAreaSize, displays)
  const window = new BrowserWindow(
    windowOptions({
      preload: path.join(out, 'preload', 'index.cjs'),
      dark: nativeTheme.shouldUseDarkColors,
      opening,
      packaged: app.isPackaged,
    }),
  )
  const shown = showWhenPainted(window, { ...opening, onReady: () => mark('readyToShow') })
  reloadAfterCrash(window)
  app.on('second-instance', () => bringToFront(window))
  return { window, shown }
}

/** Answers the window's calls; early ones wait for the wizard. */
function connect(opened: Promise<SettableWizard>, window: BrowserWindow, mark: (mark: Mark) => void, lesson: Lesson | undefined): void {
  registerCalls({
    registry: ipcMain,
    isTrusted: (event) => isOwnPage(event, window.webContents),
    handlers: createHandlers(async () => (await opened).host(), {
      openExternal: (address) => shell.openExternal(address),
      writeClipboard: (text) => clipboard.writeText(text),
      askWhereToSave: (options) => dialog.showSaveDialog(window, options),
      print: async (html) => (await import('./window/print-page.ts')).printToPdf(html),
      askForFile: ({ properties, filters }) => dialog.showOpenDialog(window, { properties, filters }),
      certificateFiles: chosenCertificates,
      templates: async () =>
        (await import('#node/records/templates/templates-file.ts')).templatesFile(
          path.join(app.getPath('userData'), 'templates.json'),
          Date.now,
        ),
      brand: async () => (await import('#node/records/brand/brand.ts')).brandFile(path.join(app.getPath('userData'), 'brand.json')),
      changeSettings: async (change) => (await opened).changeSettings(change),
      team: async () => (await opened).team(),
      diagnostics: async () => (await opened).diagnostics(),
      licenses: async () => (await import('./licenses.ts')).licenseTexts(out, app.isPackaged ? process.resourcesPath : undefined),
      openWindow: async (profile) => (await import('./window/open-other-window.ts')).openOtherWindow(profile, (await opened).text),
      loadAhead: async (way) => (await import('./load-ahead.ts')).loadAhead(way, async () => (await opened).host()),
      mark,
      running: async () => (await opened).running(),
      exercises: lazily(() => openExercises(opened, lesson)),
      startCase: (scenario, at) => startCase(scenario, at, opened),
      openPresenter: (scenario) => presentCase(scenario, opened, window),
      actOnUpdate: (act) => void updates?.act(act),
      mayStart,
    }),
    view: async () => (await opened).view(),
    text: async (text) => (await opened).text(text),
    log: (line) => console.error(line),
  })
}

/** Exercises of this run or class, loaded on demand. */
async function openExercises(opened: Promise<SettableWizard>, lesson: Lesson | undefined): Promise<Exercises> {
  const [{ createExercises }, wizard] = await Promise.all([import('#node/practice/presenting/exercises/exercises.ts'), opened])
  await wizard.host()
  const backstage = wizard.backstage()
  if (backstage === undefined) throw new Error('The machine is there without what is behind it.')
  return createExercises(backstage, lesson?.exercises)
}

async function startCase(scenario: string, at: CaseStage, opened: Promise<SettableWizard>): Promise<Started> {
  const wizard = await opened
  const host = await wizard.host()
  return (await wizard.backstage()?.staging.start(host, scenario, at)) ?? { ok: true }
}

/** Dependencies of a second window; undefined before the machine is loaded. */
async function beside(opened: Promise<SettableWizard>, classWindow: BrowserWindow) {
  const [{ presenterPlace }, { notesInUseFile }] = await Promise.all([
    import('./presenter/place.ts'),
    import('#node/records/notes-in-use.ts'),
  ])
  const wizard = await opened
  const host = await wizard.host()
  const backstage = wizard.backstage()
  if (backstage === undefined) return undefined
  const directed = {
    view: wizard.view,
    subscribe: wizard.subscribe,
    text: wizard.text,
    stage: wizard.stage,
    send: host.send,
    advancePractice: host.advancePractice,
    resizeText: (textSize: TextSize) => void wizard.changeSettings({ textSize }),
    bringToFront: () => bringToFront(classWindow),
  }
  const surroundings = {
    registry: ipcMain,
    classWindow,
    packaged: app.isPackaged,
    log: (line: string) => console.error(line),
    preload: path.join(out, 'preload', 'index.cjs'),
    kept: notesInUseFile(path.join(app.getPath('userData'), 'notes.json')),
    prepareSession: (partition: string) => prepareSession(session.fromPartition(partition)),
    place: presenterPlace(
      screen.getAllDisplays().map(({ workArea }) => workArea),
      classWindow.getBounds(),
    ),
  }
  return { directed, backstage, surroundings }
}

async function presentCase(scenario: string, opened: Promise<SettableWizard>, classWindow: BrowserWindow, behind = false): Promise<void> {
  const [{ openPresenter }, there] = await Promise.all([import('./presenter/presenter-window.ts'), beside(opened, classWindow)])
  if (there) await openPresenter(scenario, there.directed, there.backstage, { ...there.surroundings, behind })
}

async function showUnderTheHood(opened: Promise<SettableWizard>, window: BrowserWindow): Promise<void> {
  const [{ openUnderTheHood }, there] = await Promise.all([import('./presenter/presenter-window.ts'), beside(opened, window)])
  if (there) openUnderTheHood(there.directed, there.backstage, there.surroundings)
}

async function practiceRefused(scenario: string): Promise<DisplayText | undefined> {
  const { practiceCases } = await import('#node/practice/gallery.ts')
  return unknownScenario(
    scenario,
    practiceCases.map(({ name }) => name),
  )
}

const chosenCertificates = async () =>
  (await import('#node/records/certificate-files.ts')).certificateFiles(path.join(app.getPath('userData'), 'certificate-files.json'))

/** Not the page's, whose proxy leads nowhere. */
function proxySession(): Session {
  const own = session.fromPartition('system-proxy')
  denySpellChecking(own)
  return own
}

/** The system's browser, keyring and proxy, for the sign-in. */
const surroundings = (managed: Managed | undefined) => ({
  managed,
  openExternal: limitedBy(mayStart)((address: string) => shell.openExternal(address)),
  resolveProxy: (address: string) => proxySession().resolveProxy(address),
  safeStorage,
  userData: app.getPath('userData'),
  isChosenFile: async (file: string) => (await chosenCertificates()).has(file),
  environment: process.env,
  log: (line: string) => console.error(line),
})

/** Files from the command line; their reader loads only if needed. */
async function startFiles(options: StartOptions): Promise<StartFilesResult> {
  if (options.cloudFile === undefined && options.authoritiesFile === undefined) return { ok: true, files: { authorities: [] } }
  const { readStartFiles } = await import('#node/services/identity/start-files.ts')
  return readStartFiles(options)
}

/** Outside macOS the menu is hidden until Alt. */
const menuPlace = (window: BrowserWindow, opened: Promise<SettableWizard>, lesson: Lesson | undefined, commands: Commands): MenuPlace => ({
  platform: process.platform,
  show(template) {
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
    window.setAutoHideMenuBar(true)
    window.setMenuBarVisibility(false)
  },
  underTheHood: () => void showUnderTheHood(opened, window),
  startOver: lesson && (() => void startClass(lesson, opened)),
  warn: (why) => void dialog.showMessageBox(window, { type: 'warning', message: why }),
  command(command) {
    if (window.isDestroyed()) return
    bringToFront(window)
    commands.ask(command)
  },
})

/** Ends once the record is written. Quitting again from here makes Electron hang. */
function endWith(wizard: Wizard, placeSaved: () => Promise<void>): void {
  app.once('will-quit', (event) => {
    event.preventDefault()
    void Promise.all([wizard.stop(), placeSaved()]).finally(() => {
      leaveNothingBehind()
      app.exit(0)
    })
  })
}

/** Closing the window doesn't end running work. Before the machine is loaded there is none. */
async function outliveWindow(window: BrowserWindow, host: KeysHost, mayNotify: () => boolean): Promise<void> {
  const [{ stayInBackground }, { electronDesk }] = await Promise.all([
    import('./background/background.ts'),
    import('./background/electron-desk.ts'),
  ])
  const show = () => bringToFront(window)
  const { beforeQuit } = stayInBackground(window, host, electronDesk(window, show, host.text), mayNotify)
  app.on('before-quit', beforeQuit)
  app.on('activate', show)
}

async function lessonOf({ classFile }: StartOptions): Promise<LessonResult | undefined> {
  return classFile === undefined ? undefined : (await import('./class-mode.ts')).readClass(classFile)
}

const settingsOf = (lesson: Lesson | undefined): SettingsChange => defined({ language: lesson?.language, textSize: lesson?.textSize })

/** Resets to the class's case, language and text size. */
async function startClass(lesson: Lesson, opened: Promise<SettableWizard>): Promise<void> {
  const wizard = await opened
  const [{ openCase }, host] = await Promise.all([import('#node/practice/presenting/open-case.ts'), wizard.host()])
  await wizard.changeSettings({ textSize: DEFAULT_SETTINGS.textSize, ...settingsOf(lesson) })
  openCase(host, lesson.case)
}

async function openClass(lesson: Lesson, opened: Promise<SettableWizard>, window: BrowserWindow, shown: Promise<void>): Promise<void> {
  await startClass(lesson, opened)
  if (lesson.session === undefined) return
  const { notesInUseFile } = await import('#node/records/notes-in-use.ts')
  await notesInUseFile(path.join(app.getPath('userData'), 'notes.json')).write({ use: lesson.session })
  await shown
  await presentCase(lesson.case, opened, window, true)
}

let updates: Updates | undefined

/** Ordered by what the person waits for: the window, then its first page while its process starts. */
async function openWizard(options: StartOptions, { files, kept, managed: reading }: Profile, mark: (mark: Mark) => void): Promise<void> {
  mark('appReady')
  const read = await startFiles(options)
  if (!read.ok) return leave(read.why, 2)
  const notAllowed = read.files.customCloud && (await cloudRefused(await reading))
  if (notAllowed) return leave(notAllowed, 2)
  const lesson = await lessonOf(options)
  if (lesson?.ok === false) return leave(lesson.why, 2)
  const ofClass = lesson?.value
  const { practice } = options
  // Before the window: Electron sometimes never ends when told to during a window's start.
  const refused = practice === undefined ? undefined : await practiceRefused(practice)
  if (refused !== undefined) return leave(refused, 2)
  const [keptSettings, place] = await kept
  const settings: Settings = { ...keptSettings, ...settingsOf(ofClass) }
  nativeTheme.themeSource = settings.theme
  const { window, shown } = openWindow(place, mark)
  const commands = commandsOf(window.webContents)
  const placeSaved = keepPlace(window, files.place)
  const apply = keepAppearance(window, nativeTheme, settings)
  // Includes the formatter; neither is needed for opening the window.
  const loading = import('./wizard.ts')
  let told = (): void => undefined
  const drawn = new Promise<void>((resolve) => {
    told = resolve
  })
  const opened = Promise.all([loading, reading]).then(([{ createWizard }, managed]) =>
    createWizard(surroundings(managed), read.files, {
      file: files.settings,
      settings,
      apply,
      asked: ofClass?.language ?? options.language,
      system: () => app.getPreferredSystemLanguages(),
      drawn,
      opensTenant: practice !== undefined,
      leftOut,
      testedElectron: process.env['CMK_WIZARD_TESTED_ELECTRON'],
    }),
  )
  const marked = (moment: Mark): void => {
    mark(moment)
    if (moment !== 'firstPageInteractive') return
    told()
    commands.listens()
  }
  connect(opened, window, marked, ofClass)
  const wizard = await opened
  const { keepMenu, pushViews } = await loading
  pushViews(window, wizard)
  // Refreshes the list when the person returns.
  window.on('focus', () => void wizard.lookAgain())
  endWith(wizard, placeSaved)
  window.once('closed', keepMenu(wizard, menuPlace(window, opened, ofClass, commands)))
  // No updates during a class.
  if (!ofClass)
    void keepUpdated(wizard, { ...surroundings(await reading), authorities: read.files.authorities }).then(
      (kept) => {
        updates = kept
      },
      (error: unknown) => console.error('No updates:', error),
    )
  if (practice !== undefined) openAtFirstStep(await wizard.host(), practice)
  if (ofClass) await openClass(ofClass, opened, window, shown)
  await outliveWindow(window, await wizard.loaded, () => wizard.view().settings?.notifications !== false)
}

function begin(options: StartOptions): void {
  const mark = createMarks(options.marksFile)
  mark('didStartMain')
  void sayLeftOut(leftOut)
  prepare()
  const profile = readProfile()
  // Not awaited: a top-level await would hang an ES module as main.
  app
    .whenReady()
    .then(() => openWizard(options, profile, mark))
    .catch((error: unknown) =>
      leave(startMessages.notOpened({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }), 1),
    )
}

// V8 would soon give new objects 16 MB; the garbage collections that this saves are short.
setFlagsFromString('--semi-space-growth-factor=1')

// First, also for starts that end at once: Chromium reads its switches soon.
refuseDebugging(app.commandLine, app.isPackaged, process.resourcesPath)

const start = readStartOptions(process.argv, process.env)
const noProfile = start.ok
  ? openProfile(start.options, (remove) => {
      leaveNothingBehind = remove
    })
  : undefined
if (!start.ok) void ('tell' in start ? answer(start.tell) : leave(start.why, 2))
else if (noProfile) void leave(noProfile, 1)
else if (app.requestSingleInstanceLock()) begin(start.options)
else {
  const why = whyUnwritable(app.getPath('userData'))
  void (why ? leave(why, 1) : leave(startMessages.alreadyOpen, 0))
}
