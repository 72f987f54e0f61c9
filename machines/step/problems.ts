import type { Refusal } from '../services.ts'
import { type Action, type ActionKind, describeAction } from './action.ts'
import type { CatalogueId, Owner } from './finding.ts'
import { readingOf, serviceWait } from './refusals.ts'

/** A write that a service refused, in words for the person. */
export interface Problem {
  readonly id?: CatalogueId
  readonly title: string
  readonly meaning: string
  readonly remedy: string
  readonly owner: Owner
  readonly refusal?: Refusal
}

interface Known {
  readonly kinds: readonly ActionKind[]
  readonly when: (refusal: Refusal) => boolean
  readonly problem: Pick<Problem, 'meaning' | 'remedy' | 'owner'> & { readonly id: CatalogueId }
}

const isForbidden = (refusal: Refusal): boolean => refusal.reason === 'forbidden'
const hasCode =
  (...codes: readonly string[]) =>
  (refusal: Refusal): boolean =>
    codes.some((code) => code.toLowerCase() === refusal.code?.toLowerCase())

/** What is known about a refusal of exactly this write. Source: the failure catalogue, from Key Vault's guide to roles and the services' documents. */
const KNOWN: readonly Known[] = [
  {
    kinds: ['grant-key-access'],
    when: isForbidden,
    problem: {
      id: 'F-604',
      meaning: 'The account may not give access to the vault. Contributor is not enough.',
      remedy:
        'Ask somebody with Owner, User Access Administrator or Key Vault Data Access Administrator on the vault to give this access, or to give you that right. Then check again.',
      owner: 'key-vault-administrator',
    },
  },
  {
    // Key Vault Data Access Administrator gives the roles of vaults, not Reader.
    kinds: ['grant-reader'],
    when: isForbidden,
    problem: {
      id: 'F-604',
      meaning: 'The account may not give roles on the policy. Contributor is not enough.',
      remedy:
        'Ask somebody with Owner or User Access Administrator on the policy to give this role, or to give you that right. Then check again.',
      owner: 'key-vault-administrator',
    },
  },
  {
    kinds: ['create-key'],
    when: isForbidden,
    problem: {
      id: 'F-402',
      meaning: 'The account may not create keys in this vault. Contributor manages vaults, but gives no access to keys.',
      remedy:
        'Ask for Key Vault Crypto Officer (or Key Vault Administrator) on the vault, sign in again so that it counts, then check again.',
      owner: 'key-vault-administrator',
    },
  },
  {
    kinds: ['register-provider'],
    when: isForbidden,
    problem: {
      id: 'F-302',
      meaning: 'The account has no right on the subscription to register services.',
      remedy: 'Ask an owner or contributor of the subscription to register Microsoft.PowerPlatform, then check again.',
      owner: 'key-vault-administrator',
    },
  },
  {
    kinds: ['create-vault'],
    when: hasCode('RequestDisallowedByPolicy'),
    problem: {
      id: 'F-404',
      meaning: 'A policy of your company forbids this vault, often because it wants a firewall.',
      remedy:
        'Have a vault created with a firewall and the exception for trusted Microsoft services, or ask for an exemption. Then choose that vault.',
      owner: 'key-vault-administrator',
    },
  },
  {
    kinds: ['create-vault'],
    when: hasCode('VaultAlreadyExists', 'ConflictError'),
    problem: {
      id: 'F-406',
      meaning: 'The name is taken: by a vault elsewhere, or by a deleted one whose name is held until its retention time ends.',
      remedy: 'Choose another name, or recover the deleted vault in the Azure portal.',
      owner: 'key-vault-administrator',
    },
  },
  {
    kinds: ['grant-key-access'],
    when: ({ reason }) => reason === 'not-ready',
    problem: {
      id: 'F-602',
      meaning: 'The policy’s new identity is not known everywhere yet.',
      remedy: 'Wait two minutes, then apply the rest.',
      owner: 'microsoft',
    },
  },
  {
    kinds: ['enable-managed-environment'],
    when: isForbidden,
    problem: {
      id: 'F-801',
      meaning: 'The account may not enable Managed Environments. Environment Admin and Delegated Admin are not enough.',
      remedy: 'Ask for Power Platform administrator or Dynamics 365 administrator, sign in again so that it counts, then check again.',
      owner: 'power-platform-administrator',
    },
  },
  {
    kinds: ['link-environment'],
    when: isForbidden,
    problem: {
      id: 'F-701',
      meaning:
        'The account may not add the environment. It takes Power Platform administrator or Dynamics 365 administrator, and Reader on the policy.',
      remedy: 'Ask for what is missing; the service’s own words below may name it. Sign in again so that it counts, then check again.',
      owner: 'power-platform-administrator',
    },
  },
]

const OF_ENVIRONMENTS: readonly ActionKind[] = ['enable-managed-environment', 'link-environment']

/** Says what a refused write means, why, and who can put it right. Nothing that was written before it is lost. */
export function problemWith(action: Action, refusal: Refusal): Problem {
  const general = readingOf(refusal, OF_ENVIRONMENTS.includes(action.kind) ? 'power-platform-administrator' : 'key-vault-administrator')
  const known = KNOWN.find(({ kinds, when }) => kinds.includes(action.kind) && when(refusal))
  return {
    title: `Not done: ${describeAction(action).title}`,
    ...general,
    ...(refusal.reason === 'busy' ? { id: 'F-803' } : {}),
    ...known?.problem,
    refusal,
  }
}

/** A defect of this program, said as one. @param error what was thrown */
export function defect(error: unknown): Problem {
  return {
    title: 'The wizard itself failed here',
    meaning: `This is a defect of the wizard and says nothing of your tenant: ${error instanceof Error ? error.message : String(error)}`,
    remedy: 'Check again. What was written so far stays; the services are asked anew. If it stays, report it with this text.',
    owner: 'you',
  }
}

const TRANSIENT: readonly Refusal['reason'][] = ['not-ready', 'busy', 'throttled']
const MOST_ATTEMPTS = 12
const SHORTEST_PAUSE = 10_000

/**
 * Whether the same write is tried again by itself, and when.
 * Only for refusals that say "not yet": nothing was written, so trying again cannot write twice.
 * @param attempts how many attempts have been refused
 * @returns milliseconds to wait, from 10 seconds to an hour, or nothing when a person has to decide
 */
export function pauseBeforeRetry(refusal: Refusal, attempts: number): number | undefined {
  if (!TRANSIENT.includes(refusal.reason) || attempts >= MOST_ATTEMPTS) return undefined
  return Math.max(SHORTEST_PAUSE, serviceWait(refusal.retryAfterSeconds))
}

export const MOST_RETRIES = MOST_ATTEMPTS
