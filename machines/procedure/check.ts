import type { Check as AnyCheck } from '../engine/step/finding.ts'
import type { DisplayText } from '../messages/message.ts'
import type { LinkId } from './links/link-ids.ts'
import type { SourceId } from './sources/source-ids.ts'

export type Part = 'integration' | 'environment' | 'subscription' | 'vault' | 'key' | 'policy' | 'access' | 'reader' | 'managed' | 'link'

export interface Check<Facts> extends AnyCheck<Facts> {
  readonly part: Part
  readonly link?: LinkId
  readonly source: SourceId
}

interface CheckTexts {
  readonly why: DisplayText
  readonly remedy: DisplayText
  readonly manual1?: DisplayText
  readonly manual2?: DisplayText
  readonly manual3?: DisplayText
}

/** Why a check matters, its remedy and its clicks, from the group of its messages. */
export const textsOf = ({ why, remedy, manual1, manual2, manual3 }: CheckTexts) => ({
  why,
  remedy,
  byHand: [manual1, manual2, manual3].filter((click) => click !== undefined),
})
