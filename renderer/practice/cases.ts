import type { PracticeCase } from '#messages/view.ts'

export const CASE_GROUPS = ['works', 'missing', 'breaks', 'later'] as const satisfies readonly PracticeCase['group'][]
export type CaseGroup = (typeof CASE_GROUPS)[number]

/** A case, or several variants of one. */
export interface CaseCard {
  readonly title: string
  readonly cases: readonly [PracticeCase, ...PracticeCase[]]
}

/** Without accents and case, for searches. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

const isFound = ({ title, objective, story, family }: PracticeCase, words: readonly string[]): boolean => {
  const text = plain([title, objective, story, family?.title].join(' '))
  return words.every((word) => text.includes(word))
}

/** @param searched words that must all match @returns the cards of each group; a family of cases shares a card */
export function cardsByGroup(cases: readonly PracticeCase[], searched: string): ReadonlyMap<CaseGroup, readonly CaseCard[]> {
  const words = plain(searched).split(/\s+/).filter(Boolean)
  const groups = new Map<CaseGroup, CaseCard[]>()
  for (const each of cases) {
    if (!isFound(each, words)) continue
    const cards = groups.get(each.group) ?? []
    const title = each.family?.title ?? each.title
    const shared = each.family && cards.findIndex((card) => card.title === title)
    const card = shared === undefined ? undefined : cards[shared]
    if (card && shared !== undefined) cards[shared] = { title, cases: [...card.cases, each] }
    else cards.push({ title, cases: [each] })
    groups.set(each.group, cards)
  }
  return groups
}
