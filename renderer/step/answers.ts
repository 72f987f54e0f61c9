import type { FindingView } from '#messages/view.ts'
import type { Strings } from '../strings.ts'

type Words = Strings['findings']

/** Answers by finding; others are only confirmed. */
const ANSWERS: Readonly<Partial<Record<string, keyof Words['answers']>>> = {
  'environment-noted': 'environment',
  'licences-in-place': 'licenses',
  'add-licences-in-place': 'licenses',
  'rotate-picked-up': 'works',
  'coverage-unsure': 'unsure',
}

export const ANSWERED = Object.keys(ANSWERS)

/** @param finding with a refusal: what this account can't read, and another person has said */
export function answerTo({ key, refusal }: Pick<FindingView, 'key' | 'refusal'>, words: Words): string {
  if (refusal !== undefined) return words.answers.onWord
  const answer = ANSWERS[key]
  return answer === undefined ? words.attest : words.answers[answer]
}
