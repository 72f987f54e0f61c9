import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { readEngagement, writeEngagement } from '#node/records/engagement/engagement.ts'
import { readEntry } from '#node/records/engagement/journal/entry.ts'
import { readJournalFile } from '#node/records/engagement/journal/journal-file.ts'
import { checkReport } from '#node/records/evidence/report.ts'
import { checkHandOver } from '#node/records/handoff/hand-over-file.ts'

/*
 * Files of one walk through the practice tenant's `ready-to-enable`, as version 0.2.0 wrote them, and never written again: a later version
 * has to read what is here as it was.
 */

const fileOf = (name: string): string => fileURLToPath(new URL(`golden/${name}`, import.meta.url))
const textOf = (name: string): string => readFileSync(fileOf(name), 'utf8')

const ADA = 'ada@contoso.example'
const KINDS = ['register-provider', 'create-resource-group', 'create-vault', 'create-key', 'create-policy', 'grant-key-access']

describe('files that version 0.2.0 wrote', () => {
  it('an engagement of version 4, saved on the closing page, opens with choices, receipts, confirmations and its end', () => {
    const read = readEngagement(CUSTOMER_MANAGED_KEYS, textOf('engagement-4.json'))
    if (!read.ok) throw new Error(JSON.stringify(read.why))
    const { engagement } = read
    expect(engagement).toMatchObject({
      appVersion: '0.2.0',
      environment: { displayName: 'contoso-prod', type: 'Production' },
      reached: 'closing',
      choices: { policy: { vaultName: 'kv-contoso-cmk', keySize: 3072 }, coverage: { answers: ['finance', 'supply-chain-management'] } },
      attestations: [
        { key: 'environment-noted', by: ADA },
        { key: 'licences-in-place', by: ADA },
      ],
      steps: { membership: { window: { timeZone: 'UTC' } } },
      end: { by: ADA },
    })
    expect(Object.entries(engagement.steps).map(([id, { proved, receipts }]) => [id, proved, receipts.map(({ kind }) => kind)])).toEqual([
      ['integration', true, []],
      ['environment', true, []],
      ['policy', true, KINDS],
      ['membership', true, ['link-environment']],
    ])
    expect(engagement.end?.findings).toHaveLength(53)
    expect(readEngagement(CUSTOMER_MANAGED_KEYS, writeEngagement(engagement))).toEqual(read)
  })

  it('its journal holds, and every line of it is read', async () => {
    const verdict = await readJournalFile(fileOf('journal-2.jsonl'))
    expect(verdict).toMatchObject({ ok: true, head: '33ededee6986ff897a673558e5778c22fdd470813a4284415a546c05e1895f4d' })
    const entries = verdict.lines.map((line) => readEntry(CUSTOMER_MANAGED_KEYS, line))
    expect(entries.filter(({ ok }) => !ok)).toEqual([])
    expect(entries.flatMap((each) => (each.ok && each.entry.kind === 'applied' ? [each.entry.content.receipt.kind] : []))).toEqual([
      ...KINDS,
      'link-environment',
    ])
  })

  it('a hand-over of version 2 is taken with what was done and confirmed', () => {
    expect(checkHandOver(CUSTOMER_MANAGED_KEYS, textOf('hand-over-2.json'))).toMatchObject({
      ok: true,
      handOver: {
        purpose: 'ask',
        step: 'membership',
        from: { userName: ADA },
        note: 'You own the key vault.',
        policy: { policyName: 'cmk-contoso-prod' },
        proved: [{ step: 'integration' }, { step: 'environment' }, { step: 'policy' }, { step: 'membership' }],
        confirmed: [{ by: ADA }, { by: ADA, title: { messageId: 'membership.licencesInPlace.haveUsersLicenses' } }],
        journal: { lines: 58 },
      },
    })
  })

  it('a report of version 2, made after step 3, holds, and its journal says what it said', () => {
    const checked = checkReport(CUSTOMER_MANAGED_KEYS, textOf('report-2.json'))
    if (!checked.ok) throw new Error(JSON.stringify(checked.why))
    const { summary } = checked.report
    expect(summary.steps.map(({ step, proved, actions }) => [step, proved !== undefined, actions.length])).toEqual([
      ['integration', true, 0],
      ['environment', true, 0],
      ['policy', true, 6],
      ['membership', false, 0],
    ])
    expect(summary.steps[2]?.actions.map(({ tries }) => tries.at(-1)?.ended)).toEqual(KINDS.map(() => 'written'))
    expect(summary.unread).toEqual([])
  })
})
