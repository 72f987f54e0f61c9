import { access, readdir } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CLOUDS, type Cloud, doubtsOf } from '#machines/cloud/cloud.ts'
import { defined } from '#machines/defined.ts'
import type { LeftOut } from '#machines/environment/left-out.ts'
import { otherElectron, type UnreadFile, unreadMessage } from '#machines/environment/start-notices.ts'
import { isCloudAllowed, type Managed, publicCloud, settingsOf, teamStoreOf } from '#machines/managed/settings.ts'
import { languageOf, OFFERED, switchAfter } from '#messages/languages.ts'
import type { Settings } from '#messages/settings.ts'
import { startFormatterIn } from '#messages/start.ts'
import type { ManagedShown } from '#messages/view.ts'
import { practiceCases } from '#node/practice/gallery.ts'
import type { Backstage } from '#node/practice/presenting/backstage.ts'
import { isMissing } from '#node/records/engagement/durable-file.ts'
import type { Listed } from '#node/records/engagement/store.ts'
import type { ProfileFile } from '#node/records/profile-file.ts'
import { lazily } from '#node/services/azure/lazily.ts'
import type { DesktopIntegration } from '#node/services/identity/desktop-identity.ts'
import { hostsOf } from '#node/services/identity/hosts-shown.ts'
import type { StartFiles } from '#node/services/identity/start-files.ts'
import { diagnosticsOf, watchRefusals } from './diagnostics.ts'
import { openFirstPage, type SettableWizard } from './first-page.ts'
import { startMessages } from './messages.ts'

export { pushViews } from './ipc/push-views.ts'
export { keepMenu } from './window/keep-menu.ts'

/**
 * Shortens services' pauses by this factor, to at most this many real milliseconds: readable, and short enough for a
 * class. Hours or days pass on request.
 */
const PRACTICE_PACE = { speed: 60, longest: 2_000 }

export interface Preferences {
  readonly file: Pick<ProfileFile<Settings>, 'find' | 'write'>
  readonly settings: Settings
  readonly apply: (settings: Settings) => void
  /** Value of `--language`. */
  readonly asked?: string | undefined
  /** BCP 47, preferred first. */
  readonly system: () => readonly string[]
  readonly drawn: Promise<unknown>
  /** A practice case opens directly. */
  readonly opensTenant?: boolean
  /** Version that the packages have, where another one runs. */
  readonly testedElectron?: string | undefined
  /** Variables that were removed from the environment. */
  readonly leftOut?: readonly LeftOut[]
}

/** Preferences that are there and can't be read. Reports read theirs only when they are written. */
async function unreadFiles(settings: Pick<ProfileFile<Settings>, 'find'>, userData: string): Promise<readonly UnreadFile[]> {
  const { brandFile } = await import('#node/records/brand/brand.ts')
  const read = [
    ['settings', settings],
    ['brand', brandFile(path.join(userData, 'brand.json'))],
  ] as const
  const found = await Promise.all(read.map(async ([file, { find }]) => ((await find().catch(() => undefined))?.ok ? [] : [file])))
  return found.flat()
}

/** Everything behind the first page loads on demand. */
export async function createWizard(
  surroundings: DesktopIntegration,
  files: StartFiles,
  { file, apply, system, drawn, opensTenant, ...given }: Preferences,
): Promise<SettableWizard> {
  let { settings, asked } = given
  let backstage: Backstage | undefined
  const custom = files.customCloud?.cloud
  const { managed } = surroundings
  const isAllowed = ({ id }: Cloud): boolean => isCloudAllowed(settingsOf(managed), publicCloud(id, custom))
  const clouds = [...(custom ? [custom] : []), ...Object.values(CLOUDS)].filter(isAllowed)
  const engagements = path.join(surroundings.userData, 'engagements')
  const shown = {
    scenarios: practiceCases,
    clouds: clouds.map((cloud) => {
      const { id, name, authority, verified } = cloud
      return { id, name, custom: cloud === custom, authority, verified, notes: doubtsOf(cloud) }
    }),
    ...(custom ? { customCloud: { name: custom.name, hosts: hostsOf(custom) } } : {}),
  }
  const language = () => languageOf({ asked, chosen: settings.language, system: system() })
  const wizard = openFirstPage({
    shown,
    formatter: await startFormatterIn(language()),
    formatters: { start: startFormatterIn, main: async (locale) => (await import('#messages/main.ts')).mainFormatter(locale) },
    settings,
    shownSome: () => listDrawn(drawn),
    opensTenant: opensTenant === true,
    ...defined({ managed: managed && shownOf(managed) }),
    leftOut: given.leftOut ?? [],
    startNotices: drawn.then(async () => [
      ...otherElectron(process.versions.electron ?? '', given.testedElectron),
      ...(await unreadFiles(file, surroundings.userData)).map(unreadMessage),
    ]),
    now: Date.now,
    list: (partly) => listed(engagements, surroundings, partly),
    customers: (here) => keptOf(here, surroundings.userData),
    load: async (begun, locale) => {
      const [{ createElectronHost }, { mainFormatter }, { createBackstage }] = await Promise.all([
        import('./electron-host.ts'),
        import('#messages/main.ts'),
        import('#node/practice/presenting/backstage.ts'),
      ])
      backstage = createBackstage(PRACTICE_PACE)
      const customers = await customersIn(surroundings.userData)
      const brand = (await import('#node/records/brand/brand.ts')).brandFile(path.join(surroundings.userData, 'brand.json'))
      const template = async () => (await templatesIn(surroundings.userData)).chosen()
      const { proposalsFile } = await import('#node/records/pilot/proposals-file.ts')
      const proposals = proposalsFile(path.join(surroundings.userData, 'proposals.json'), Date.now)
      const around = { ...shown, begun, customers, brand, template, proposals, formatter: await mainFormatter(locale) }
      return createElectronHost(surroundings, files, engagements, team, around, backstage)
    },
  })
  const listAgain = async (): Promise<void> => (await wizard.host()).listAgain()
  const team = lazily(async () => {
    const [{ createTeam }, { mainFormatter }] = await Promise.all([import('./team.ts'), import('#messages/main.ts')])
    return createTeam(surroundings, files, engagements, await mainFormatter(language()), () => void listAgain())
  })
  const lookAgain = async (): Promise<void> => {
    if (!(await hasTeamStore(surroundings))) return
    await listAgain().catch((error: unknown) => console.error('The list could not be read again:', error))
  }
  // Colleagues' changes come after this computer's.
  void lookAgain()
  const refusal = watchRefusals(wizard)
  let saved: Promise<void> = Promise.resolve()
  return {
    ...wizard,
    // Pending settings must still be written.
    stop: async () => void (await Promise.all([wizard.stop(), saved])),
    offered: OFFERED,
    team,
    lookAgain,
    backstage: () => backstage,
    async diagnostics() {
      const { version } = await import('../package.json')
      const system = { platform: process.platform, release: os.release(), arch: process.arch }
      return diagnosticsOf(wizard.view(), { version, versions: process.versions, os: system, clouds: shown.clouds, refusal: refusal() })
    },
    async changeSettings(change) {
      settings = { ...settings, ...change }
      // The person's choice overrides the switch.
      if (change.language !== undefined) asked = switchAfter(given.asked, change.language)
      apply(settings)
      const written = file.write(settings)
      saved = written.catch(() => undefined)
      await wizard.adopt(settings, language())
      try {
        await written
        return { ok: true }
      } catch (error) {
        return {
          ok: false,
          why: wizard.text(startMessages.settingsNotSaved({ error: error instanceof Error ? error.message : String(error) })),
        }
      }
    },
  }
}

/** Drawing time of a list on a slow computer. */
const TO_DRAW_MS = 250
/** Limit for a page that is never drawn. */
const FIRST_DRAWING_MS = 5_000

/** Waits until a shown list is drawn. @param drawn the page’s first drawing */
async function listDrawn(drawn: Promise<unknown>): Promise<void> {
  await Promise.race([drawn, pause(FIRST_DRAWING_MS, undefined, { ref: false })])
  await pause(TO_DRAW_MS)
}

function shownOf(managed: Managed): ManagedShown {
  if ('problem' in managed) return managed
  const { source, settings } = managed
  const clouds = settings.AllowedClouds && Object.values(CLOUDS).filter(({ id }) => isCloudAllowed(settings, id))
  return { source, settings, ...defined({ clouds: clouds?.map(({ name }) => name) }) }
}

/** Customer list in the profile, read before the machine is loaded. */
const customersIn = async (userData: string) =>
  (await import('#node/records/customers/customers-file.ts')).customersFile(userData, Date.now)

/** Without engagements only known environments are shown, so no names are loaded. */
async function keptOf(here: readonly Listed[], userData: string) {
  const isShown = here.length > 0 || (await isThere(path.join(userData, 'directories.json')))
  return isShown ? (await customersIn(userData)).read() : undefined
}

/** Templates in the profile; read for each reading, so that changes apply at once. */
export const templatesIn = async (userData: string) =>
  (await import('#node/records/templates/templates-file.ts')).templatesFile(path.join(userData, 'templates.json'), Date.now)

/** The reader of engagements loads only if there are some. */
async function listed(
  folder: string,
  surroundings: Pick<DesktopIntegration, 'userData' | 'managed'>,
  partly: (some: readonly Listed[]) => Promise<void>,
): Promise<readonly Listed[]> {
  const names = await readdir(folder).catch((error: unknown) => (isMissing(error) ? [] : undefined))
  const isShared = await hasTeamStore(surroundings)
  if (names?.length === 0 && !isShared) return []
  const { listEngagements } = await import('#node/records/engagement/folder-store.ts')
  const here = await listEngagements(folder, { partly })
  if (!isShared) return here
  const { listedCopies } = await import('#node/records/team/copies.ts')
  return listedCopies(surroundings.userData, here, teamStoreOf(surroundings.managed)?.address)
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

const hasTeamStore = async ({ userData, managed }: Pick<DesktopIntegration, 'userData' | 'managed'>): Promise<boolean> =>
  teamStoreOf(managed) !== undefined || isThere(path.join(userData, 'team-store.json'))
