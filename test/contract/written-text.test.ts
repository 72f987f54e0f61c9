import { describe, expect, it } from 'vitest'
import { CALLS } from '#contract/contract.ts'
import { verbatim } from '#machines/messages/message.ts'
import { exerciseFile } from '#node/practice/presenting/exercises/exercise.ts'
import { ANY, schemasFor } from '#node/records/engagement/schemas.ts'

const turned = (text: string): string => `\u202e${text}\u2069\u200f\u200b`

const WRITTEN: readonly (readonly [string, () => unknown, unknown])[] = [
  [
    'a handoff’s note',
    () => CALLS['hand-over:save'].takes.parse({ purpose: 'ask', step: 'policy', note: turned('line\nline') }),
    { note: 'line\nline' },
  ],
  [
    'a reason',
    () =>
      CALLS['wizard:send'].takes.parse({
        type: 'REVIEW_CHANGE',
        change: 'vault-name',
        wish: { answer: 'accepted', reason: turned('Agreed') },
      }),
    { wish: { reason: 'Agreed' } },
  ],
  [
    'a customer’s name and groups',
    () => CALLS['customers:change'].takes.parse({ tenantId: 't', name: turned('Contoso'), groups: [turned('Nordics')] }),
    { name: 'Contoso', groups: ['Nordics'] },
  ],
  ['the organization’s name', () => CALLS['brand:change'].takes.parse({ name: turned('Fabrikam') }), { name: 'Fabrikam' }],
  [
    'a template',
    () =>
      CALLS['templates:change'].takes.parse({
        list: [
          {
            name: turned('Standard'),
            names: { resourceGroup: turned('rg'), vaultName: 'kv', keyName: 'key', policyName: 'ep' },
            keySize: 3072,
            tags: [{ name: turned('cost'), value: turned('42') }],
            regions: [],
            values: [],
          },
        ],
      }),
    { list: [{ name: 'Standard', names: { resourceGroup: 'rg' }, tags: [{ name: 'cost', value: '42' }] }] },
  ],
  [
    'the reason in a record',
    () =>
      schemasFor(ANY).baseline.parse({
        at: 1,
        by: 'ada@contoso.example',
        environmentId: 'environment-1',
        findings: [],
        reviews: [
          {
            answer: 'accepted',
            step: 'policy',
            key: 'k',
            what: verbatim('k'),
            was: verbatim('On'),
            is: verbatim('Off'),
            state: 's',
            reason: turned('Agreed'),
            by: 'ada@contoso.example',
            at: 1,
          },
        ],
      }),
    { reviews: [{ reason: 'Agreed' }] },
  ],
  [
    'an exercise of someone else',
    () =>
      exerciseFile.parse({
        format: 1,
        name: 'any',
        case: 'ready-to-enable',
        startAt: 'check',
        minutes: 5,
        texts: { en: { title: turned('Title'), goal: 'Goal', hints: ['1', '2', turned('3')] } },
        solvedWhen: [{ is: 'step-passed', step: 1 }],
      }),
    { texts: { en: { title: 'Title', hints: ['1', '2', '3'] } } },
  ],
]

describe('what a person writes has nothing that turns text around or hides in it', () => {
  it.each(WRITTEN)('in %s', (_what, read, expected) => {
    expect(read()).toMatchObject(expected as object)
  })

  it('and a name of nothing else is none', () => {
    expect(CALLS['customers:change'].takes.safeParse({ tenantId: 't', name: '\u202e', groups: [] }).success).toBe(false)
  })
})
