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

export function answerTo(key: string, words: Words): string {
  const answer = ANSWERS[key]
  return answer === undefined ? words.attest : words.answers[answer]
}
