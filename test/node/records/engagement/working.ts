import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { Template } from '#machines/procedure/templates/template.ts'
import type { WizardView } from '#messages/view.ts'
import { createKeysHost, type KeysHost } from '#node/host/customer-managed-keys.ts'
import { createPracticeClock, type PracticeClock, realTimers, type Timers } from '#node/practice/clock.ts'
import type { Scenario } from '#node/practice/scenario.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import type { PracticeServer } from '#node/practice/server.ts'
import { type PersonId, TENANT } from '#node/practice/world.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import type { Holding } from '#node/records/engagement/lock.ts'
import type { EngagementStore } from '#node/records/engagement/store.ts'
import type { Keyring } from '#node/services/identity/keyring.ts'
import type { Files } from '#node/services/identity/sealed-files.ts'
import { type Driver, drive } from '#test/driver.ts'
import { entrance, fakeFiles, fakeKeyring, personChoosing, servePractice } from '../../services/identity/entering.ts'

const AT = Date.parse('2026-11-24T09:00:00Z')
const HOUR = 3_600_000

/** A link of an hour has all stages that one of a day has, and less of the same look. In milliseconds. */
const LINK_DURATION = HOUR
/** As long as it takes in practice. */
export const A_DAY = 26 * HOUR

/** The practice tenant over HTTPS, which is a real tenant to the wizard, and a folder for engagements beside it. */
export interface Workplace {
  /** Where the next run looks. */
  folder: string
  /** Where the next run keeps its records: in the folder, where absent. */
  storeFor?: (holding: Holding, now: () => number) => EngagementStore
  /** Template for the names proposed in step 3. */
  template?: Template
  readonly clock: PracticeClock
  readonly server: PracticeServer
  readonly environmentId: string
  /** Simulates a kill: the files as they are at this moment. The previous run continues elsewhere, unobserved. */
  kill(): Promise<void>
  /** A run of the wizard. @param holding another process or host than the usual */
  start(holding?: Partial<Holding>, person?: PersonId): Run
}

export interface Run extends Omit<Driver<KeysHost>, 'walkUntil'> {
  readonly cloudId: string
  /** Addresses of pages opened in the browser. */
  readonly opened: readonly string[]
  signIn(): void
  /** Answers each view until one fits, as a person would who wants to get on. */
  walkUntil(fits: (view: WizardView) => boolean): Promise<WizardView>
}

async function folderForTest(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'engagements-'))
  // On Windows, a file that a list still reads keeps its folder until it is closed.
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }))
  return folder
}

/** @param timers what lets sleepers of the clock wake: all at once if absent */
export async function workplace(name = 'ready-to-enable', timers: Timers = realTimers, linkDuration = LINK_DURATION): Promise<Workplace> {
  const scenario = scenarioByName(name)
  if (!scenario) throw new Error(`There is no scenario ${name}.`)
  const clock = createPracticeClock({ wall: () => AT, timers, speed: Number.POSITIVE_INFINITY, longest: 0 })
  const { server, cloud } = await servePractice({ clock, pace: 10_000, linkDuration }, name)
  const folder = await folderForTest()
  const desks = new Map<PersonId, { keyring: Keyring; files: Files }>()
  let locks = 0
  const place: Workplace = {
    folder,
    clock,
    server,
    environmentId: scenario.environmentId,
    async kill() {
      const left = place.folder
      place.folder = await folderForTest()
      // A file being written can disappear before it is copied.
      await cp(left, place.folder, { recursive: true, filter: (file) => !file.endsWith('.unfinished') })
    },
    start(wish = {}, person = 'ada') {
      const holding = { user: 'ada', host: 'desk-1', processId: 1, isRunning: () => true, newId: () => `lock-${locks++}`, ...wish }
      const desk = desks.get(person) ?? { keyring: fakeKeyring(), files: fakeFiles() }
      desks.set(person, desk)
      const { identity, opened } = entrance(cloud, { clock, ...desk, openBrowser: personChoosing(person) })
      const host = createKeysHost({
        openPractice: () => Promise.reject(new Error('Nothing is practised here.')),
        identity,
        scenarios: [],
        store: place.storeFor?.(holding, () => clock.now()) ?? engagementStore(place.folder, holding, () => clock.now()),
        wall: () => clock.now(),
        template: async () => place.template,
      })
      onTestFinished(() => host.stop())
      return running(host, cloud.id, scenario, clock, opened)
    },
  }
  return place
}

function running(host: KeysHost, cloudId: string, scenario: Scenario, clock: PracticeClock, opened: readonly string[]): Run {
  const driver = drive(host, (hours) => clock.advance(hours * HOUR))
  return {
    ...driver,
    cloudId,
    opened,
    signIn: () => host.send({ type: 'SIGN_IN', request: { way: 'browser', tenant: TENANT.id, cloud: cloudId } }),
    walkUntil: (fits) => driver.walkUntil(scenario, fits),
  }
}
