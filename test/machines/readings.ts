import type { Finding } from '#machines/engine/step/finding.ts'
import type { Reading } from '#machines/engine/step/proof.ts'
import { initialContext, type WizardContext } from '#machines/engine/wizard/context.ts'
import { verbatim } from '#machines/messages/message.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { account, NOW } from './facts.ts'

/** A finding that passes, of which only what a test says matters. */
export const finding = (over: Partial<Finding> = {}): Finding => ({
  key: 'k',
  id: 'F-401',
  part: 'vault',
  status: 'pass',
  owner: 'you',
  byHand: [],
  source: 'power-platform-keys',
  title: verbatim('t'),
  seen: verbatim('s'),
  why: verbatim('w'),
  remedy: verbatim('r'),
  ...over,
})

/** A reading of step 3 that found nothing and plans nothing. */
export const reading = (over: Partial<Reading> = {}): Reading => ({
  stepId: 'policy',
  readAt: NOW,
  findings: [],
  plan: [],
  choiceMissing: false,
  picture: { kind: 'none' },
  note: verbatim(''),
  found: {},
  ...over,
})

/** A tenant as it opens. */
export const context = (over: Partial<WizardContext> = {}): WizardContext => ({
  ...initialContext(CUSTOMER_MANAGED_KEYS, { tenant: { account, cloud: verbatim('Cloud') }, choices: {}, checkFirst: false }),
  ...over,
})
