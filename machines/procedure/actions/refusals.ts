import type { KnownRefusal } from '../../engine/action.ts'
import type { Refusal, RunningOperation } from '../../engine/answer.ts'
import type { DisplayText } from '../../messages/message.ts'
import { isKeyOperation } from '../steps/environment/facts.ts'
import { ENCRYPTION_TAKES_UP_TO } from '../waits.ts'
import { actionMessages as messages } from './messages.ts'

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
    meaning: messages.f404Meaning,
    remedy: messages.f404Remedy,
    owner: 'key-vault-administrator',
  }),
}

export const locked: KnownRefusal = {
  when: hasCode('ScopeLocked'),
  says: () => ({
    meaning: messages.lockedMeaning,
    remedy: messages.lockedRemedy,
    owner: 'key-vault-administrator',
  }),
}

/** What Azure can refuse: the company's own policy first, which answers 403 as well, and no role helps against it. */
export const inAzure = (...own: readonly KnownRefusal[]): readonly KnownRefusal[] => [disallowedByPolicy, ...own, locked]

/** Which operation keeps the environment busy, and when it ends as far as a document says so. */
function whatRuns({ type, name, since }: RunningOperation): DisplayText {
  const operation = name ?? type
  const began = since === undefined ? Number.NaN : Date.parse(since)
  const isDated = !Number.isNaN(began)
  if (!isKeyOperation(type)) return isDated ? messages.runsSince({ operation, began }) : messages.runs({ operation })
  return isDated ? messages.encryptsSince({ operation, began, until: began + ENCRYPTION_TAKES_UP_TO }) : messages.encrypts({ operation })
}

/** Another operation runs on the environment. */
export const busy: KnownRefusal = {
  id: 'F-803',
  when: ({ reason }) => reason === 'busy',
  says: ({ running }) => (running ? { meaning: whatRuns(running) } : {}),
}
