import type { KnownRefusal } from '../../engine/action.ts'
import type { Refusal, RunningOperation } from '../../engine/answer.ts'
import { inUtc } from '../../engine/moment.ts'
import { isKeyOperation } from '../steps/environment/facts.ts'
import { ENCRYPTION_TAKES_UP_TO } from '../waits.ts'

/*
 * What is known about refusals of more than one write; the others stand with their action. Source: the failure catalogue, from Key Vault's
 * guide to roles and the services' documents.
 */

export const isForbidden = (refusal: Refusal): boolean => refusal.reason === 'forbidden'

export const hasCode =
  (...codes: readonly string[]) =>
  (refusal: Refusal): boolean =>
    codes.some((code) => code.toLowerCase() === refusal.code?.toLowerCase())

export const disallowedByPolicy: KnownRefusal = {
  id: 'F-404',
  when: hasCode('RequestDisallowedByPolicy'),
  says: () => ({
    meaning: 'An Azure Policy of your company forbids this change.',
    remedy: 'Read below which policy it is. Ask whoever owns it for an exemption, or choose something that it allows.',
    owner: 'key-vault-administrator',
  }),
}

export const locked: KnownRefusal = {
  when: hasCode('ScopeLocked'),
  says: () => ({
    meaning: 'A lock in Azure protects the resource or something above it from this change. Somebody set it on purpose.',
    remedy:
      'Have the lock removed for as long as this change takes, by an owner or user access administrator: in the Azure portal, the resource, Locks. Put it back afterwards.',
    owner: 'key-vault-administrator',
  }),
}

/** What Azure can refuse: the company's own policy first, which answers 403 as well, and no role helps against it. */
export const inAzure = (...own: readonly KnownRefusal[]): readonly KnownRefusal[] => [disallowedByPolicy, ...own, locked]

/** Which operation keeps the environment busy, and when it ends as far as a document says so. */
function whatRuns({ type, name, since }: RunningOperation): string {
  const began = since === undefined ? Number.NaN : Date.parse(since)
  const running = `Another operation is running on the environment: ${name ?? type}${Number.isNaN(began) ? '' : `, since ${inUtc(began)}`}.`
  if (!isKeyOperation(type)) return `${running} No document says how long it takes.`
  return Number.isNaN(began)
    ? `${running} Encryption takes up to 4 days.`
    : `${running} Encryption can take up to 4 days, here until ${inUtc(began + ENCRYPTION_TAKES_UP_TO)}.`
}

/** Another operation runs on the environment. */
export const busy: KnownRefusal = {
  id: 'F-803',
  when: ({ reason }) => reason === 'busy',
  says: ({ running }) => (running ? { meaning: whatRuns(running) } : {}),
}
