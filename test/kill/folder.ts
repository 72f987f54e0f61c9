import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { readEngagement } from '#node/records/engagement/engagement.ts'
import type { Container } from '#node/services/storage/container.ts'

/** The files of the one engagement as they are at this moment, by name; none where there is no engagement's folder yet. */
export async function filesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const [own, ...others] = await readdir(folder)
  if (others.length > 0) throw new Error(`More than one engagement: ${[own, ...others].join(', ')}`)
  if (own === undefined) return new Map()
  const names = await readdir(path.join(folder, own))
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(path.join(folder, own, name), 'utf8')] as const)))
}

/** The same for the blobs of the one engagement in the team's store. */
export async function blobsIn(container: Container): Promise<ReadonlyMap<string, string>> {
  const blobs = (await container.list('')).filter(({ name }) => name.includes('/'))
  const read = async (name: string) => (await container.read(name, 0, 10_000_000))?.bytes.toString('utf8') ?? ''
  return new Map(await Promise.all(blobs.map(async ({ name }) => [name.slice(name.indexOf('/') + 1), await read(name)] as const)))
}

/** Whole lines of the journal, and what follows them. */
export function linesOf(files: ReadonlyMap<string, string>): { readonly lines: readonly string[]; readonly torn: string } {
  const lines = (files.get('journal.jsonl') ?? '').split('\n')
  const torn = lines.pop() ?? ''
  return { lines, torn }
}

/** True if an engagement opens from these files: its own, or the previous copy. */
export const isReadable = (files: ReadonlyMap<string, string>): boolean =>
  ['engagement.json', 'engagement.previous.json'].some((name) => {
    const content = files.get(name)
    return content !== undefined && readEngagement(CUSTOMER_MANAGED_KEYS, content).ok
  })
