import { access, readdir } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CLOUDS, type Cloud, doubtsOf } from '../machines/cloud/cloud.ts'
import { isCloudAllowed, type Managed, publicCloud, settingsOf, teamStoreOf } from '../machines/managed/settings.ts'
import { present } from '../machines/present.ts'
import { languageOf, OFFERED, switchAfter } from '../messages/languages.ts'
import type { Settings } from '../messages/settings.ts'
import { startFormatterIn } from '../messages/start.ts'
import type { ManagedShown } from '../messages/view.ts'
import { practiceCases } from '../practice/gallery.ts'
import type { Backstage } from '../presenting/backstage.ts'
import { isMissing } from '../records/engagement/durable-file.ts'
import type { Listed } from '../records/engagement/store.ts'
import type { ProfileFile } from '../records/profile-file.ts'
import { lazily } from '../services/azure/lazily.ts'
import type { DesktopIntegration } from '../services/identity/desktop-identity.ts'
import { hostsOf } from '../services/identity/hosts-shown.ts'
import type { StartFiles } from '../services/identity/start-files.ts'
import { diagnosticsOf, watchRefusals } from './diagnostics.ts'
import { openFirstPage, type SettableWizard } from './first-page.ts'
import { startMessages } from './messages.ts'

export { pushViews } from './ipc/push-views.ts'
export { keepMenu } from './window/keep-menu.ts'

/**
 * A pause of a service takes this much less than it says, and never longer than this many real milliseconds: long enough to be read, short
 * enough for a class. What takes hours or days passes when the person lets it.
 */
const PRACTICE_PACE = { speed: 60, longest: 2_000 }

/** What a person set, and what decides on the language besides that. */
export interface Preferences {
  readonly file: Pick<ProfileFile<Settings>, 'write'>
  /** As the file has them now. */
  readonly settings: Settings
  /** Gives the window what isn't in a view: its theme and its text size. */
  readonly apply: (settings: Settings) => void
  /** The value of the `--language` switch. */
  readonly asked?: string | undefined
  /** The system's languages, BCP 47, the preferred one first. */
  readonly system: () => readonly string[]
  /** Resolves when the window has drawn its first page. */
  readonly drawn: Promise<unknown>
  /** A practice case is opened at once. */
  readonly opensTenant?: boolean
}

/** The wizard as the window uses it. Everything behind the first page is loaded when it is asked for. */
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
    formatters: { start: startFormatterIn, main: async (locale) => (await import('../messages/main.ts')).mainFormatter(locale) },
    settings,
    shownSome: () => listDrawn(drawn),
    opensTenant: opensTenant === true,
    ...present({ managed: managed && shownOf(managed) }),
    now: Date.now,
    list: (partly) => listed(engagements, surroundings, partly),
    customers: (here) => keptOf(here, surroundings.userData),
    load: async (begun, locale) => {
      const [{ createElectronHost }, { mainFormatter }, { createBackstage }] = await Promise.all([
        import('./electron-host.ts'),
        import('../messages/main.ts'),
        import('../presenting/backstage.ts'),
      ])
      backstage = createBackstage(PRACTICE_PACE)
      const customers = await customersIn(surroundings.userData)
      const brand = (await import('../records/brand/brand.ts')).brandFile(path.join(surroundings.userData, 'brand.json'))
      const template = async () => (await templatesIn(surroundings.userData)).chosen()
      const { proposalsFile } = await import('../records/pilot/proposals-file.ts')
      const proposals = proposalsFile(path.join(surroundings.userData, 'proposals.json'))
      const around = { ...shown, begun, customers, brand, template, proposals, formatter: await mainFormatter(locale) }
      return createElectronHost(surroundings, files, engagements, team, around, backstage)
    },
  })
  const listAgain = async (): Promise<void> => (await wizard.host()).listAgain()
  const team = lazily(async () => {
    const [{ createTeam }, { mainFormatter }] = await Promise.all([import('./team.ts'), import('../messages/main.ts')])
    return createTeam(surroundings, files, engagements, await mainFormatter(language()), () => void listAgain())
  })
  const lookAgain = async (): Promise<void> => {
    if (await hasTeamStore(surroundings)) await listAgain()
  }
  // What colleagues did meanwhile comes after what this computer knows.
  void lookAgain()
  const refusal = watchRefusals(wizard)
  let saved: Promise<void> = Promise.resolve()
  return {
    ...wizard,
    // What was changed right before the end is still on its way to the disk.
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
      // What the person chooses now also overrides the switch of this run.
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

/** What the page needs to draw a list after its first moments, on a slow computer. */
const TO_DRAW_MS = 250
/** A page that is never drawn holds nothing up for longer. */
const FIRST_DRAWING_MS = 5_000

/** Until a list that was shown while the page was being loaded, or later, is drawn. @param drawn the page’s first moments */
async function listDrawn(drawn: Promise<unknown>): Promise<void> {
  await Promise.race([drawn, pause(FIRST_DRAWING_MS, undefined, { ref: false })])
  await pause(TO_DRAW_MS)
}

/** What the window shows of an organization's policy. */
function shownOf(managed: Managed): ManagedShown {
  if ('problem' in managed) return managed
  const { source, settings } = managed
  const clouds = settings.AllowedClouds && Object.values(CLOUDS).filter(({ id }) => isCloudAllowed(settings, id))
  return { source, settings, ...present({ clouds: clouds?.map(({ name }) => name) }) }
}

/** The customer list in the profile, which the first page reads before the machine is there. */
const customersIn = async (userData: string) => (await import('../records/customers/customers-file.ts')).customersFile(userData, Date.now)

/** Where nothing was worked on, only the environments that could be are something to show: then nothing is loaded to read names. */
async function keptOf(here: readonly Listed[], userData: string) {
  const isShown = here.length > 0 || (await isThere(path.join(userData, 'directories.json')))
  return isShown ? (await customersIn(userData)).read() : undefined
}

/** The templates in the profile: asked with each reading, so that another choice holds at once. */
export const templatesIn = async (userData: string) =>
  (await import('../records/templates/templates-file.ts')).templatesFile(path.join(userData, 'templates.json'), Date.now)

/** What reads an engagement is not loaded where there is none. */
async function listed(
  folder: string,
  surroundings: Pick<DesktopIntegration, 'userData' | 'managed'>,
  partly: (some: readonly Listed[]) => Promise<void>,
): Promise<readonly Listed[]> {
  const names = await readdir(folder).catch((error: unknown) => (isMissing(error) ? [] : undefined))
  const isShared = await hasTeamStore(surroundings)
  if (names?.length === 0 && !isShared) return []
  const { listEngagements } = await import('../records/engagement/folder-store.ts')
  const here = await listEngagements(folder, { partly })
  if (!isShared) return here
  const { listedCopies } = await import('../records/team/copies.ts')
  return listedCopies(surroundings.userData, here, teamStoreOf(surroundings.managed)?.address)
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

const hasTeamStore = async ({ userData, managed }: Pick<DesktopIntegration, 'userData' | 'managed'>): Promise<boolean> =>
  teamStoreOf(managed) !== undefined || isThere(path.join(userData, 'team-store.json'))
