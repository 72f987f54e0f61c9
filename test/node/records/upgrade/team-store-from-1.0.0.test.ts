import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { teamStore } from '#node/records/team/team-store.ts'
import { testFolder } from '#test/folder.ts'
import { AT, attested, PLACE, run, WHOSE } from '../engagement/store-contract.ts'
import { MemoryContainer } from '../team/memory-container.ts'

/*
 * A team's store as version 1.0.0 left it, and the copy on the computer of the person who worked in it: its last line was written while
 * the store was out of reach. Never written again.
 */
const files = z.record(z.string(), z.string())
const kept = z
  .object({ store: files, copy: files })
  .parse(JSON.parse(gunzipSync(await readFile(path.join(import.meta.dirname, '1.0.0', 'team-store.json.gz'))).toString('utf8')))

/** Later, so that what 1.0.0 held is held no more. */
const NOW = AT + 3_600_000

async function storeOf100(): Promise<MemoryContainer> {
  const service = new MemoryContainer(AT)
  const container = service.at()
  for (const [name, content] of Object.entries(kept.store))
    if (name.endsWith('.jsonl')) {
      await container.createLog(name)
      await container.acquire(name, 'a')
      await container.append(name, content, 0, 'a')
      await container.release(name, 'a')
    } else await container.put(name, content)
  service.now = NOW
  return service
}

async function copyOf100(): Promise<string> {
  const folder = testFolder()
  for (const [name, content] of Object.entries(kept.copy)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), content)
  }
  return folder
}

async function openedIn(service: MemoryContainer, folder: string, user = 'ada') {
  const store = teamStore({ container: service.at(), folder, holding: run({ user, host: `${user}-desk`, processId: 2 }), now: () => NOW })
  const opening = await store.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)
  if (!opening.ok) throw new Error(JSON.stringify(opening))
  return opening.open
}

const keysIn = (lines: readonly { readonly content: Readonly<Record<string, unknown>> }[]) => lines.map(({ content }) => content['key'])

describe('a team’s store that version 1.0.0 left', () => {
  it('is continued by a colleague: the log and what was saved are there', async () => {
    const open = await openedIn(await storeOf100(), testFolder(), 'grace')
    expect(keysIn(await open.journal.lines())).toEqual(['one', 'two'])
    expect(open.engagement.attestations).toMatchObject([{ key: 'licence', by: 'ada' }])
    await open.journal.append(attested('three'))
    expect(keysIn(await open.journal.lines())).toEqual(['one', 'two', 'three'])
    await open.close()
  })

  it('gets the line that waited on the computer of 1.0.0, and loses none', async () => {
    const service = await storeOf100()
    const open = await openedIn(service, await copyOf100())
    expect(keysIn(await open.journal.lines())).toEqual(['one', 'two', 'waiting'])
    await open.journal.append(attested('three'))
    await open.close()
    const colleague = await openedIn(service, testFolder(), 'grace')
    expect(keysIn(await colleague.journal.lines())).toEqual(['one', 'two', 'waiting', 'three'])
    await colleague.close()
  })
})
