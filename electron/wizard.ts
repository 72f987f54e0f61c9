import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { CLOUDS, doubtsOf } from '../machines/cloud/cloud.ts'
import { startFormatterIn } from '../messages/start.ts'
import { scenarioList } from '../practice/scenario-titles.ts'
import { isMissing } from '../records/engagement/durable-file.ts'
import type { Listed } from '../records/engagement/store.ts'
import type { DesktopIntegration } from '../services/identity/desktop-identity.ts'
import { hostsOf } from '../services/identity/hosts-shown.ts'
import type { StartFiles } from '../services/identity/start-files.ts'
import { openFirstPage, type Wizard } from './first-page.ts'

export { pushViews } from './ipc/push-views.ts'
export { menuTemplate } from './window/menu.ts'

/**
 * The wizard as the window uses it. Everything behind the first page is loaded when it is asked for.
 * @param locale the language it speaks, BCP 47
 */
export async function createWizard(surroundings: DesktopIntegration, files: StartFiles, locale: string): Promise<Wizard> {
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
  return openFirstPage({
    shown,
    formatter: await startFormatterIn(locale),
    now: Date.now,
    list: () => listed(engagements),
    load: async (begun) => {
      const [{ createElectronHost }, { mainFormatter }] = await Promise.all([import('./electron-host.ts'), import('../messages/main.ts')])
      return createElectronHost(surroundings, files, engagements, { ...shown, begun, formatter: await mainFormatter(locale) })
    },
  })
}

/** What reads an engagement is not loaded where there is none. */
async function listed(folder: string): Promise<readonly Listed[]> {
  const names = await readdir(folder).catch((error: unknown) => (isMissing(error) ? [] : undefined))
  if (names?.length === 0) return []
  const { listEngagements } = await import('../records/engagement/store.ts')
  return listEngagements(folder)
}
