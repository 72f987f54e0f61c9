import { execFileSync } from 'node:child_process'
import { readFile, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { engagementStore, listEngagements } from '#node/records/engagement/folder-store.ts'
import { english } from '#test/english.ts'
import { testFolder } from '#test/folder.ts'
import { AT, attested, chosen, ID, opened, PLACE, run, storeContract, WHOSE } from './store-contract.ts'

storeContract('a folder on this computer', async () => {
  const folder = testFolder()
  return {
    store: (holding) => engagementStore(folder, holding, () => AT),
    close: async () => undefined,
  }
})

describe('an environment whose files with saved work are gone, and whose log is there', () => {
  /** @param left what one run leaves */
  async function without(files: readonly string[]) {
    const folder = testFolder()
    const store = engagementStore(folder, run(), () => AT)
    const first = await opened(store)
    await first.journal.append(attested('one'))
    await first.save(chosen(first.engagement, 'one'))
    await first.save(chosen(first.engagement, 'two'))
    await first.close()
    for (const file of files) await rm(path.join(folder, ID, file))
    return { folder, store }
  }
  const BOTH = ['engagement.json', 'engagement.previous.json']
  const listedIn = async (folder: string) => english.all(await listEngagements(folder))

  it('is on the list, which says so', async () => {
    const { folder } = await without(BOTH)
    expect(await listedIn(folder)).toMatchObject([{ id: ID, ok: false, why: expect.stringContaining('The log is here, but the file') }])
  })

  it('is none where the first line alone was begun, as a kill leaves it', async () => {
    const { folder } = await without(BOTH)
    const log = path.join(folder, ID, 'journal.jsonl')
    const [first = ''] = (await readFile(log, 'utf8')).split('\n')
    for (const part of [first.slice(0, first.length / 2), first]) {
      await writeFile(log, part)
      expect(await listedIn(folder)).toEqual([])
    }
    await writeFile(log, '[[[[[[[[')
    expect(await listedIn(folder)).toHaveLength(1)
    await writeFile(log, `${first}\n${first.slice(0, 20)}`)
    expect(await listedIn(folder)).toHaveLength(1)
  })

  it('is opened as new with that said, and the log is continued', async () => {
    const { store } = await without(BOTH)
    const again = await opened(store)
    const said = {
      what: 'engagement-unreadable',
      detail: 'The file with your saved work is missing. There’s no earlier copy that we can read.',
    }
    expect(again.isNew).toBe(true)
    expect(english.all(again.recovered)).toEqual([said])
    await again.close()
    const log = await store.journal(ID)
    expect(log.ok && log.lines.map(({ kind }) => kind)).toEqual(['attested', 'recovered'])
    // It's said once: from then on there is saved work again.
    const third = await opened(store)
    await third.save(third.engagement)
    await third.close()
    // Windows removes no folder with an open file.
    const last = await opened(store)
    await last.close()
    expect(last.recovered).toEqual([])
  })

  it('is on the list also with a copy that cannot be read', async () => {
    const { folder } = await without(['engagement.json'])
    await writeFile(path.join(folder, ID, 'engagement.previous.json'), 'x')
    expect(await listedIn(folder)).toMatchObject([{ id: ID, ok: false, why: expect.stringContaining('cut off or isn’t JSON') }])
  })

  it('is not on the list, and opens without a word, where a run ended before its first save', async () => {
    const folder = testFolder()
    const store = engagementStore(folder, run(), () => AT)
    const { cloud, tenant, environment, account, appVersion } = WHOSE
    const first = await opened(store)
    await first.journal.append({ kind: 'opened', content: { cloud, tenant, environment, account, appVersion } })
    await first.close()
    expect(await listedIn(folder)).toEqual([])
    // Windows removes no folder with an open file.
    const last = await opened(store)
    await last.close()
    expect(last.recovered).toEqual([])
  })

  it('is not on the list with an empty log, or without one', async () => {
    const { folder } = await without(BOTH)
    await writeFile(path.join(folder, ID, 'journal.jsonl'), '')
    expect(await listedIn(folder)).toEqual([])
    await rm(path.join(folder, ID, 'journal.jsonl'))
    expect(await listedIn(folder)).toEqual([])
  })
})

describe.skipIf(process.platform === 'win32')('an environment that is open', () => {
  it.each(['engagement.json', 'engagement.previous.json', 'engagement.previous.json.unfinished'])(
    'is saved, also where another program has put a pipe at %s',
    async (name) => {
      const folder = testFolder()
      const store = engagementStore(folder, run(), () => AT)
      const first = await opened(store)
      await first.save(chosen(first.engagement, 'one'))
      await first.save(chosen(first.engagement, 'two'))
      const pipe = path.join(folder, ID, name)
      await rm(pipe, { force: true })
      execFileSync('mkfifo', [pipe])
      await first.save(chosen(first.engagement, 'three'))
      await first.close()
      const again = await opened(store)
      expect(again.engagement.attestations).toMatchObject([{ by: 'three' }])
      await again.close()
    },
  )
})

describe.skipIf(process.platform === 'win32')('an environment with a link that leads to itself', () => {
  it.each(['engagement.json', 'engagement.previous.json', 'journal.jsonl'])('at %s is opened, and saved', async (name) => {
    const folder = testFolder()
    const store = engagementStore(folder, run(), () => AT)
    const first = await opened(store)
    await first.journal.append(attested('one'))
    await first.save(chosen(first.engagement, 'one'))
    await first.save(chosen(first.engagement, 'two'))
    await first.close()
    await rm(path.join(folder, ID, name))
    await symlink(name, path.join(folder, ID, name))
    const again = await opened(store)
    await again.save(chosen(again.engagement, 'three'))
    await again.close()
    const last = await opened(store)
    expect(last.engagement.attestations).toMatchObject([{ by: 'three' }])
    await last.close()
  })

  it('at the lock says that the lock can’t be read, and is opened once that is set aside', async () => {
    const folder = testFolder()
    const store = engagementStore(folder, run(), () => AT)
    await (await opened(store)).close()
    await symlink('lock.json', path.join(folder, ID, 'lock.json'))
    expect(await store.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)).toMatchObject({ ok: false, held: { state: 'unreadable' } })
    expect(await store.breakLock(PLACE, undefined)).toBe(true)
    await (await opened(store)).close()
  })
})
