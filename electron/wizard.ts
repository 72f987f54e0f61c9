import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { CLOUDS, doubtsOf } from '../machines/cloud/cloud.ts'
import { languageOf, OFFERED } from '../messages/languages.ts'
import { startFormatterIn } from '../messages/start.ts'
import { scenarioList } from '../practice/scenario-titles.ts'
import { isMissing } from '../records/engagement/durable-file.ts'
import type { Listed } from '../records/engagement/store.ts'
import { settingsStore } from '../records/settings.ts'
import type { DesktopIntegration } from '../services/identity/desktop-identity.ts'
import { hostsOf } from '../services/identity/hosts-shown.ts'
import type { StartFiles } from '../services/identity/start-files.ts'
import { openFirstPage, type SpeakingWizard } from './first-page.ts'
import { startMessages } from './messages.ts'

export { pushViews } from './ipc/push-views.ts'
export { keepMenu } from './window/keep-menu.ts'

/** What decides on the language besides the person's own choice. */
export interface LanguageSurroundings {
  /** The value of the `--language` switch. */
  readonly asked?: string | undefined
  /** The system's languages, BCP 47, the preferred one first. */
  readonly system: () => readonly string[]
}

/** The wizard as the window uses it. Everything behind the first page is loaded when it is asked for. */
export async function createWizard(
  surroundings: DesktopIntegration,
  files: StartFiles,
  { asked, system }: LanguageSurroundings,
): Promise<SpeakingWizard> {
  const settings = settingsStore(path.join(surroundings.userData, 'settings.json'))
  const { language: chosen } = await settings.read()
  const custom = files.customCloud?.cloud
  const clouds = [...(custom ? [custom] : []), ...Object.values(CLOUDS)]
  const engagements = path.join(surroundings.userData, 'engagements')
  const shown = {
    scenarios: scenarioList,
    clouds: clouds.map((cloud) => {
      const { id, name, authority, verified } = cloud
      return { id, name, custom: cloud === custom, authority, verified, notes: doubtsOf(cloud) }
    }),
    ...(custom ? { customCloud: { name: custom.name, hosts: hostsOf(custom) } } : {}),
  }
  const wizard = openFirstPage({
    shown,
    formatter: await startFormatterIn(languageOf({ asked, chosen, system: system() })),
    formatters: { start: startFormatterIn, main: async (locale) => (await import('../messages/main.ts')).mainFormatter(locale) },
    languageChoice: chosen,
    now: Date.now,
    list: () => listed(engagements),
    load: async (begun, locale) => {
      const [{ createElectronHost }, { mainFormatter }] = await Promise.all([import('./electron-host.ts'), import('../messages/main.ts')])
      return createElectronHost(surroundings, files, engagements, { ...shown, begun, formatter: await mainFormatter(locale) })
    },
  })
  return {
    ...wizard,
    offered: OFFERED,
    async chooseLanguage(choice) {
      // What the person chooses now also overrides the switch of this run.
      await wizard.speak(languageOf({ chosen: choice, system: system() }), choice)
      try {
        await settings.write({ language: choice })
        return { ok: true }
      } catch (error) {
        return {
          ok: false,
          why: wizard.text(startMessages.languageNotSaved({ error: error instanceof Error ? error.message : String(error) })),
        }
      }
    },
  }
}

/** What reads an engagement is not loaded where there is none. */
async function listed(folder: string): Promise<readonly Listed[]> {
  const names = await readdir(folder).catch((error: unknown) => (isMissing(error) ? [] : undefined))
  if (names?.length === 0) return []
  const { listEngagements } = await import('../records/engagement/store.ts')
  return listEngagements(folder)
}
