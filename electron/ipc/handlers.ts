import { LARGEST_LOGO } from '#contract/brand.ts'
import type { WayIn } from '#contract/channels.ts'
import type { CallArgument, CallReply, LicenseText, Reply } from '#contract/contract.ts'
import { defined } from '#machines/defined.ts'
import type { CaseStage } from '#machines/engine/wizard/case-stages.ts'
import { knownAs } from '#machines/procedure/mail/mail.ts'
import type { UpdateAct } from '#machines/updates/update.ts'
import { refusalIn } from '#messages/refusal.ts'
import type { SettingsChange } from '#messages/settings.ts'
import type { KeysHost } from '#node/host/customer-managed-keys.ts'
import type { TeamDesk } from '#node/host/team-desk.ts'
import type { Exercises } from '#node/practice/presenting/exercises/exercises.ts'
import type { Started } from '#node/practice/presenting/staging.ts'
import type { BrandFile } from '#node/records/brand/brand.ts'
import type { CertificateFiles } from '#node/records/certificate-files.ts'
import type { OpenDialog } from '#node/records/open-file.ts'
import type { SaveDialog } from '#node/records/save-file.ts'
import type { TemplatesFile } from '#node/records/templates/templates-file.ts'
import type { Lazily } from '#node/services/azure/lazily.ts'
import { messages } from '../messages.ts'
import type { Mark } from '../window/marks.ts'
import { exerciseHandlers } from './exercise-handlers.ts'
import { picked, saved } from './files.ts'
import { dialogTurn, limitedBy, TooManyPrograms } from './program-limit.ts'
import type { CallHandlers } from './registrar.ts'
import { teamHandlers } from './team-handlers.ts'
import { templateHandlers } from './template-handlers.ts'

export interface Outside {
  readonly openExternal: (address: string) => Promise<void>
  /** Synchronous in Electron 33, later a promise. */
  readonly writeClipboard: (text: string) => void | Promise<void>
  readonly askWhereToSave: SaveDialog
  /** Prints a self-contained page to PDF. */
  readonly print: (html: string) => Promise<Uint8Array>
  readonly askForFile: OpenDialog
  /** For this session and later ones. @returns why it couldn't be saved */
  readonly changeSettings: (change: SettingsChange) => Promise<Reply>
  readonly team: () => Promise<TeamDesk>
  readonly diagnostics: () => Promise<string>
  /** Verbatim, of the app and its dependencies. */
  readonly licenses: () => Promise<readonly LicenseText[]>
  readonly brand: () => Promise<BrandFile>
  readonly certificateFiles: () => Promise<CertificateFiles>
  readonly templates: () => Promise<TemplatesFile>
  readonly openWindow: (profile: string) => Promise<Reply>
  readonly loadAhead: (way: WayIn | undefined) => void
  readonly mark: (mark: Mark) => void
  readonly running: () => Promise<Pick<KeysHost, 'checked'> | undefined>
  readonly startCase: (scenario: string, at: CaseStage) => Promise<Started>
  readonly exercises: Lazily<Exercises>
  readonly openPresenter: (scenario: string) => Promise<void>
  readonly actOnUpdate: (act: UpdateAct) => void
  /** Whether the page may start one more program, dialog, or window. */
  readonly mayStart: () => boolean
}

/** Without what main itself asks of the host. */
type CalledHost = Omit<
  KeysHost,
  'speak' | 'engagement' | 'listAgain' | 'underway' | 'followUnderway' | 'isWriting' | 'unstarted' | 'pollNow' | 'scheduled' | 'stop'
>

/** What starts programs, opens windows, or asks the person, within the limit. */
function limitedOutside(outside: Outside): Outside {
  const [limited, inTurn] = [limitedBy(outside.mayStart), dialogTurn()]
  return {
    ...outside,
    openExternal: limited(outside.openExternal),
    askWhereToSave: inTurn(limited(outside.askWhereToSave), { canceled: true, filePath: '' }),
    askForFile: inTurn(limited(outside.askForFile), { canceled: true, filePaths: [] }),
    print: limited(outside.print),
    openWindow: limited(outside.openWindow),
    openPresenter: limited(outside.openPresenter),
    actOnUpdate: limited(outside.actOnUpdate),
  }
}

/** Azure CLI and Azure PowerShell are started by a sign-in. The browser counts where it is opened. */
function canStartTool(event: CallArgument<'wizard:send'>): boolean {
  if (event.type === 'SIGN_IN_AGAIN') return true
  return (event.type === 'SIGN_IN' || event.type === 'LIST_TENANTS') && event.request.way.startsWith('azure-')
}

/**
 * Handlers of the window's calls. They throw TooManyPrograms where the page starts too many.
 * @param host loads the machine on demand
 */
export function createHandlers(host: () => Promise<CalledHost>, given: Outside): CallHandlers {
  const outside = limitedOutside(given)
  const { mayStart } = outside
  return {
    'wizard:send': async (event) => {
      if (canStartTool(event) && !mayStart()) throw new TooManyPrograms()
      return (await host()).send(event)
    },
    'tenant:load-ahead': ({ way }) => outside.loadAhead(way),
    'links:open': async (wanted) => {
      const { openLink } = await import('../window/external-links.ts')
      const wizard = await host()
      return refusalIn(wizard, await openLink(wanted, wizard.addressOf, outside.openExternal))
    },
    'mail:open': async ({ language, ...wanted }) => {
      const [{ openMail }, { mainFormatter }] = await Promise.all([import('../window/open-mail.ts'), import('#messages/main.ts')])
      const wizard = await host()
      const formatter = language === undefined ? wizard.formatter() : await mainFormatter(language)
      return refusalIn(wizard, await openMail(wanted, knownAs(wizard.view()), formatter, outside.openExternal))
    },
    'identity:hold-secret': async ({ secret }) => (await host()).holdSecret(secret),
    'vault-name:check': async (asked) => (await host()).checkVaultName(asked),
    'people:search': async ({ text }) => ({ ok: true, value: await (await host()).searchPeople(text) }),
    'clipboard:write': async ({ text }) => {
      await outside.writeClipboard(text)
    },
    'script:write': async (wanted) => ({ ok: true, value: await (await host()).writeScript(wanted) }),
    'script:save': async ({ script, file }) => {
      const wizard = await host()
      const written = await wizard.writeScript(script)
      const found = written.kind === 'files' ? written.files.find(({ name }) => name === file) : undefined
      if (found === undefined) return { ok: false, why: wizard.text(messages.planChanged) }
      return saved(wizard, { name: found.name, content: found.text }, outside.askWhereToSave)
    },
    'engagements:open': async ({ id }) => {
      // Can start the tool that it was signed in with.
      if (!mayStart()) throw new TooManyPrograms()
      return (await host()).openEngagement(id)
    },
    'engagements:remove': async ({ id }) => (await host()).removeEngagement(id),
    'engagements:take-over': async () => (await host()).takeOver(),
    'customers:change': async (customer) => (await host()).changeCustomer(customer),
    'customers:save': async () => {
      const wizard = await host()
      return saved(wizard, await wizard.customerList(), outside.askWhereToSave)
    },
    'customers:open': async () => {
      const [{ LARGEST_CUSTOMER_LIST }, { messages: words }, wizard] = await Promise.all([
        import('#node/records/customers/customer-list.ts'),
        import('#node/records/customers/messages.ts'),
        host(),
      ])
      return picked(wizard, outside.askForFile, words.files, LARGEST_CUSTOMER_LIST, (file) => wizard.openCustomerList(file))
    },
    'choices:apply': async (wanted) => (await host()).applyChoices(wanted),
    'board:save': async (wanted) => {
      const wizard = await host()
      return saved(wizard, await wizard.board(wanted), outside.askWhereToSave)
    },
    'check:start': async ({ ids }) => (await host()).checkMany(ids),
    'check:control': async ({ wanted }) => (await host()).controlCheck(wanted),
    // The first page asks at once: an unloaded machine has no check and isn't loaded for it.
    'check:read': async () => ({ ok: true, value: defined({ check: (await outside.running())?.checked() }) }),
    'report:save': async (wanted) => {
      const wizard = await host()
      const file = await wizard.report(wanted, outside.print)
      if (file === undefined) return { ok: false, why: wizard.text(messages.noJournal) }
      const answer = await saved(wizard, file, outside.askWhereToSave)
      if (!answer.ok || answer.value.savedAs === undefined) return answer
      const kept = await wizard.reportCopies.keep(wanted.format, file.content)
      const inStore =
        kept.copy === 'kept' ? { isInStore: true as const } : kept.copy === 'failed' ? { notInStore: wizard.text(kept.why) } : {}
      return { ok: true, value: { ...answer.value, ...inStore } }
    },
    'report:list': async () => ({ ok: true, value: await (await host()).reportCopies.list() }),
    'report:copy': async ({ name }) => {
      const wizard = await host()
      const read = await wizard.reportCopies.read(name)
      if (read.copy === 'failed') return { ok: false, why: wizard.text(read.why) }
      if (read.copy === 'none') return { ok: false, why: wizard.text(messages.noCopy) }
      return saved(wizard, { name, content: read.content }, outside.askWhereToSave)
    },
    'change-request:save': async (asked) => {
      const wizard = await host()
      const made = await wizard.changeRequest(asked, outside.print)
      if (made === undefined) return { ok: false, why: wizard.text(messages.nothingToApprove) }
      return made.ok ? saved(wizard, made.file, outside.askWhereToSave) : made
    },
    'calendar:save': async (asked) => {
      const wizard = await host()
      const file = await wizard.calendar(asked)
      if (file === undefined) return { ok: false, why: wizard.text(messages.noDates) }
      return saved(wizard, file, outside.askWhereToSave)
    },
    'certificate:choose': async () => {
      const [{ chooseCertificate }, wizard] = await Promise.all([import('#node/records/certificate-files.ts'), host()])
      const chosen = await chooseCertificate(outside.askForFile, wizard.text, await outside.certificateFiles())
      return refusalIn(wizard, chosen)
    },
    'brand:read': async () => ({ ok: true, value: await (await outside.brand()).read() }),
    'brand:change': async (change) => changedBrand(await host(), await (await outside.brand()).change(change)),
    'brand:choose-logo': async () => {
      const [{ openBytes }, { brandMessages }, wizard, brand] = await Promise.all([
        import('#node/records/open-file.ts'),
        import('#node/records/brand/messages.ts'),
        host(),
        outside.brand(),
      ])
      const filter = { name: wizard.text(brandMessages.files), extension: ['png', 'svg'] }
      const opened = await openBytes(outside.askForFile, filter, LARGEST_LOGO)
      if (!opened.ok) return { ok: false, why: wizard.text(opened.why) }
      return opened.picked ? changedBrand(wizard, await brand.takeLogo(opened.picked.bytes)) : { ok: true, value: await brand.read() }
    },
    ...templateHandlers(host, outside),
    'hand-over:save': async (wanted) => {
      const { saveFile } = await import('#node/records/save-file.ts')
      return (await host()).handOver(wanted, (file) => saveFile(file, outside.askWhereToSave))
    },
    'hand-over:open': async () => {
      const [{ LARGEST_HAND_OVER }, { pickedFileMessages }, wizard] = await Promise.all([
        import('#node/records/handoff/hand-over-file.ts'),
        import('#node/records/messages.ts'),
        host(),
      ])
      return picked(wizard, outside.askForFile, pickedFileMessages.handOverFiles, LARGEST_HAND_OVER, (file) => wizard.openHandOver(file))
    },
    'practice:advance': async ({ hours }) => (await host()).advancePractice(hours),
    'practice:start': async ({ scenario, at }) => refusalIn(await host(), await outside.startCase(scenario, at)),
    'recording:open': async () => {
      const [{ LARGEST_RECORDING }, { pickedFileMessages }, wizard] = await Promise.all([
        import('#node/services/first-contact/read-recording.ts'),
        import('#node/records/messages.ts'),
        host(),
      ])
      return picked(wizard, outside.askForFile, pickedFileMessages.recordingFiles, LARGEST_RECORDING, ({ text }) =>
        wizard.openRecording(text),
      )
    },
    ...exerciseHandlers(host, outside.exercises, outside),
    'presenter:open': ({ scenario }) => outside.openPresenter(scenario),
    'settings:change': (change) => outside.changeSettings(change),
    ...teamHandlers(host, outside.team),
    'updates:act': ({ act }) => outside.actOnUpdate(act),
    'removal:read': async () => (await host()).removal(),
    'removal:save': async () => {
      const wizard = await host()
      const file = wizard.removalFile()
      if (file === undefined) return { ok: false, why: wizard.text(messages.nothingToRemove) }
      return saved(wizard, file, outside.askWhereToSave)
    },
    'first-contact:make': async () => (await host()).firstContact(),
    'first-contact:save': async () => {
      const wizard = await host()
      const file = wizard.firstContactFile()
      if (file === undefined) return { ok: false, why: wizard.text(messages.nothingCompared) }
      return saved(wizard, file, outside.askWhereToSave)
    },
    'about:read': async () => ({ ok: true, value: (await import('../about.ts')).aboutApp(process.versions) }),
    'licenses:read': async () => ({ ok: true, value: await outside.licenses() }),
    'diagnostics:read': async () => ({ ok: true, value: await outside.diagnostics() }),
    'window:open': ({ profile }) => outside.openWindow(profile),
    'marks:report': ({ mark }) => outside.mark(mark),
  }
}

const changedBrand = (wizard: Pick<KeysHost, 'text'>, changed: Awaited<ReturnType<BrandFile['change']>>): CallReply<'brand:change'> =>
  changed.ok ? changed : { ok: false, why: wizard.text(changed.why) }
