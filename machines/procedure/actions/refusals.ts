import type { KnownRefusal } from '../../engine/action.ts'
import type { Refusal, RunningOperation } from '../../engine/answer.ts'
import type { CatalogueId, Owner } from '../../engine/step/finding.ts'
import type { DisplayText } from '../../messages/message.ts'
import { UNREGISTERED } from '../refusals.ts'
import type { ProviderNamespace } from '../services/services.ts'
import { isKeyOperation } from '../steps/environment/facts.ts'
import { ENCRYPTION_TAKES_UP_TO } from '../waits.ts'
import { actionMessages as messages } from './messages.ts'

/* Refusals common to several writes; others are with their action. Source: the failure catalogue, from Key Vault's
   guide to roles and the services' documents. */

export const isForbidden = (refusal: Refusal): boolean => refusal.reason === 'forbidden'

export const hasCode =
  (...codes: readonly string[]) =>
  (refusal: Refusal): boolean =>
    codes.some((code) => code.toLowerCase() === refusal.code?.toLowerCase())

/** @param owner who can resolve it */
export const known = (
  id: CatalogueId,
  when: KnownRefusal['when'],
  words: { readonly meaning: DisplayText; readonly remedy: DisplayText },
  owner: Owner = 'key-vault-administrator',
): KnownRefusal => ({ id, when, says: () => ({ ...words, owner }) })

const disallowedByPolicy = known('F-404', hasCode('RequestDisallowedByPolicy'), {
  meaning: messages.f404Meaning,
  remedy: messages.f404Remedy,
})

/** Azure refuses to create resources of an unregistered provider. */
export const notRegisteredFor = (provider: ProviderNamespace): KnownRefusal => ({
  id: 'F-301',
  when: hasCode(UNREGISTERED),
  says: () => ({ meaning: messages.f301Meaning({ provider }), remedy: messages.f301Remedy, owner: 'key-vault-administrator' }),
})

export const locked: KnownRefusal = {
  when: hasCode('ScopeLocked'),
  says: () => ({
    meaning: messages.lockedMeaning,
    remedy: messages.lockedRemedy,
    owner: 'key-vault-administrator',
  }),
}

interface KnownError {
  readonly code: string
  readonly meaning: DisplayText
  readonly remedy: DisplayText
  readonly owner: Owner
}

/** Errors of Power Platform that an operation, too, can end with. */
const ERRORS: readonly KnownError[] = [
  // Source: finance and operations' unified developer experience FAQ on Microsoft Learn, of another operation.
  {
    code: 'EnvironmentNotInReadyState',
    meaning: messages.notReadyMeaning,
    remedy: messages.notReadyRemedy,
    owner: 'power-platform-administrator',
  },
  // Services that encrypt with a customer's key, such as Cosmos DB, answer so where their identity can't use it, and while its access is new.
  {
    code: 'KeyVaultAuthenticationFailure',
    meaning: messages.keyStoreShutMeaning,
    remedy: messages.keyStoreShutRemedy,
    owner: 'key-vault-administrator',
  },
]

/** Known refusals of Power Platform. Errors come first: their code says more than the status. */
export const inPowerPlatform = (...own: readonly KnownRefusal[]): readonly KnownRefusal[] => [
  ...ERRORS.map(({ code, ...words }): KnownRefusal => ({ when: hasCode(code), says: () => words })),
  ...own,
  busy,
]

/** What to do about the error that an operation ended with, if it is known. */
export const remedyOf = (code: string | undefined): { readonly remedy?: DisplayText; readonly owner?: Owner } => {
  const found = ERRORS.find((each) => each.code.toLowerCase() === code?.toLowerCase())
  return found ? { remedy: found.remedy, owner: found.owner } : {}
}

/** Known refusals of Azure. The company's own policy comes first: it answers 403 too, and no role helps. */
export const inAzure = (...own: readonly KnownRefusal[]): readonly KnownRefusal[] => [disallowedByPolicy, ...own, locked]

function whatRuns({ type, name, since }: RunningOperation): DisplayText {
  const operation = name ?? type
  const began = since === undefined ? Number.NaN : Date.parse(since)
  const isDated = !Number.isNaN(began)
  if (!isKeyOperation(type)) return isDated ? messages.busy.runsSince({ operation, began }) : messages.busy.runs({ operation })
  return isDated
    ? messages.busy.encryptsSince({ operation, began, until: began + ENCRYPTION_TAKES_UP_TO })
    : messages.busy.encrypts({ operation })
}

export const busy: KnownRefusal = {
  id: 'F-803',
  when: ({ reason }) => reason === 'busy',
  says: ({ running }) => (running ? { meaning: whatRuns(running) } : {}),
}
