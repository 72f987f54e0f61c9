import { describe, expect, it } from 'vitest'
import type { Reading } from '#machines/engine/step/proof.ts'
import { choosing, type WizardContext } from '#machines/engine/wizard/context.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import type { CoverageAnswers } from '#machines/procedure/coverage/assess.ts'
import { acknowledgeGap, useApps } from '#machines/procedure/coverage/decisions.ts'
import type { CoverageItemId } from '#machines/procedure/coverage/item-ids.ts'
import { type CoverageView, coverageView } from '#machines/procedure/coverage/view.ts'
import { carryingThings } from '#machines/procedure/key-map/shown.ts'
import { english } from '#test/english.ts'
import { context as opened } from '../../readings.ts'

const NOW = Date.parse('2026-11-24T12:00:00Z')
const tenant = {
  account: { objectId: 'o', userName: 'ada@contoso.example', displayName: 'Ada', tenantId: 't', tenantName: 'Contoso', directoryRoles: [] },
  cloud: 'Practice',
}
const usingApps = (context: WizardContext, apps: readonly CoverageItemId[], now: number) =>
  useApps.make(context, { kind: 'use-apps', apps }, now)
const acknowledging = (context: WizardContext, item: CoverageItemId, now: number) =>
  acknowledgeGap.make(context, { kind: 'acknowledge-gap', item }, now)
const mayAcknowledge = (context: WizardContext, item: CoverageItemId) => acknowledgeGap.may(context, { kind: 'acknowledge-gap', item })
const mayUse = (apps: readonly CoverageItemId[]) => useApps.may(empty, { kind: 'use-apps', apps })
const empty: WizardContext = { ...opened(), tenant }
const using: WizardContext = { ...empty, ...usingApps(empty, ['lifecycle-services', 'finance'], NOW) }
const answered = ({ uses }: CoverageView, wanted: 'yes' | 'no' | 'unsure') =>
  uses.filter(({ answer }) => answer === wanted).map(({ item }) => item)
const READING: Reading = {
  stepId: 'integration',
  readAt: NOW,
  findings: [],
  plan: [],
  choiceMissing: false,
  found: {},
  picture: { kind: 'none' },
  note: verbatim(''),
}
const answers = ({ choices }: { readonly choices: Choices }): CoverageAnswers | undefined => choices.coverage

describe('what is answered and acknowledged of the key’s reach', () => {
  it('is kept with who and when, by the machine’s account and clock', () => {
    expect(answers(using)).toEqual({ answers: ['finance', 'lifecycle-services'], by: 'ada@contoso.example', at: NOW, acknowledged: [] })
    const known = { ...using, ...acknowledging(using, 'lifecycle-services', NOW + 1) }
    expect(answers(known)?.acknowledged).toEqual([{ item: 'lifecycle-services', by: 'ada@contoso.example', at: NOW + 1 }])
  })

  it('takes a gap that is open, and nothing else', () => {
    expect(mayAcknowledge(empty, 'lifecycle-services')).toBe(false)
    expect(mayAcknowledge(using, 'finance')).toBe(false)
    expect(mayAcknowledge(using, 'demand-planning')).toBe(false)
    expect(mayAcknowledge(using, 'lifecycle-services')).toBe(true)
    const known = { ...using, ...acknowledging(using, 'lifecycle-services', NOW) }
    expect(mayAcknowledge(known, 'lifecycle-services')).toBe(false)
  })

  it('is no answer when none of its own is selected', () => {
    expect(mayUse([])).toBe(false)
    expect(mayUse(['commerce-recommendations'])).toBe(false)
    expect(mayUse(['commerce'])).toBe(true)
  })

  it('takes “Don’t know” apart from what is used, and has it confirmed anew with other answers', () => {
    expect(useApps.may(empty, { kind: 'use-apps', apps: [], unsure: ['commerce'] })).toBe(true)
    const apps = ['finance', 'commerce'] as const
    const said = {
      kind: 'use-apps',
      apps,
      unsure: ['finance', 'commerce-recommendations', 'finance-rcs', 'flows-non-oauth', 'tax-calculation'],
    } as const
    const attested = { key: 'coverage-unsure', by: 'ada', at: NOW }
    const after = useApps.make({ ...empty, attestations: [attested, { ...attested, key: 'other' }] }, said, NOW)
    // A part of what isn't used isn't asked for.
    expect(after.choices).toMatchObject({
      coverage: { answers: apps, unsure: ['finance-rcs', 'commerce-recommendations', 'tax-calculation'] },
    })
    expect(after.attestations?.map(({ key }) => key)).toEqual(['other'])
    const view = coverageView({ ...empty, ...after }, false, NOW)
    expect(view.unsure?.map(({ gaps }) => gaps)).toEqual([0, 0, 0])
    expect(answered(view, 'unsure')).toEqual(['finance-rcs', 'commerce-recommendations', 'tax-calculation'])
  })

  it('is about the environment that is chosen first, and about no other', () => {
    const first = { ...using, ...choosing(using, '1') }
    expect(answers(first)).toEqual(answers(using))
    expect(answers({ ...first, ...choosing(first, '1') })).toEqual(answers(using))
    expect(answers({ choices: {}, ...choosing(first, '2') } as WizardContext)).toBeUndefined()
  })
})

describe('the page about what the key covers', () => {
  it('lists what can be answered, with no answer of its own and no judgement before the answer', () => {
    const view = coverageView(empty, true, NOW)
    expect(view.uses.filter(({ answer }) => answer !== undefined)).toEqual([])
    expect(view.uses.map(({ item }) => item)).not.toContain('dataverse')
    expect(view.rows).toEqual([])
    expect(english.text(view.announcement)).toBe('Select everything you use in the environment')
    expect(answered(coverageView(using, true, NOW), 'yes')).toEqual(['finance', 'lifecycle-services'])
  })

  it.each([
    ['lifecycle-services', ['finance', 'lifecycle-services']],
    ['cloud-hosted', ['finance', 'lifecycle-services']],
    ['unified', ['finance']],
  ] as const)('knows what an environment of the kind %s uses, and answers nothing else', (kind, known) => {
    const reading = { ...READING, things: carryingThings({ app: { kind } }) }
    const context = { ...empty, steps: { ...empty.steps, integration: { phase: 'reviewing', receipts: [], reading } } } as const
    expect(answered(coverageView(context, true, NOW), 'yes')).toEqual(known)
    expect(answered(coverageView(context, true, NOW), 'no')).toEqual([])
  })

  it.each([
    [['finance'], [], 'No known gaps in what you selected'],
    [['connectors'], [], 'You have 1 gap to acknowledge'],
    [['connectors', 'nuance'], [], 'You have 2 gaps to acknowledge'],
    [['connectors', 'nuance'], ['connectors', 'nuance'], 'All gaps are acknowledged'],
  ] as const)('with %j used and %j acknowledged says: %s', (apps, known, words) => {
    let context: WizardContext = { ...empty, ...usingApps(empty, apps, NOW) }
    for (const item of known) context = { ...context, ...acknowledging(context, item, NOW) }
    const view = coverageView(context, false, NOW)
    expect(english.text(view.announcement)).toBe(words)
    expect(view.rows.reduce((sum, { openGaps }) => sum + openGaps, 0)).toBe(view.openGaps)
  })

  it('gives an app one row with its parts, the largest gap first', () => {
    const context = { ...empty, ...usingApps(empty, ['finance', 'demand-planning', 'commerce', 'commerce-recommendations'], NOW) }
    const { rows } = coverageView(context, false, NOW)
    expect(rows.map(({ item, covers, items }) => [item, covers, items.map((each) => each.item)])).toEqual([
      ['commerce', 'partly', ['commerce-recommendations', 'commerce']],
      ['demand-planning', 'partly', ['demand-planning']],
      ['finance', 'covered', ['finance']],
      ['dataverse', 'covered', ['dataverse']],
    ])
  })

  it('counts in a row what is left to acknowledge, and says where documents disagree', () => {
    const using = { ...empty, ...usingApps(empty, ['commerce', 'commerce-recommendations', 'connectors'], NOW) }
    const rows = coverageView({ ...using, ...acknowledging(using, 'connectors', NOW) }, false, NOW).rows
    expect(rows.map(({ item, gaps, openGaps, disagrees }) => [item, gaps, openGaps, disagrees])).toEqual([
      ['commerce', 1, 1, true],
      ['connectors', 1, 0, false],
      ['dataverse', 0, 0, false],
    ])
  })
})
