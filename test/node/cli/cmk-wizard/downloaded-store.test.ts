import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { command } from './in-process.ts'
import { CASE, keptCase } from './kept-record.ts'

/*
 * A team's store under an immutability policy has each save as a file of its own, and each log that couldn't be continued. Downloaded, it's a
 * folder of records.
 */

let kept: Awaited<ReturnType<typeof keptCase>>

const at = (name: string): string => path.join(kept.own, name)

beforeEach(async () => {
  kept = await keptCase()
  // The first save knew nothing, later ones have a baseline: the tenth is sorted before the second by its name.
  for (const save of [2, 10]) cpSync(kept.file, at(`engagement.${save}.json`))
  writeFileSync(kept.file, '{"schema":1}')
})

const verb = async (...words: readonly string[]) => {
  const { code, out } = await command([...words, '--folder', kept.folder, '--json'])
  return { code, result: JSON.parse(out) }
}

describe('a downloaded store with many saves', () => {
  it('is read by its last save: drift has its baseline', async () => {
    const { result } = await verb('drift', '--practice', CASE)
    expect(result.customers[0].environments).toMatchObject([{ state: expect.stringMatching(/changed$/) }])
    expect((await verb('status')).result.records).toMatchObject([{ environment: { name: 'contoso-prod' } }])
  })

  it('doesn’t need the first one', async () => {
    rmSync(kept.file)
    expect((await verb('status')).result.records).toMatchObject([{ environment: { name: 'contoso-prod' } }])
  })

  it('doesn’t fall back on an older save where the last one is damaged: its baseline would be out of date', async () => {
    writeFileSync(at('engagement.10.json'), '')
    expect(await verb('drift', '--practice', CASE)).toMatchObject({
      code: 3,
      result: { customers: [{ environments: [{ state: 'not-read' }] }] },
    })
  })

  it('gives a report of its last log', async () => {
    renameSync(at('journal.jsonl'), at('journal.2.jsonl'))
    writeFileSync(at('journal.jsonl'), '')
    const report = at('report.json')
    expect(await command(['report', '--folder', kept.folder, '--out', report])).toMatchObject({ code: 0 })
    expect(readFileSync(report, 'utf8')).toContain('cmk-enablement-report')
  })
})
