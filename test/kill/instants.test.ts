import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createDurably, replaceCopy } from '#node/records/engagement/durable-file.ts'
import { Instants, type Place, watchFiles } from './instants.ts'

/** What a walk of a folder of its own is told. */
async function placesIn(work: (folder: string) => Promise<unknown>): Promise<readonly string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'killed-'))
  const places: Place[] = []
  try {
    watchFiles(folder, new Instants(undefined, (each) => places.push(each)))
    await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return places.map(({ name, nth }) => `${name} (${nth})`)
}

test('a place has the same name in each walk, also one of the folder itself', async () => {
  const work = async (folder: string): Promise<void> => {
    await mkdir(folder, { recursive: true })
    await mkdir(path.join(folder, 'environment'))
    await writeFile(path.join(folder, 'environment', 'lease.json'), '{}')
  }
  const first = await placesIn(work)
  expect(first).toEqual(await placesIn(work))
  expect(first).toContain('mkdir environment (1)')
})

test('a copy that is replaced, and a file that is created, can be killed at each of their changes', async () => {
  const places = await placesIn(async (folder) => {
    await replaceCopy(path.join(folder, 'copy.json'), Buffer.from('{}'))
    await createDurably(path.join(folder, 'created.json'), '{}')
  })
  expect(places).toEqual([
    'write copy.json.unfinished (1)',
    'rename copy.json.unfinished (1)',
    'open created.json.unfinished (1)',
    'write created.json.unfinished (1)',
    'sync created.json.unfinished (1)',
    'link created.json (1)',
    'rm created.json.unfinished (1)',
    'sync folder (1)',
    // Of this test.
    'rm folder (1)',
  ])
})
