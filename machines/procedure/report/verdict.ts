import type { Executive, ExecutiveFacts } from '../../engine/procedure.ts'
import { carriedOutIn } from '../../engine/situation/carried-out.ts'
import { type Situation, situationOf } from '../../engine/situation/situation.ts'
import { type DisplayText, defineMessages } from '../../messages/message.ts'
import type { Choices } from '../choices.ts'
import { sentences } from '../key-map/messages.ts'
import { policyNameIn } from '../key-map/shown.ts'
import { LISTED_AS } from '../listed-as.ts'
import { isElsewhere } from '../other-policy.ts'
import { headlineOf } from '../situation/headlines.ts'

const messages = defineMessages('records.executive', {
  encrypted: 'Encrypted with your own key',
  linked: 'Added to your key’s policy. Microsoft doesn’t confirm the key yet.',
  inPolicy: 'Not known: the environment is in {policy}, but whether its key is in use wasn’t checked',
  notNamed: 'Not known: Power Platform doesn’t say which policy the environment is in',
  notEncrypted: 'Not encrypted with your own key',
  returned: 'Not encrypted with your own key: the environment was returned to the Microsoft-managed key',
  notChecked: 'Not known: the environment wasn’t checked',
  changed: 'Not known: something changed after the last check',
  notFound: 'Not known: the last check didn’t find the environment',
})

export interface Verdict extends Pick<Executive, 'state' | 'verdict' | 'checkedAt'> {
  /** It was read to be in no policy. */
  readonly isFree?: true
}

type Environment = NonNullable<ExecutiveFacts['environment']>

const warning = (verdict: DisplayText, checkedAt?: number): Verdict => ({
  state: 'warning',
  verdict,
  ...(checkedAt === undefined ? {} : { checkedAt }),
})

/** The newest finding of a check that no later reading contradicts. */
export const currentFinding = ({ findings }: Pick<ExecutiveFacts, 'findings'>, key: string) =>
  findings.find((finding) => finding.key === key && !finding.isOld)

/** The policy that holds the environment can't use its key. */
function isKeyLost(facts: ExecutiveFacts): boolean {
  const { policy }: Choices = facts.choices
  const heldBy = facts.environment?.heldBy
  return heldBy !== undefined && !isElsewhere(policy, heldBy) && currentFinding(facts, 'key-access')?.status === 'fail'
}

/** The one situation, from what the record has. */
export function recordedSituation(facts: ExecutiveFacts): Situation {
  const { policy }: Choices = facts.choices
  const { parts, environment, environmentId } = facts
  const keyStep = parts.find(({ id }) => id === LISTED_AS.keyStep)
  const isLost = isKeyLost(facts)
  return situationOf({
    parts: parts.map((part) => ({
      id: part.id,
      isProved: part.isProved,
      planned: part.planned,
      ...(part.place === undefined ? {} : { place: part.place }),
      ...(part.readAt === undefined ? {} : { readAt: part.readAt }),
      ...carriedOutIn(LISTED_AS, environmentId, part, 'at-rest'),
    })),
    ...(environment?.locked || isLost ? { lock: { keyWorks: !isLost && keyStep?.isProved === true } } : {}),
    ...(isElsewhere(policy, environment?.heldBy) ? { isInOtherPolicy: true } : {}),
    isInEffect: LISTED_AS.isInEffect(facts.findings.filter(({ isOld }) => !isOld)),
  })
}

/** When a change of the environment's key began or ended last, and whether that took it off the key. */
function lastMove({ parts, environmentId }: ExecutiveFacts): { readonly since: number; readonly hasLeft: boolean } | undefined {
  return parts
    .flatMap(({ receipts }) => receipts)
    .flatMap(({ at, pending, ended }) => {
      const kind = pending && LISTED_AS.underWay(pending, environmentId)
      return kind === 'encrypting' || kind === 'removing' ? [{ since: at, hasLeft: kind === 'removing' && ended === 'succeeded' }] : []
    })
    .toSorted((one, other) => one.since - other.since)
    .at(-1)
}

/** Older records say of the environment only what step 4 found. */
function byFindings(facts: ExecutiveFacts): Verdict {
  const [linked, inUse] = [currentFinding(facts, 'linked-to-policy'), currentFinding(facts, 'key-in-use')]
  if (!linked) return warning(messages.notChecked)
  const checkedAt = linked.at
  if (linked.status === 'fail') return { state: 'fail', verdict: messages.notEncrypted, checkedAt, isFree: true }
  if (linked.status !== 'pass') return warning(messages.changed, checkedAt)
  return inUse?.status === 'pass' ? { state: 'pass', verdict: messages.encrypted, checkedAt } : warning(messages.linked, checkedAt)
}

function atRest(facts: ExecutiveFacts, { heldBy, linked, at: checkedAt }: Environment): Verdict {
  const move = lastMove(facts)
  if (move !== undefined && move.since > checkedAt) return warning(messages.changed, checkedAt)
  const shown = currentFinding(facts, 'linked-to-policy')
  const isCurrent = shown !== undefined && shown.at >= checkedAt
  if (heldBy === undefined) {
    // Power Platform can name a policy by its own ID alone, and can say of it a word that no one knows.
    if (linked || (isCurrent && shown.status === 'unknown')) return warning(messages.notNamed, checkedAt)
    return { state: 'fail', verdict: move?.hasLeft ? messages.returned : messages.notEncrypted, checkedAt, isFree: true }
  }
  return shown?.status === 'pass' && (linked || isCurrent)
    ? byFindings(facts)
    : warning(messages.inPolicy({ policy: policyNameIn(heldBy) }), checkedAt)
}

/**
 * The report's first sentence: what holds by the newest reading that tells of it, and when that was.
 * Decision 0233: a past reading is none of today.
 */
export function verdictOf(facts: ExecutiveFacts): Verdict {
  const { environment } = facts
  const checkedAt = environment?.at
  const missing = currentFinding(facts, 'environment-readable')
  if (missing?.status === 'fail' && missing.at > (checkedAt ?? 0)) return warning(messages.notFound, missing.at)
  const situation = recordedSituation(facts)
  const at = checkedAt === undefined ? {} : { checkedAt }
  switch (situation.kind) {
    case 'locked':
      return { state: 'fail', verdict: isKeyLost(facts) ? sentences.locked : sentences.lockedStill, ...at }
    case 'failed':
      // A reading from before its end says nothing of it.
      return { state: 'fail', verdict: headlineOf(situation) ?? sentences.failed, ...((checkedAt ?? 0) > situation.run.since ? at : {}) }
    case 'wrong-policy':
      return warning(sentences['other-policy']({ policy: policyNameIn(environment?.heldBy ?? '') }), checkedAt)
    case 'at-microsoft':
      if (situation.run.kind === 'encrypting') return warning(sentences.encrypting, situation.run.since)
      if (situation.run.kind === 'removing') return warning(sentences.leaving, situation.run.since)
      break
    case 'stopped':
      if (situation.made === undefined) return warning(messages.changed, checkedAt)
      break
    default:
  }
  return environment === undefined ? byFindings(facts) : atRest(facts, environment)
}
