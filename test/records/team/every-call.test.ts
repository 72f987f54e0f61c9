import { describe, expect, it } from 'vitest'
import { verifyChain } from '../../../records/engagement/journal/chain.ts'
import { type Container, ContainerRefused, type RefusalKind } from '../../../services/storage/container.ts'
import { attested, chosen, ID } from '../engagement/store-contract.ts'
import { type Desk, teamAt } from './desks.ts'
import { sharedAzurite } from './emulator.ts'

const azurite = sharedAzurite()

type Fault = (work: () => Promise<unknown>) => Promise<unknown>

const refuse =
  (kind: RefusalKind): Fault =>
  () =>
    Promise.reject(new ContainerRefused(kind, kind))

const FAULTS: Readonly<Record<string, Fault>> = {
  'is lost on its way': refuse('unreachable'),
  'is done, and its answer lost': async (work) => {
    await work().catch(() => undefined)
    throw new ContainerRefused('unreachable', 'ECONNRESET')
  },
  'finds the sign-in ended': refuse('signed-out'),
  'is forbidden for a moment': refuse('forbidden'),
}

/** A container whose call of that number meets a fault, and how many calls there were. */
function meeting(container: Container, at: number, fault: Fault) {
  const calls: string[] = []
  const own = new Proxy(container, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name)
      if (typeof method !== 'function') return method
      return (...given: unknown[]) => {
        const work = async (): Promise<unknown> => Reflect.apply(method, target, given)
        return calls.push(String(name)) - 1 === at ? fault(work) : work()
      }
    },
  })
  return { own, calls }
}

/** Its clock only ever moves on: a lease ends once it is a minute older. */
let ahead = 0
function letLeasesEnd(): Promise<void> {
  ahead += 100
  return azurite.shiftClock(ahead)
}

const KEYS = ['one', 'two', 'three']

/** Opens an environment, writes three lines and a state, and closes it. */
async function work(desk: Desk): Promise<void> {
  // A lease that was taken and whose holder could not be named ends by itself; then a person opens it again.
  const open = await desk.open().catch(async () => {
    await letLeasesEnd()
    return desk.open()
  })
  for (const key of KEYS) {
    await open.journal.append(attested(key))
    await open.save(chosen(open.engagement, key))
  }
  await open.close()
}

describe('a call of the team’s store', () => {
  it.each(Object.entries(FAULTS))(
    'that %s, each in turn, loses no line and writes none twice',
    { timeout: 120_000 },
    async (_name, fault) => {
      const first = await teamAt(azurite)
      const { own: undisturbed, calls: all } = meeting(first.container, Number.POSITIVE_INFINITY, fault)
      await work(first.desk({}, undisturbed))
      await first.close()
      for (let at = 0; at < all.length; at++) {
        const team = await teamAt(azurite)
        const { own, calls } = meeting(team.container, at, fault)
        const desk = team.desk({}, own)
        await work(desk)
        expect(calls.length, 'the fault came').toBeGreaterThan(at)
        // What the fault kept on this computer arrives when the environment is opened again, once its lease has ended.
        await letLeasesEnd()
        await (await desk.again(team.container).open()).close()
        const { ok, lines } = await team.desk().store.journal(ID)
        const met = `call ${at}, ${calls[at]}`
        expect(ok, met).toBe(true)
        expect(verifyChain(lines).ok, met).toBe(true)
        expect(
          lines.map(({ content }) => content['key']).filter((key) => key !== undefined),
          met,
        ).toEqual(KEYS)
        expect(await team.desk().store.list(), met).toMatchObject([{ engagement: { attestations: [{ by: 'three' }] } }])
        await team.close()
      }
      expect(all.length).toBeGreaterThan(10)
    },
  )
})
