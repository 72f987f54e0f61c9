import { defined } from '../../defined.ts'
import { sameId } from '../../engine/ids.ts'
import type { WizardContext } from '../../engine/wizard/context.ts'
import { problemView, sourceViews } from '../../engine/wizard/step-view.ts'
import type { ProblemView, SourceView } from '../../engine/wizard/view-of-step.ts'
import type { DisplayText } from '../../messages/message.ts'
import { titled } from '../../messages/sentences.ts'
import { geographyOf } from '../geography.ts'
import { readingOf } from '../refusals.ts'
import type { SourceId } from '../sources/source-ids.ts'
import { isLandscape, type Landscape } from './landscape.ts'
import type { Member } from './members.ts'
import { messages } from './messages.ts'
import { type Group, groupsOf, MOMENTS, type Moment, membersAt, type PairReason, REASON_SOURCES, reasonsBetween } from './pairs.ts'
import { type ShownKey, shownKey, YET_TO_COME } from './shown-key.ts'

export interface LandscapeView {
  readonly reading: boolean
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly checkedAt?: number
  readonly oldSince?: number
  readonly rows: readonly {
    readonly id: string
    readonly name: string
    readonly type: string
    readonly location: string
    readonly key: ShownKey
    readonly managed: Member['managed']
    readonly locked: boolean
    readonly chosen: boolean
  }[]
  readonly unread: readonly { readonly id: string; readonly name: string; readonly problem: ProblemView }[]
  /** Empty with fewer than two environments. */
  readonly moments: readonly MomentView[]
  readonly problem?: ProblemView
  readonly announcement: DisplayText
}

interface MomentView {
  readonly moment: Moment
  readonly working: number
  readonly pairs: number
  /** Largest first. Environments work together only within a group. */
  readonly groups: readonly {
    readonly environments: readonly { readonly id: string; readonly name: string }[]
    readonly key: ShownKey
    readonly managed: Member['managed']
    readonly location?: string
  }[]
  readonly apart: readonly {
    readonly reason: PairReason
    readonly says: DisplayText
    readonly pairs: number
    readonly source: SourceView
  }[]
}

const REASONS: Readonly<Record<PairReason, DisplayText>> = {
  'other-key': messages.reason.otherKey,
  'other-policy': messages.reason.otherPolicy,
  'managed-differs': messages.reason.managedDiffers,
  'other-region': messages.reason.otherRegion,
  changing: messages.reason.changing,
  'key-unknown': messages.reason.keyUnknown,
  'managed-unknown': messages.reason.managedUnknown,
}

const geographyTitle = (location: string): string => geographyOf(location)?.title ?? location
const pairsIn = (count: number): number => (count * (count - 1)) / 2

type SourceOf = (id: SourceId) => readonly SourceView[]

function momentView(
  moment: Moment,
  { members, policyId = YET_TO_COME, policyKeyId }: Landscape,
  chosen: string | undefined,
  sources: SourceOf,
): MomentView {
  const then = membersAt(moment, members, chosen, { id: policyId, keyId: policyKeyId })
  const groups = [...groupsOf(then)].sort((a, b) => b.length - a.length)
  const isOneRegion = new Set(then.map(({ location }) => geographyTitle(location))).size === 1
  return {
    moment,
    working: groups.reduce((sum, group) => sum + pairsIn(group.length), 0),
    pairs: pairsIn(then.length),
    groups: groups.map((group: Group) => {
      const [{ key, managed, location }] = group
      return {
        environments: group.map(({ id, name }) => ({ id, name })),
        key: shownKey(key, policyId),
        managed,
        ...(isOneRegion ? {} : { location: geographyTitle(location) }),
      }
    }),
    apart: reasonsBetween(groups).flatMap(({ reason, pairs }) =>
      sources(REASON_SOURCES[reason]).map((source) => ({ reason, says: REASONS[reason], pairs, source })),
    ),
  }
}

const unreadable = (title: DisplayText, refusal: NonNullable<Landscape['refusal']>): ProblemView =>
  problemView({ title, ...readingOf(refusal, 'power-platform-administrator'), refusal })

function announcementOf(landscape: Landscape | undefined, reading: boolean, problem: ProblemView | undefined): DisplayText {
  if (reading || !landscape) return messages.reading
  return problem ? titled(problem.title, problem.remedy) : messages.read({ count: landscape.members.length + landscape.unread.length })
}

export function landscapeView({ procedure, choices, landscape: read }: WizardContext, reading: boolean): LandscapeView {
  const landscape = read && isLandscape(read.carried) ? read.carried : undefined
  const { members = [], unread = [], policyId = YET_TO_COME, refusal } = landscape ?? {}
  const problem = read?.problem ? problemView(read.problem) : refusal && unreadable(messages.unreadable, refusal)
  const sources: SourceOf = (id) => sourceViews(procedure.references, [id])
  return {
    reading,
    ...(read ? { checkedAt: read.readAt, ...defined({ oldSince: read.oldSince }) } : {}),
    rows: members.map(({ id, name, type, location, key, managed, locked }) => ({
      id,
      name,
      type,
      location: geographyTitle(location),
      key: shownKey(key, policyId),
      managed,
      locked: locked === true,
      chosen: sameId(id, choices.environmentId),
    })),
    unread: unread.map((each) => ({ id: each.id, name: each.name, problem: unreadable(messages.unreadable, each.refusal) })),
    moments: landscape && members.length > 1 ? MOMENTS.map((moment) => momentView(moment, landscape, choices.environmentId, sources)) : [],
    ...(problem ? { problem } : {}),
    announcement: announcementOf(landscape, reading, problem),
  }
}
