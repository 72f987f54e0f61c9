import type { Formatter } from '#messages/formatter.ts'
import { createKeysHost, type KeysHost, type KeysHostOptions } from '#node/host/customer-managed-keys.ts'
import type { TeamDesk } from '#node/host/team-desk.ts'
import { realTimers } from '#node/practice/clock.ts'
import type { Backstage } from '#node/practice/presenting/backstage.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import { thisRun } from '#node/records/engagement/this-run.ts'
import { sharedStore } from '#node/records/team/shared-store.ts'
import { createDesktopIdentity, createQuietSignIns, type DesktopIntegration } from '#node/services/identity/desktop-identity.ts'
import type { StartFiles } from '#node/services/identity/start-files.ts'
import { systemClock } from '#node/services/identity/system-clock.ts'
import type { Identity } from '#node/services/open-tenant.ts'

/**
 * Creates the machine with Electron's functions. Service clients load with the first tenant.
 * @param engagements folder on this computer
 * @param backstage observes activity
 */
export async function createElectronHost(
  surroundings: DesktopIntegration,
  files: StartFiles,
  engagements: string,
  team: () => Promise<TeamDesk>,
  shown: Pick<KeysHostOptions, 'scenarios' | 'clouds' | 'customCloud' | 'begun' | 'customers' | 'brand' | 'template' | 'proposals'> & {
    readonly formatter: Formatter
  },
  backstage: Backstage,
): Promise<KeysHost> {
  return createKeysHost({
    ...shown,
    identity: watchedIdentity(createDesktopIdentity(surroundings, files, shown.formatter, backstage.watch), backstage),
    quietly: { connect: createQuietSignIns(surroundings, files, shown.formatter), clock: systemClock },
    wall: Date.now,
    inspect: backstage.inspect,
    store: sharedStore(engagementStore(engagements, thisRun(), Date.now), async () => (await team()).store()),
    openRecording: async (recording) => {
      const { openRecorded } = await import('#node/practice/recorded.ts')
      backstage.opened()
      const began = Date.now()
      return openRecorded(recording, { timers: realTimers, random: Math.random, watch: backstage.watch, elapsed: () => Date.now() - began })
    },
    openPractice: async (scenario) => {
      const { openPractice } = await import('#node/practice/open.ts')
      const open = openPractice(scenario, {
        watch: backstage.watch,
        wall: Date.now,
        timers: realTimers,
        random: Math.random,
        // Read for each pause.
        get speed() {
          return backstage.staging.pace.speed
        },
        get longest() {
          return backstage.staging.pace.longest
        },
      })
      backstage.opened(open.practice)
      return open
    },
  })
}

const watchedIdentity = (identity: Identity, backstage: Backstage): Identity => ({
  ...identity,
  signIn(request, report, signal) {
    backstage.opened()
    return identity.signIn(request, report, signal)
  },
  listTenants(request, report, signal) {
    backstage.opened()
    return identity.listTenants(request, report, signal)
  },
})
