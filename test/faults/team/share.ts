import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ownOf, say } from '../../long/share.ts'
import { startAzurite } from '../../node/records/team/azurite.ts'
import { AFTERWARDS } from '../afterwards.ts'
import { sayCase } from '../said.ts'
import { type Team, walkInStore } from './one-case.ts'
import { STORE_FAULTS, type StoreCall, type StoreFault, type StoreRule, wireTo } from './wire.ts'

// No process is killed here, so that no disk need be waited for where there is a folder in memory.
const MEMORY = '/dev/shm'

/** In which the service did what was asked, or time passed there: once is what matters. */
const ONCE: readonly StoreFault[] = ['500-after', 'reset-after', 'cut-body', 'lease-ended', 'lease-taken']

/**
 * A call that comes often meets the fault once at first, and from the third time on until the person has it fixed. One that comes now and
 * then meets it once, or from the first time on.
 */
const when = (times: number, fault: StoreFault): Pick<StoreRule, 'times' | 'from'> =>
  times > 3 ? { times: [1], from: 3 } : ONCE.includes(fault) ? { times: [1] } : { times: [], from: 1 }

/** Faults without a message because nothing is held back: a lease that expires, and a policy that the store works around. */
const isQuiet = (call: StoreCall, fault: StoreFault): boolean =>
  /lease (release|renew)$/.test(call) || fault === 'lease-ended' || (fault === '409-immutable' && /metadata$|engagement/.test(call))

/** `npm run test:faults -- --store team`: each kind of call of the team's store met by each fault. */
export async function meetEachInStore(): Promise<void> {
  const azurite = await startAzurite()
  const folder = await mkdtemp(path.join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'faults-'))
  const { error: log } = console
  // The app's log repeats each fault.
  console.error = () => undefined
  let ahead = 0
  const letLeasesEnd = (): Promise<void> => {
    ahead += 100
    return azurite.shiftClock(ahead)
  }
  const wire = await wireTo(azurite, letLeasesEnd)
  const team: Team = { azurite, wire, folder, letLeasesEnd }
  try {
    await meetEach(team)
  } finally {
    console.error = log
    await wire.close()
    await azurite.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function meetEach(team: Team): Promise<void> {
  const scenario = AFTERWARDS
  const clean = await walkInStore(scenario, team)
  const wrong = [...clean.wrong, ...clean.duplicates, ...clean.lost, ...clean.told]
  if (wrong.length > 0) throw new Error(`Nothing goes wrong, and yet: ${wrong.join('; ')}`)
  const calls = [...clean.calls].sort(([one], [other]) => one.localeCompare(other))
  say({ highest: { calls: calls.length, faults: STORE_FAULTS.length } })
  const cases = calls.flatMap(([call, times]) => STORE_FAULTS.map((fault) => ({ call, times, fault, name: `${call}: ${fault}` })))
  for (const { call, times, fault, name } of ownOf(cases)) {
    const rule: StoreRule = { call, fault, ...when(times, fault) }
    const { wrong: other, met, ...found } = await walkInStore(scenario, team, rule, clean)
    const isSaid = found.told.length > 0 || rule.from === undefined || isQuiet(call, fault)
    const wrong = [...other, ...(met === 0 ? ['The fault never came'] : []), ...(isSaid ? [] : ['The page said nothing of it'])]
    sayCase(name, { ...found, wrong })
  }
}
