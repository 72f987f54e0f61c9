import { defined } from '../defined.ts'
import type * as engine from '../engine/step/guide.ts'
import type { Message } from '../messages/message.ts'
import type { Pending } from './actions/registry.ts'
import type { Part } from './check.ts'
import type { LinkId } from './links/link-ids.ts'
import type { ContradictionId } from './sources/contradictions.ts'
import type { SourceId } from './sources/source-ids.ts'
import type { WaitId } from './waits.ts'

/* The engine's types, restricted to this procedure's parts, links, documents and durations. */

export interface Pitfall extends engine.Pitfall {
  readonly source: SourceId
}

export interface ListedPart extends engine.ListedPart {
  readonly part: Part
}

export interface Guide extends engine.Guide {
  readonly byHand: readonly (engine.Guide['byHand'][number] & { readonly link?: LinkId })[]
  readonly whileYouWait: readonly (engine.Guide['whileYouWait'][number] & { readonly during?: Pending['kind'] })[]
  readonly waits: readonly WaitId[]
  readonly pitfalls: readonly Pitfall[]
  readonly contradictions: readonly ContradictionId[]
  readonly sources: readonly SourceId[]
  readonly parts: readonly ListedPart[]
}

export type OperationGuide = Guide & engine.OperationGuide

/** What a guide begins with, from the group of its messages. */
export const openingOf = ({
  title,
  short,
  outcome,
  what,
  why,
  happens,
}: Pick<Guide, 'title' | 'short' | 'outcome' | 'what' | 'why' | 'happens'>) => ({
  title,
  ...defined({ short }),
  outcome,
  what,
  why,
  happens,
})

type WayMessages = Readonly<Record<string, Message>> & { readonly heading: Message }

/** Manual steps from a group of messages: heading, caution, and all others as clicks, in their order. */
export const manual = ({ heading, caution, ...clicks }: WayMessages, link: LinkId): Guide['byHand'][number] => ({
  heading,
  ...defined({ caution }),
  clicks: Object.values(clicks),
  link,
})
