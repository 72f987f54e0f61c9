import path from 'node:path'
import { CLOUDS, doubtsOf } from '../machines/cloud/cloud.ts'
import { engagementStore } from './engagement/store.ts'
import { thisRun } from './engagement/this-run.ts'
import { createElectronIdentity, type ElectronSurroundings } from './identity/electron-identity.ts'
import { hostsOf } from './identity/hosts-shown.ts'
import type { StartFiles } from './identity/start-files.ts'
import { realTimers } from './practice/clock.ts'
import { scenarioList } from './practice/scenario-titles.ts'
import { createWizardHost, type WizardHost } from './wizard-host.ts'

// A pause of a service takes this much less than it says, and never longer than this many real milliseconds: long enough
// to be read, short enough for a class. What takes hours or days passes when the person lets it.
const PRACTICE_SPEED = 60
const PRACTICE_LONGEST_MS = 2_000

/** The wizard as the window uses it. What talks to the services is loaded when a tenant is opened, not before. */
export async function createWizard(surroundings: ElectronSurroundings, files: StartFiles): Promise<WizardHost> {
  const custom = files.customCloud?.cloud
  const clouds = [...(custom ? [custom] : []), ...Object.values(CLOUDS)]
  return createWizardHost({
    identity: await createElectronIdentity(surroundings, files),
    clouds: clouds.map((cloud) => {
      const { id, name, authority, verified } = cloud
      return { id, name, custom: cloud === custom, authority, verified, notes: doubtsOf(cloud) }
    }),
    ...(custom ? { customCloud: { name: custom.name, hosts: hostsOf(custom) } } : {}),
    wall: Date.now,
    store: engagementStore(path.join(surroundings.userData, 'engagements'), thisRun(), Date.now),
    scenarios: scenarioList,
    openPractice: async (scenario) => {
      const { openPractice } = await import('./practice/open.ts')
      return openPractice(scenario, {
        wall: Date.now,
        timers: realTimers,
        speed: PRACTICE_SPEED,
        longest: PRACTICE_LONGEST_MS,
        random: Math.random,
      })
    },
  })
}
