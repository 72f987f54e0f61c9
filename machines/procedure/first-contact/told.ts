import type { DisplayText } from '../../messages/message.ts'
import { CONSEQUENCES, type Comparison, type Consequence, compare, type Difference } from './compare.ts'
import type { Known } from './known.ts'
import { differenceMessages as differs, consequenceMessages as means, messages } from './messages.ts'
import type { Recording } from './recording.ts'
import { type Settled, settledBy } from './settled.ts'

export interface ToldDifference extends Difference {
  readonly title: DisplayText
  readonly meaning: DisplayText
}

export interface FirstContact extends Omit<Comparison, 'differences'> {
  readonly summary: DisplayText
  readonly differences: readonly ToldDifference[]
  readonly settled: readonly Settled[]
}

export function firstContactOf(recording: Recording, known: Known): FirstContact {
  const { answers, differences, ...rest } = compare(recording, known)
  return {
    answers,
    ...rest,
    summary: messages.summary({ answers, differences: differences.length }),
    differences: CONSEQUENCES.flatMap((consequence) => differences.filter((each) => each.consequence === consequence)).map((each) => ({
      ...each,
      title: titleOf(each),
      meaning: MEANINGS[each.consequence],
    })),
    settled: recording.practice ? [] : settledBy(recording),
  }
}

function titleOf({ kind, place, seen }: Difference): DisplayText {
  switch (kind) {
    case 'member':
      return differs.member({ place })
    case 'missing':
      return differs.missing({ place })
    case 'kind':
      return differs.kind({ place, seen })
    case 'word':
      return differs.word({ place, seen })
    case 'status':
      return differs.status({ seen })
    case 'header':
      return seen === '' ? differs.missingHeader({ place }) : differs.otherHeader({ place, seen })
    case 'page':
      return differs.page({ place })
    case 'form':
      return seen === 'empty' ? differs.empty : differs.notJson
  }
}

const MEANINGS: Readonly<Record<Consequence, DisplayText>> = {
  unread: means.unread,
  absent: means.absent,
  unreadable: means.unreadable,
  'unknown-word': means.unknownWord,
  'by-status': means.byStatus,
  success: means.success,
  refusal: means.refusal,
  'first-page': means.firstPage,
  'no-support-id': means.noSupportId,
}
