import type { DisplayText } from '../../messages/message.ts'
import { type Action, type ActionKind, describeAction, type Receipt } from '../../procedure/action.ts'
import type { Refusal, RunningOperation } from '../../procedure/services.ts'
import { isKeyOperation } from '../../procedure/steps/environment/facts.ts'
import { ENCRYPTION_TAKES_UP_TO } from '../../procedure/waits.ts'
import { inUtc } from '../moment.ts'
import type { CatalogueId, Owner } from './finding.ts'
import type { Reading } from './proof.ts'
import { courseOf, readingOf, serviceWait } from './refusals.ts'
import type { SentChange } from './sent.ts'

/** A write that a service refused, in words for the person. */
export interface Problem {
  readonly id?: CatalogueId
  readonly title: string
  readonly meaning: DisplayText
  readonly remedy: DisplayText
  readonly owner: Owner
  /** One by one, what it consists of. */
  readonly points?: readonly DisplayText[]
  readonly refusal?: Refusal
  /** The change of which nobody knows whether it was made: a later reading may answer it. */
  readonly inDoubt?: ActionKind
}

interface Known {
  readonly kinds: readonly ActionKind[]
  readonly when: (refusal: Refusal) => boolean
  readonly problem: Pick<Problem, 'id' | 'meaning' | 'remedy' | 'owner'>
}

const IN_AZURE: readonly ActionKind[] = [
  'register-provider',
  'create-resource-group',
  'create-vault',
  'turn-on-purge-protection',
  'create-key',
  'create-policy',
  'grant-key-access',
  'grant-reader',
  'rotate-key',
]

const BUSY: CatalogueId = 'F-803'

const isForbidden = (refusal: Refusal): boolean => refusal.reason === 'forbidden'
const hasCode =
  (...codes: readonly string[]) =>
  (refusal: Refusal): boolean =>
    codes.some((code) => code.toLowerCase() === refusal.code?.toLowerCase())

/** What is known about a refusal of exactly this write. Source: the failure catalogue, from Key Vault's guide to roles and the services' documents. */
const KNOWN: readonly Known[] = [
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
    // Before the rights: a company's own policy answers 403 as well, and no role helps against it.
    kinds: IN_AZURE,
    when: hasCode('RequestDisallowedByPolicy'),
    problem: {
      id: 'F-404',
      meaning: 'An Azure Policy of your company forbids this change.',
      remedy: 'Read below which policy it is. Ask whoever owns it for an exemption, or choose something that it allows.',
      owner: 'key-vault-administrator',
    },
  },
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
    when: hasCode('VaultAlreadyExists', 'ConflictError'),
    problem: {
      id: 'F-406',
      meaning: 'The name is taken: by a vault elsewhere, or by a deleted one whose name is held until its retention time ends.',
      remedy: 'Choose another name, or recover the deleted vault in the Azure portal.',
      owner: 'key-vault-administrator',
    },
  },
  {
    kinds: IN_AZURE,
    when: hasCode('ScopeLocked'),
    problem: {
      meaning: 'A lock in Azure protects the resource or something above it from this change. Somebody set it on purpose.',
      remedy:
        'Have the lock removed for as long as this change takes, by an owner or user access administrator: in the Azure portal, the resource, Locks. Put it back afterwards.',
      owner: 'key-vault-administrator',
    },
  },
  {
    kinds: ['create-policy'],
    when: hasCode('MissingSubscriptionRegistration'),
    problem: {
      id: 'F-301',
      meaning: 'The subscription is not registered for Power Platform, or the registration has not reached every server yet.',
      remedy: 'Check again: the registration is then part of the plan. If it says Registered, wait some minutes and apply the rest.',
      owner: 'key-vault-administrator',
    },
  },
  {
    kinds: ['create-policy'],
    when: hasCode('LocationNotAvailableForResourceType', 'InvalidResourceLocation', 'NoRegisteredProviderFound'),
    problem: {
      id: 'F-502',
      meaning:
        'Azure does not take this location for a policy. Two words changed between editions of Microsoft’s article: brazil was southamerica, uae was unitedarabemirates.',
      remedy: 'Check again, so that the wizard reads the locations this subscription offers. If it stays, ask Microsoft about the region.',
      owner: 'microsoft',
    },
  },
  {
    kinds: ['create-policy'],
    when: hasCode('EnterprisePolicyUpdateNotAllowed'),
    problem: {
      id: 'F-504',
      meaning: 'The policy exists and environments use it. Such a policy can be neither changed nor deleted.',
      remedy: 'Choose another name for a new policy, or use this one as it is.',
      owner: 'key-vault-administrator',
    },
  },
  {
    kinds: ['grant-reader'],
    when: ({ reason }) => reason === 'not-ready',
    problem: {
      id: 'F-703',
      meaning:
        'The directory does not know this object id. A partner’s account that is here by delegated administration (GDAP) has no user object and cannot be given a role.',
      remedy:
        'Name an administrator of your own tenant, or invite the partner’s account as a guest and use the guest’s object id. Somebody who was added a moment ago is known in some minutes.',
      owner: 'you',
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
    when: ({ reason }) => reason === 'not-found',
    problem: {
      id: 'F-908',
      meaning:
        'The service finds the environment, the policy or the way between them not. A user’s report of 7 September 2023 names the same answer without a cause.',
      remedy:
        'Compare the ids of environment and policy, the role of the account and the region of both, then check again. If it stays, give the correlation id to Microsoft support.',
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

/** Ids that a refused write is known by, and of which writes: for the catalogue. */
export const KNOWN_REFUSALS: readonly { readonly id: CatalogueId; readonly of: string }[] = [
  ...KNOWN.flatMap(({ kinds, problem: { id } }) => (id === undefined ? [] : [{ id, of: `of ${kinds.join(', ')}` }])),
  { id: BUSY, of: 'of any change of an environment' },
]

const OF_ENVIRONMENTS: readonly ActionKind[] = ['enable-managed-environment', 'link-environment', 'unlink-environment']

/** Refusals of the wizard itself: the request never left this computer. */
const OF_THE_RECORD: Readonly<Record<string, Pick<Problem, 'meaning' | 'remedy'>>> = {
  EngagementHeld: {
    meaning: 'Nothing was sent to Microsoft. This environment is open in another wizard, and only one may write at a time.',
    remedy: 'Close the other one, or take over on purpose, then apply again.',
  },
  RecordNotKept: {
    meaning: 'Nothing was sent to Microsoft. What is about to be done could not be put on record on this computer first.',
    remedy: 'Put right what the words below name, for example a full disk, then apply again.',
  },
}

/**
 * True when a change may have been made although its answer says nothing of it: the request left, and what came back is a failure of the
 * way or of the server, or nobody can read it. A reading that failed before the change leaves no doubt: then nothing was sent.
 */
const isInDoubt = (refusal: Refusal): boolean => isSent(refusal) && refusal.reason !== 'conflict'

/**
 * True when the change left this computer and was not plainly refused: whether it was made is for a reading to say. A conflict is among
 * them, because a service also answers so when the change is there already, from a first attempt whose answer was lost.
 */
export const isSent = (refusal: Refusal): boolean =>
  refusal.taken === true || (courseOf(refusal) === 'observe' && /^(?:PUT|POST|PATCH|DELETE) /.test(refusal.request))

/** Which operation keeps the environment busy, and when it ends as far as a document says so. */
function whatRuns({ type, name, since }: RunningOperation): string {
  const began = since === undefined ? Number.NaN : Date.parse(since)
  const running = `Another operation is running on the environment: ${name ?? type}${Number.isNaN(began) ? '' : `, since ${inUtc(began)}`}.`
  if (!isKeyOperation(type)) return `${running} No document says how long it takes.`
  return Number.isNaN(began)
    ? `${running} Encryption takes up to 4 days.`
    : `${running} Encryption can take up to 4 days, here until ${inUtc(began + ENCRYPTION_TAKES_UP_TO)}.`
}

/** Says what a refused write means, why, and who can put it right. Nothing that was written before it is lost. */
export function problemWith(action: Action, refusal: Refusal): Problem {
  const ofTheRecord = OF_THE_RECORD[refusal.code ?? '']
  if (ofTheRecord) return { title: `Not done: ${describeAction(action).title}`, ...ofTheRecord, owner: 'you', refusal }
  const general = readingOf(refusal, OF_ENVIRONMENTS.includes(action.kind) ? 'power-platform-administrator' : 'key-vault-administrator')
  if (isInDoubt(refusal)) {
    return {
      title: `Not known whether it was done: ${describeAction(action).title}`,
      meaning: `${general.meaning} The change may have been made all the same; the services have been read again since.`,
      remedy: `Look at the plan: what still stands in it was not done. ${general.remedy}`,
      owner: general.owner,
      refusal,
      inDoubt: action.kind,
    }
  }
  const known = KNOWN.find(({ kinds, when }) => kinds.includes(action.kind) && when(refusal))
  return {
    title: `Not done: ${describeAction(action).title}`,
    ...general,
    ...(refusal.reason === 'busy' ? { id: BUSY } : {}),
    ...(refusal.running ? { meaning: whatRuns(refusal.running) } : {}),
    ...known?.problem,
    refusal,
  }
}

/** A reading that failed at something tells nothing of what it did not see. */
const UNREAD: readonly Refusal['reason'][] = ['unavailable', 'unreadable', 'throttled', 'unauthenticated', 'forbidden']

/** What is said of changes whose answer was lost, for as long as no reading shows them. */
export function notKnownYet(sent: readonly SentChange[], { findings }: Reading): Problem | undefined {
  const [first] = sent
  if (!first) return undefined
  const title = `Not known whether it was done: ${describeAction(first.action).title}`
  const points = sent.slice(1).map(({ action }) => `Not known either: ${describeAction(action).title}`)
  const isWhole = !findings.some(({ refusal }) => refusal !== undefined && UNREAD.includes(refusal.reason))
  return {
    title,
    meaning: isWhole
      ? `It was sent at ${inUtc(first.at)}, and its answer was lost. The services were read again and do not show it. It may be new on some of their servers only.`
      : `It was sent at ${inUtc(first.at)}, and its answer was lost. Not everything could be read since then.`,
    remedy: isWhole
      ? 'Wait some minutes, then check again. Apply it again only if it stays away.'
      : 'Check again. What could not be read is named in the findings below.',
    owner: 'you',
    ...(points.length > 0 ? { points } : {}),
    inDoubt: first.action.kind,
  }
}

/**
 * What to say when a service took a change and reading does not show it: nothing is wrong with the change, and it must not be made
 * again unseen. Services show what is new on some of their servers first. Where a finding says how it ended, that is what counts.
 * @param receipts of the plan that was just carried out
 */
export function notSeenYet(receipts: readonly Receipt[], { plan, findings }: Reading): Problem | undefined {
  const isTold = (kind: ActionKind): boolean => findings.some(({ status, putRightBy }) => status === 'fail' && putRightBy?.includes(kind))
  const titles = plan.filter(({ kind }) => !isTold(kind)).map((action) => describeAction(action).title)
  const unseen = receipts.find(({ written, title }) => written && titles.includes(title))
  return (
    unseen && {
      title: `Done, and not to be seen yet: ${unseen.title}`,
      meaning: 'The service took the change, and reading it again does not show it. It may be new on some of its servers only.',
      remedy: 'Wait some minutes, then check again. Apply it again only if it stays away, and look in the Azure portal before.',
      owner: 'microsoft',
    }
  )
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

/** How often the same write is tried in all before a person decides. */
export const MOST_ATTEMPTS = 12
const SHORTEST_PAUSE = 10_000
/** What is busy for long is asked less often, and still soon after it is free. */
const LONGEST_OWN_PAUSE = 60_000

/**
 * Whether the same write is tried again by itself, and when.
 * Only for refusals that say "not yet": nothing was written, so trying again cannot write twice.
 * @param before how many tries were refused before this one
 * @param chance from 0 to 1, drawn anew each time: everybody who was turned away got the same number, and must not come back together
 * @returns milliseconds to wait, from 10 seconds to an hour and six minutes, or nothing when a person has to decide
 */
export function pauseBeforeRetry(refusal: Refusal, before: number, chance: number): number | undefined {
  const course = courseOf(refusal)
  if ((course !== 'wait' && course !== 'retry') || before + 1 >= MOST_ATTEMPTS) return undefined
  const own = course === 'wait' ? Math.min(SHORTEST_PAUSE * 1.5 ** before, LONGEST_OWN_PAUSE) : SHORTEST_PAUSE
  return Math.round(Math.max(own, serviceWait(refusal.retryAfterSeconds)) * (1 + chance / 10))
}
