import { expect, it } from 'vitest'
import type { Finding } from '../../../../machines/engine/step/finding.ts'
import type { Reading } from '../../../../machines/engine/step/proof.ts'
import { closingView } from '../../../../machines/engine/wizard/closing-view.ts'
import { attestationOf, attested, initialContext, type WizardContext } from '../../../../machines/engine/wizard/context.ts'
import { verbatim } from '../../../../machines/messages/message.ts'
import { CUSTOMER_MANAGED_KEYS, STEP_IDS } from '../../../../machines/procedure/procedure.ts'
import { changes } from '../../../../records/engagement/telling.ts'
import { account, DAY, NOW } from '../../facts.ts'

const reading = (stepId: string, readAt: number): Reading => ({
  stepId,
  readAt,
  findings: [],
  plan: [],
  choiceMissing: false,
  picture: { kind: 'none' },
  note: verbatim(''),
  found: {},
})

const ended = (readAt: (id: string) => number): WizardContext => ({
  ...initialContext(CUSTOMER_MANAGED_KEYS),
  missingCount: 0,
  steps: {
    ...initialContext(CUSTOMER_MANAGED_KEYS).steps,
    ...Object.fromEntries(STEP_IDS.map((id) => [id, { phase: 'reviewing', receipts: [], reading: reading(id, readAt(id)) }])),
  },
})

it('says on the closing page when the last step was read, which shows the end, whenever the others were', () => {
  const waited = ended((id) => (id === 'membership' ? NOW + 2 * DAY : NOW))
  expect(closingView(waited, [], false).checkedAt).toBe(NOW + 2 * DAY)
  const lookedBack = ended((id) => (id === 'environment' ? NOW + 2 * DAY : NOW))
  expect(closingView(lookedBack, [], false).checkedAt).toBe(NOW)
})

it('says nothing of a time where nothing was read', () => {
  expect(closingView({ ...initialContext(CUSTOMER_MANAGED_KEYS), missingCount: 0 }, [], false).checkedAt).toBeUndefined()
})

it('says what was confirmed in an operation by its title, with its environment, also once another one is chosen', () => {
  const key = 'add-licences-in-place:second'
  const title = verbatim('contoso-test: Does everybody have a license?')
  const finding: Finding = {
    key,
    id: 'F-402',
    part: 'link',
    owner: 'you',
    status: 'unknown',
    attestable: true,
    title,
    seen: verbatim(''),
    why: verbatim(''),
    remedy: verbatim(''),
    byHand: [],
    source: 'power-platform-keys',
  }
  const before: WizardContext = {
    ...ended(() => NOW),
    tenant: { account, cloud: verbatim('Cloud') },
    operations: {
      ...initialContext(CUSTOMER_MANAGED_KEYS).operations,
      add: { phase: 'reviewing', receipts: [], reading: { ...reading('add', NOW), findings: [finding] } },
    },
  }
  const confirmed = { ...before, ...attested(before, attestationOf(before, key, NOW)) }
  const later = { ...confirmed, operations: initialContext(CUSTOMER_MANAGED_KEYS).operations }
  expect(closingView(later, [], false).attestations).toEqual([{ title, by: account.userName, at: NOW }])
  const told = changes(before, confirmed, () => undefined)
  expect(told).toEqual([{ kind: 'attested', content: { key, title, by: account.userName } }])
})
