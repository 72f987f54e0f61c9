import { describe, expect, it } from 'vitest'
import type { Reading } from '#machines/engine/step/proof.ts'
import { changeRequestOf } from '#machines/engine/wizard/change-request.ts'
import type { WizardContext } from '#machines/engine/wizard/context.ts'
import type { StepRecord } from '#machines/engine/wizard/step-record.ts'
import { verbatim } from '#machines/messages/message.ts'
import { account, DAY, NOW } from '../../facts.ts'
import { ACTIONS } from '../../procedure/actions/every.ts'
import { context, finding, reading } from '../../readings.ts'

const environment = { id: 'e', displayName: 'contoso-prod' }
const LINK = ACTIONS['link-environment']
const CHOSEN = { from: NOW + DAY, timeZone: 'Europe/Berlin' }
const NONE = { touched: [], owners: {} }

function situation(part: Partial<StepRecord> = {}, over: Partial<WizardContext> = {}): WizardContext {
  const plan = reading({ stepId: 'membership', readAt: NOW, plan: [LINK], environment, findings: [finding({ key: 'linked' })] })
  return context({
    tenant: { account, cloud: verbatim('Cloud') },
    steps: {
      ...context().steps,
      integration: {
        phase: 'reviewing',
        receipts: [],
        reading: reading({ stepId: 'integration', readAt: NOW - 2, findings: [finding()] }),
      },
      policy: { phase: 'reviewing', receipts: [], reading: reading({ stepId: 'policy', readAt: NOW - 1, findings: [finding()] }) },
      membership: { phase: 'reviewing', receipts: [], reading: plan, ...part },
    },
    ...over,
  })
}
const request = (given: WizardContext) => changeRequestOf(given, 'membership', CHOSEN, NONE)

describe('a change request', () => {
  const other = (over: Partial<Reading>): Partial<StepRecord> => ({
    reading: reading({ stepId: 'membership', plan: [LINK], environment, ...over }),
  })
  const none: readonly (readonly [string, Partial<StepRecord>])[] = [
    ['nothing is planned', other({ plan: [] })],
    ['it was not read', { reading: undefined }],
    ['a change was made since it was read', other({ oldSince: NOW })],
    ['something blocks it', other({ findings: [finding({ status: 'fail' })] })],
    ['it takes no one offline', other({ plan: [ACTIONS['create-lock']] })],
    ...(['reading', 'rechecking', 'applying', 'waiting', 'stopped'] as const).map((phase) => [`the page is ${phase}`, { phase }] as const),
  ]
  it.each(none)('is none where %s', (_what, part) => {
    expect(request(situation())).toBeDefined()
    expect(request(situation(part))).toBeUndefined()
  })

  it('is none of a recording, in which nothing can be started', () => {
    const practice = { scenario: 'x', title: verbatim('x'), story: verbatim('x'), readOnly: true } as const
    expect(request(situation({}, { tenant: { account, cloud: verbatim('Cloud'), practice } }))).toBeUndefined()
  })

  it('says only what counts: a step that was changed since it was read is named, and nothing of it is said', () => {
    const before = situation()
    const { policy, ...steps } = before.steps
    const changed = policy?.reading && { ...policy, reading: { ...policy.reading, oldSince: NOW } }
    const made = request({ ...before, steps: { ...steps, ...(changed ? { policy: changed } : {}) } })
    expect(made?.steps.map(({ readAt }) => readAt)).toEqual([NOW - 2, NOW])
    expect(made?.old).toHaveLength(1)
  })

  it('plans for as long as documents say, from the start that is chosen', () => {
    expect(request(situation())?.time).toEqual({ start: NOW + DAY, end: NOW + 5 * DAY, timeZone: 'Europe/Berlin' })
    expect(changeRequestOf(situation(), 'membership', undefined, NONE)).toMatchObject({ needed: 4 * DAY, isOpenEnded: false })
    expect(changeRequestOf(situation(), 'membership', undefined, NONE)?.time).toBeUndefined()
  })

  it('takes the start that is scheduled before the one in the fields', () => {
    const window = { from: NOW + 2 * DAY, to: NOW + 6 * DAY, timeZone: 'Asia/Tokyo' }
    const schedule = { setAt: NOW, window, plan: [LINK], found: [] }
    expect(request(situation({ phase: 'scheduled', schedule }))?.time).toMatchObject({ start: window.from, timeZone: 'Asia/Tokyo' })
  })

  it('has no latest end where documents name none, and both outages of a change of policy', () => {
    const plan = [ACTIONS['unlink-environment'], LINK]
    const made = request(situation({ reading: reading({ stepId: 'membership', plan, environment }) }))
    expect(made).toMatchObject({ needed: 8 * DAY, isOpenEnded: true, time: { isPlanned: true } })
    expect(made?.harms.map(({ outage }) => outage !== undefined)).toEqual([true, true])
  })

  it('says who confirmed what no service can tell, and when', () => {
    const asked = finding({ key: 'licenses', status: 'unknown', attestable: true })
    const attestations = [{ key: 'licenses', by: 'ada@contoso.example', at: NOW - 5 }]
    const given = situation({ reading: reading({ stepId: 'membership', plan: [LINK], environment, findings: [asked] }) }, { attestations })
    expect(request(given)?.steps.at(-1)?.findings).toMatchObject([
      { status: 'unknown', confirmed: { by: 'ada@contoso.example', at: NOW - 5 } },
    ])
    expect(request({ ...given, attestations: [] })).toBeUndefined()
  })
})
