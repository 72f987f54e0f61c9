import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Container, isRefused } from '#node/services/storage/container.ts'
import { sharedAzurite } from './emulator.ts'
import { MemoryContainer } from './memory-container.ts'

const azurite = sharedAzurite()

interface Service {
  readonly container: Container
  /** Time passes at the service. */
  letPass(seconds: number): Promise<void>
}

let containers = 0
let ahead = 0
const SERVICES: Readonly<Record<string, () => Promise<Service>>> = {
  'the storage emulator': async () => {
    const name = `contract-${process.pid}-${containers++}`
    await azurite.administer(name, 'create')
    return {
      container: azurite.container(name),
      letPass(seconds) {
        ahead += seconds
        return azurite.shiftClock(ahead)
      },
    }
  },
  'the container in memory': async () => {
    const service = new MemoryContainer()
    return {
      container: service.at(),
      async letPass(seconds) {
        service.now += seconds * 1000
      },
    }
  },
}

const [MINE, THEIRS] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']

/** Refusal of a call, if any. */
const outcome = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: unknown) => (isRefused(error) ? error.kind : String(error)),
  )

describe.each(Object.entries(SERVICES))('a container: %s', (_name, open) => {
  let container: Container
  let letPass: Service['letPass']
  beforeEach(async () => {
    ;({ container, letPass } = await open())
  })
  afterEach(async () => {
    ahead = 0
    await azurite.shiftClock(0)
  })

  const text = async (name: string) => (await container.read(name, 0, 1_000))?.bytes.toString('utf8')

  it('puts what isn’t there, and writes over only what is as it was', async () => {
    const etag = await container.put('a/1.json', 'one')
    expect(await outcome(container.put('a/1.json', 'two'))).toBe('changed')
    const next = await container.put('a/1.json', 'two', etag)
    expect(await outcome(container.put('a/1.json', 'three', etag))).toBe('changed')
    expect(await outcome(container.put('a/none.json', 'three', etag))).toBe('changed')
    expect(await text('a/1.json')).toBe('two')
    expect((await container.head('a/1.json'))?.etag).toBe(next)
  })

  it('keeps of a blob’s metadata what the last put gave', async () => {
    const etag = await container.put('a/1.json', 'one', undefined, { branch: '1', from: 'x' })
    expect((await container.head('a/1.json'))?.metadata).toEqual({ branch: '1', from: 'x' })
    const next = await container.put('a/1.json', 'two', etag, { branch: '2' })
    expect((await container.list('a/'))[0]?.metadata).toEqual({ branch: '2' })
    await container.put('a/1.json', 'three', next)
    expect((await container.head('a/1.json'))?.metadata).toEqual({})
  })

  it('reads from a place on, and nothing where there is nothing', async () => {
    await container.put('a/1.json', 'hello')
    expect((await container.read('a/1.json', 3, 10))?.bytes.toString()).toBe('lo')
    expect((await container.read('a/1.json', 5, 10))?.bytes).toHaveLength(0)
    expect(await container.read('a/none.json', 0, 10)).toBeUndefined()
    expect(await outcome(container.read('a/1.json', 0, 3))).toBe('other')
    expect(await container.head('a/none.json')).toBeUndefined()
  })

  it('lists by name, and what begins as asked', async () => {
    for (const name of ['b/2', 'a/1', 'b/1']) await container.put(name, name)
    expect((await container.list('b/')).map(({ name, size }) => [name, size])).toEqual([
      ['b/1', 3],
      ['b/2', 3],
    ])
    expect(await container.list('c/')).toEqual([])
  })

  it('makes a log once, and takes lines at its end from who has its lease', async () => {
    expect(await container.createLog('a/log')).toBe(true)
    expect(await container.createLog('a/log')).toBe(false)
    expect(await outcome(container.append('a/log', 'x', 0, MINE))).toBe('leased')
    await container.acquire('a/log', MINE)
    await container.append('a/log', 'one\n', 0, MINE)
    expect(await outcome(container.append('a/log', 'two\n', 0, MINE))).toBe('changed')
    expect(await outcome(container.append('a/log', 'two\n', 4, THEIRS))).toBe('leased')
    expect(await outcome(container.append('a/none', 'two\n', 0, MINE))).toBe('missing')
    expect(await text('a/log')).toBe('one\n')
  })

  it('gives a lease to one, and again to the same', async () => {
    await container.createLog('a/log')
    expect(await outcome(container.acquire('a/none', MINE))).toBe('missing')
    await container.acquire('a/log', MINE)
    expect(await outcome(container.acquire('a/log', MINE))).toBe('done')
    expect(await outcome(container.acquire('a/log', THEIRS))).toBe('leased')
    expect(await outcome(container.renew('a/log', THEIRS))).toBe('leased')
    expect(await outcome(container.release('a/log', THEIRS))).toBe('leased')
    expect((await container.head('a/log'))?.isLeased).toBe(true)
    await container.release('a/log', MINE)
    expect((await container.head('a/log'))?.isLeased).toBe(false)
    expect(await outcome(container.acquire('a/log', THEIRS))).toBe('done')
  })

  it('ends a lease that isn’t renewed, and takes nothing under it', async () => {
    await container.createLog('a/log')
    await container.acquire('a/log', MINE)
    await letPass(40)
    await container.renew('a/log', MINE)
    await letPass(40)
    expect(await outcome(container.append('a/log', 'one\n', 0, MINE))).toBe('done')
    await letPass(61)
    expect((await container.head('a/log'))?.isLeased).toBe(false)
    expect(await outcome(container.append('a/log', 'two\n', 4, MINE))).toBe('leased')
    expect(await outcome(container.acquire('a/log', THEIRS))).toBe('done')
    expect(await outcome(container.renew('a/log', MINE))).toBe('leased')
  })

  it('breaks a lease for who saw it as it is', async () => {
    await container.createLog('a/log')
    await container.acquire('a/log', MINE)
    const seen = (await container.head('a/log'))?.etag ?? ''
    const etag = await container.describe('a/log', { holder: 'me' }, { lease: MINE })
    expect(await outcome(container.breakLease('a/log', seen))).toBe('changed')
    expect(await outcome(container.breakLease('a/log', etag))).toBe('done')
    // One that is broken or has ended can be broken; where there is none, there is nothing to break.
    expect(await outcome(container.breakLease('a/log', etag))).toBe('done')
    await container.createLog('a/free')
    expect(await outcome(container.breakLease('a/free', (await container.head('a/free'))?.etag ?? ''))).toBe('leased')
    expect(await outcome(container.renew('a/log', MINE))).toBe('leased')
    expect(await outcome(container.append('a/log', 'one\n', 0, MINE))).toBe('leased')
    expect(await outcome(container.acquire('a/log', THEIRS))).toBe('done')
  })

  it('describes a log for who has its lease, or as it was seen', async () => {
    await container.createLog('a/log')
    const etag = (await container.head('a/log'))?.etag ?? ''
    const next = await container.describe('a/log', { holder: 'one' }, { etag })
    expect(await outcome(container.describe('a/log', { holder: 'two' }, { etag }))).toBe('changed')
    expect(await outcome(container.describe('a/log', { holder: 'two' }, { lease: MINE }))).toBe('leased')
    await container.acquire('a/log', MINE)
    expect((await container.head('a/log'))?.etag).toBe(next)
    expect(await outcome(container.describe('a/log', { holder: 'two' }, {}))).toBe('leased')
    expect((await container.list('a/'))[0]?.metadata).toEqual({ holder: 'one' })
  })

  it('deletes a log only for who has its lease, and gives its name again', async () => {
    await container.createLog('a/log')
    const before = (await container.head('a/log'))?.createdAt
    await container.acquire('a/log', MINE)
    expect(await outcome(container.remove('a/log'))).toBe('leased')
    expect(await outcome(container.remove('a/log', THEIRS))).toBe('leased')
    await container.remove('a/log', MINE)
    expect(await outcome(container.remove('a/log', MINE))).toBe('missing')
    expect(await outcome(container.renew('a/log', MINE))).toBe('missing')
    await letPass(2)
    expect(await container.createLog('a/log')).toBe(true)
    expect((await container.head('a/log'))?.createdAt).not.toBe(before)
    expect(await outcome(container.acquire('a/log', THEIRS))).toBe('done')
  })
})
