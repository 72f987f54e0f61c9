import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { type Container, ContainerRefused } from '#node/services/storage/container.ts'
import { english } from '#test/english.ts'
import { attested, chosen, ID, PLACE, WHOSE } from '../engagement/store-contract.ts'
import type { Way } from './memory-container.ts'
import { type Computer, type Office, openOffice } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

/** The way of a wizard that is killed before or after one of its requests: no other one leaves. */
class Killable implements Way {
  #isKilled = false
  #before: keyof Container | undefined
  #left = 0
  #call: keyof Container | undefined

  /** @param nth of these requests from now on */
  killAfter(call: keyof Container, nth: number): void {
    this.#call = call
    this.#left = nth
  }

  killBefore(call: keyof Container): void {
    this.#before = call
  }

  kill(): void {
    this.#isKilled = true
  }

  startAgain(): void {
    this.#isKilled = false
    this.#before = undefined
  }

  before(call: keyof Container): void {
    if (call === this.#before) this.#isKilled = true
    if (this.#isKilled) throw new ContainerRefused('unreachable', 'It was killed.')
  }

  after(call: keyof Container): void {
    if (call === this.#call && --this.#left === 0) this.#isKilled = true
    this.before(call)
  }
}

const tryToOpen = (computer: Computer) => computer.store.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)

const SECOND = { processId: 2, isRunning: (id: number) => id === 2 }
const UNREADABLE = { ok: false, held: { state: 'unreadable' } }

/** Ada's run is killed between the requests that take the lease, or that release it: the lease is in force, and its holder isn't named. */
describe.each(['takes', 'releases'] as const)('a run that was killed while it %s the lease', (what) => {
  async function killed(): Promise<{ readonly ada: Computer; readonly way: Killable }> {
    const way = new Killable()
    const ada = office.computer('ada', way)
    const open = await ada.open()
    await open.journal.append(attested('one'))
    await open.save(chosen(open.engagement, 'one'))
    if (what === 'releases') {
      // The first one is of the log.
      way.killAfter('describe', 1)
      await open.close()
    } else {
      await open.close()
      way.killAfter('acquire', 1)
      expect(await tryToOpen(ada)).toMatchObject({ ok: false })
    }
    return { ada, way }
  }

  it('hinders no later start on the same computer, which says whose lease it ended', async () => {
    const { ada, way } = await killed()
    way.startAgain()
    const open = await ada.again(SECOND).open()
    expect(open.engagement).toMatchObject({ attestations: [{ by: 'one' }] })
    const last = (await open.journal.lines()).at(-1)
    expect(english.all(last?.content)).toMatchObject({ what: 'lock-broken', detail: expect.stringContaining('(process 1 on ada-desk)') })
    await open.close()
  })

  it('doesn’t hinder a later start where an earlier one couldn’t reach the store', async () => {
    const { ada, way } = await killed()
    way.startAgain()
    ada.down(true)
    expect(await tryToOpen(ada.again(SECOND))).toMatchObject({ ok: false })
    ada.down(false)
    await (await ada.again({ processId: 3, isRunning: (id) => id === 3 }).open()).close()
  })

  it('hinders a colleague until the lease ends by itself', async () => {
    await killed()
    const grace = office.computer('grace')
    expect(await tryToOpen(grace)).toMatchObject(UNREADABLE)
    office.letPass(60)
    const open = await grace.open()
    expect(open.engagement).toMatchObject({ attestations: [{ by: 'one' }] })
    await open.close()
  })

  it('isn’t ended while its process runs', async () => {
    const { ada, way } = await killed()
    way.startAgain()
    expect(await tryToOpen(ada.again({ processId: 2 }))).toMatchObject(UNREADABLE)
  })
})

describe('a run that was killed before it took the lease of an earlier one that was killed', () => {
  it.each(['release', 'acquire'] as const)('hinders no later start on the same computer, before its %s', async (call) => {
    const way = new Killable()
    const ada = office.computer('ada', way)
    const open = await ada.open()
    await open.journal.append(attested('one'))
    await open.save(chosen(open.engagement, 'one'))
    way.kill()
    way.startAgain()
    way.killBefore(call)
    expect(await tryToOpen(ada.again(SECOND))).toMatchObject({ ok: false })
    way.startAgain()
    const third = ada.again({ processId: 3, isRunning: (id) => id === 3 })
    expect((await third.shared.list())[0]).not.toHaveProperty('held')
    const last = await third.open()
    expect(english.all((await last.journal.lines()).at(-1)?.content)).toMatchObject({
      what: 'lock-broken',
      detail: expect.stringContaining('(process 1 on ada-desk)'),
    })
    await last.close()
  })
})

describe('a lease whose end a lost network kept from the store', () => {
  async function closed(): Promise<{ readonly ada: Computer; readonly way: Killable }> {
    const way = new Killable()
    const ada = office.computer('ada', way)
    const open = await ada.open()
    await open.journal.append(attested('one'))
    await open.save(chosen(open.engagement, 'one'))
    ada.down(true)
    await open.close()
    ada.down(false)
    return { ada, way }
  }

  it('hinders no opening in the same run', async () => {
    const { ada } = await closed()
    const open = await ada.open()
    expect((await open.journal.lines()).map(({ kind, content }) => content['key'] ?? kind)).toEqual(['one'])
    await open.close()
  })

  it('hinders no later start where the same run was killed while it opened the environment again', async () => {
    for (const call of ['release', 'acquire', 'head'] as const) {
      const { ada, way } = await closed()
      way.killBefore(call)
      expect(await tryToOpen(ada)).toMatchObject({ ok: false })
      way.startAgain()
      await (await ada.again(SECOND).open()).close()
    }
  })

  it('hinders a colleague until it ends by itself', async () => {
    await closed()
    const grace = office.computer('grace')
    expect(await tryToOpen(grace)).toMatchObject({ ok: false, held: { state: 'elsewhere', holder: { user: 'ada' } } })
    office.letPass(60)
    await (await grace.open()).close()
  })
})

describe('a run that asks while another run of the same computer has the lease', () => {
  it('leaves it to that run, and keeps whose it is where it is killed itself', async () => {
    const way = new Killable()
    const ada = office.computer('ada', way)
    const open = await ada.open()
    await open.journal.append(attested('one'))
    await open.save(chosen(open.engagement, 'one'))
    const both = (id: number): boolean => id === 1 || id === 2
    expect(await tryToOpen(ada.again({ processId: 2, isRunning: both }))).toMatchObject({ ok: false, held: { state: 'here' } })
    way.killBefore('head')
    await tryToOpen(ada.again({ processId: 2, isRunning: both }))
    way.startAgain()
    // Both were killed.
    await (await ada.again({ processId: 3, isRunning: (id) => id === 3 }).open()).close()
  })

  it('leaves it to the same run where that has the environment open', async () => {
    const ada = office.computer('ada')
    const open = await ada.open()
    expect(await tryToOpen(ada)).toMatchObject({ ok: false, held: { state: 'here', holder: { user: 'ada' } } })
    // Another address of the store is another store in the same run.
    expect(await tryToOpen(ada.again())).toMatchObject({ ok: false, held: { state: 'here', holder: { user: 'ada' } } })
    await open.journal.append(attested('one'))
    await open.close()
  })
})

describe('a run that was killed when its lease still named an earlier one that was killed', () => {
  const THIRD = { processId: 3, isRunning: (id: number) => id === 3 }

  it('hinders no later start on the same computer', async () => {
    const way = new Killable()
    const ada = office.computer('ada', way)
    const open = await ada.open()
    await open.save(chosen(open.engagement, 'one'))
    way.kill()
    way.startAgain()
    way.killAfter('acquire', 1)
    expect(await tryToOpen(ada.again(SECOND))).toMatchObject({ ok: false })
    way.startAgain()
    await (await ada.again(THIRD).open()).close()
  })

  it('hinders none where the folder was put away that a colleague’s removal left', async () => {
    const [ada, grace] = [office.computer('ada'), office.computer('grace')]
    const first = await ada.open()
    await first.journal.append(attested('one'))
    await first.save(chosen(first.engagement, 'one'))
    await first.close()
    await grace.shared.list()
    await grace.shared.remove(ID)
    const anew = await ada.open()
    await anew.journal.append(attested('two'))
    await anew.save(chosen(anew.engagement, 'two'))
    // Killed. Another one is started, and continues at once.
    const open = await ada.again(SECOND).open()
    expect((await open.journal.lines()).map(({ kind, content }) => content['key'] ?? kind)).toEqual(['two', 'recovered'])
    await open.close()
  })

  it('hinders none where a policy keeps a colleague’s name on it', async () => {
    const [ada, grace] = [office.computer('ada'), office.computer('grace')]
    const hers = await grace.open()
    await hers.save(chosen(hers.engagement, 'one'))
    office.service.isImmutable = true
    office.letPass(100)
    await (await ada.open()).journal.append(attested('two'))
    // Killed. Another one is started, and continues at once.
    const open = await ada.again(SECOND).open()
    await open.close()
  })
})

describe('a lease under a policy, which still names an earlier run of this computer', () => {
  it('is a colleague’s, and taken only on request', async () => {
    const [ada, grace] = [office.computer('ada'), office.computer('grace')]
    const first = await ada.open()
    await first.save(chosen(first.engagement, 'one'))
    office.service.isImmutable = true
    await first.close()
    const hers = await grace.open()
    const second = ada.again(SECOND)
    const held = { ok: false, held: { state: 'elsewhere', holder: { user: 'ada', processId: 1 } } }
    for (const _again of [1, 2]) expect(await tryToOpen(second)).toMatchObject(held)
    await hers.journal.append(attested('two'))
    const opening = await tryToOpen(second)
    if (opening.ok || !('held' in opening)) throw new Error('It was opened.')
    expect(await second.store.breakLock(PLACE, opening.held.holder?.id)).toBe(true)
    const open = await second.open()
    expect((await open.journal.lines()).map(({ kind, content }) => content['key'] ?? kind)).toContain('two')
    await open.close()
  })
})

describe('a lease under a policy, which names no holder', () => {
  it('is ended by the next start on the computer whose run was killed, and by no other', async () => {
    office.service.isImmutable = true
    const way = new Killable()
    const [ada, grace] = [office.computer('ada', way), office.computer('grace')]
    const hers = await ada.open()
    await hers.journal.append(attested('one'))
    await hers.save(hers.engagement)
    way.kill()
    expect(await tryToOpen(grace)).toMatchObject(UNREADABLE)
    way.startAgain()
    const open = await ada.again(SECOND).open()
    expect((await open.journal.lines()).map(({ kind, content }) => content['key'] ?? kind)).toEqual(['one', 'recovered'])
    await open.close()
    await grace.open()
    expect(await tryToOpen(ada.again({ processId: 3, isRunning: (id) => id === 3 }))).toMatchObject(UNREADABLE)
  })
})

describe('an opening that takes the lease, and whose next request fails', () => {
  it.each([
    ['before', 'head'],
    ['before', 'describe'],
    ['after', 'describe'],
  ] as const)('leaves no lease: %s the service has %s', async (when, failing) => {
    let isLost = true
    let isTaken = false
    const ada = office.computer('ada', {
      [when](call: keyof Container) {
        isTaken ||= call === 'acquire'
        if (call !== failing || !isLost || (when === 'before' && !isTaken)) return
        isLost = false
        throw new ContainerRefused('unreachable', 'read ECONNRESET')
      },
    })
    expect(await tryToOpen(ada)).toMatchObject({ ok: false, why: expect.anything() })
    const open = await ada.open()
    expect(await open.journal.lines()).toEqual([])
    await open.close()
  })
})

describe('a renewal that runs while the environment is closed', () => {
  /** Ada, whose next renewal waits for `goOn`. */
  async function renewing() {
    const gate = { isSet: false, isCut: false, goOn: (): void => undefined }
    const ada = office.computer('ada', {
      async before(call) {
        if (call === 'renew' && gate.isSet) {
          gate.isSet = false
          await new Promise<void>((resolve) => {
            gate.goOn = resolve
          })
        } else if (gate.isCut) throw new ContainerRefused('unreachable', 'read ECONNRESET')
      },
    })
    return { ada, gate, open: await ada.open() }
  }

  it('writes nothing after that', async () => {
    const { ada, gate, open } = await renewing()
    await open.save(chosen(open.engagement, 'one'))
    gate.isCut = true
    await open.save(chosen(open.engagement, 'waits'))
    gate.isSet = true
    const ticking = ada.tick()
    await open.close()
    const state = () => readFile(path.join(ada.copies, ID, 'team-store.json'), 'utf8')
    const before = await state()
    gate.isCut = false
    gate.goOn()
    await ticking
    expect(await state()).toBe(before)
    expect(await office.computer('third').shared.list()).toMatchObject([{ engagement: { attestations: [{ by: 'one' }] } }])
  })

  it('doesn’t take the lease again, also under a policy', async () => {
    office.service.isImmutable = true
    const { ada, gate, open } = await renewing()
    gate.isSet = true
    const ticking = ada.tick()
    await open.close()
    gate.goOn()
    await ticking
    await (await office.computer('grace').open()).close()
  })
})
