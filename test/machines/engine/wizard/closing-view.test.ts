import { describe, expect, it } from 'vitest'
import type { Pending, Receipt } from '#machines/engine/action.ts'
import { closingView } from '#machines/engine/wizard/closing-view.ts'
import { attestationOf, attested, type WizardContext } from '#machines/engine/wizard/context.ts'
import { verbatim } from '#machines/messages/message.ts'
import { STEP_IDS } from '#machines/procedure/procedure.ts'
import { changes } from '#node/records/engagement/telling.ts'
import { account, DAY, ENVIRONMENT, NOW } from '../../facts.ts'
import { context, finding, context as opened, reading } from '../../readings.ts'

const ended = (readAt: (id: string) => number): WizardContext =>
  context({
    steps: Object.fromEntries(
      STEP_IDS.map((stepId) => [stepId, { phase: 'reviewing', receipts: [], reading: reading({ stepId, readAt: readAt(stepId) }) }]),
    ),
  })

it('says on the closing page when the last step was read, which shows the end, whenever the others were', () => {
  const waited = ended((id) => (id === 'membership' ? NOW + 2 * DAY : NOW))
  expect(closingView(waited, [], false).checkedAt).toBe(NOW + 2 * DAY)
  const lookedBack = ended((id) => (id === 'environment' ? NOW + 2 * DAY : NOW))
  expect(closingView(lookedBack, [], false).checkedAt).toBe(NOW)
})

it('says nothing of a time where nothing was read', () => {
  expect(closingView(context(), [], false).checkedAt).toBeUndefined()
})

describe('an outage that has ended', () => {
  const link: Pending = { kind: 'operation', since: NOW, ...{ purpose: 'link', environmentId: ENVIRONMENT, operation: {} } }
  const made: Receipt = { kind: 'link-environment', title: verbatim('Add'), resourceId: ENVIRONMENT, at: NOW, written: true }
  const after = (receipts: readonly Receipt[], pending?: Pending): boolean => {
    const { steps, ...rest } = ended(() => NOW)
    return closingView({ ...rest, steps: { ...steps, membership: { phase: 'reviewing', receipts, pending } } }, [], false).isAfterOutage
  }

  it.each<[string, boolean, readonly Receipt[], Pending?]>([
    ['a link that succeeded', true, [{ ...made, pending: link, ended: 'succeeded' }]],
    [
      'a link that another person had started, and that was followed',
      true,
      [{ ...made, written: false, pending: link, ended: 'succeeded' }],
    ],
    ['a link in a file that doesn’t say how it ended', true, [{ ...made, pending: link }]],
    ['a link that failed', false, [{ ...made, pending: link, ended: 'failed' }]],
    ['a link that runs', false, [{ ...made, pending: link }], link],
    ['a change without downtime', false, [{ ...made, kind: 'create-key' }]],
    ['an environment that was encrypted before', false, []],
  ])('is told by what was done in the steps: %s', (_, is, receipts, pending) => {
    expect(after(receipts, pending)).toBe(is)
  })
})

it('says what was confirmed in an operation by its title, with its environment, also once another one is chosen', () => {
  const key = 'add-licences-in-place:second'
  const title = verbatim('contoso-test: Does everybody have a license?')
  const asked = finding({ key, status: 'unknown', attestable: true, title })
  const before: WizardContext = {
    ...ended(() => NOW),
    tenant: { account, cloud: verbatim('Cloud') },
    operations: {
      ...opened().operations,
      add: { phase: 'reviewing', receipts: [], reading: reading({ stepId: 'add', findings: [asked] }) },
    },
  }
  const confirmed = { ...before, ...attested(before, attestationOf(before, key, NOW)) }
  const later = { ...confirmed, operations: opened().operations }
  expect(closingView(later, [], false).attestations).toEqual([{ title, by: account.userName, at: NOW }])
  const told = changes(before, confirmed, () => undefined)
  expect(told).toEqual([{ kind: 'attested', content: { key, title, by: account.userName } }])
})
