import type { Answer, Refusal } from './answer.ts'

/**
 * What is known of a thing. Only `known` has a value, and only `absent` is a no. Everything else says neither, so that it's no reason to
 * write, to pass, or to fail. When it was read stands at its reading, which is one for all that was read together (decision 0235).
 */
export type Fact<T> =
  | { readonly is: 'known'; readonly value: T }
  | { readonly is: 'absent' }
  /** `not-said`: the service was asked, and left it out. `word`: one that no document has, as it came. */
  | { readonly is: 'unknown'; readonly why: Refusal | 'not-asked' | 'not-said' | 'unknown-word'; readonly word?: string }

interface Branches<T, R> {
  known(value: T): R
  absent(): R
  unknown(fact: Extract<Fact<T>, { is: 'unknown' }>): R
}

/** Takes a branch for each of what a fact can be: none can be forgotten. */
export function byFact<T, R>(fact: Fact<T>, branches: Branches<T, R>): R {
  switch (fact.is) {
    case 'known':
      return branches.known(fact.value)
    case 'absent':
      return branches.absent()
    case 'unknown':
      return branches.unknown(fact)
  }
}

/** A service's answer, undefined if it wasn't asked. That it doesn't exist counts as said to an account that may see it. */
export function answered<T>(answer: Answer<T> | undefined): Fact<T> {
  if (answer === undefined) return { is: 'unknown', why: 'not-asked' }
  if (answer.ok) return { is: 'known', value: answer.value }
  return answer.refusal.reason === 'not-found' ? { is: 'absent' } : { is: 'unknown', why: answer.refusal }
}

/**
 * A service's word, in any case.
 * @param known by the word in lower case
 */
export function wordIn<W extends string>(known: Readonly<Record<string, W>>, word: string | undefined): Fact<W> {
  if (word === undefined) return { is: 'unknown', why: 'not-said' }
  const value = Object.hasOwn(known, word.toLowerCase()) ? known[word.toLowerCase()] : undefined
  return value === undefined ? { is: 'unknown', why: 'unknown-word', word } : { is: 'known', value }
}

/** Whether it is known to be one of these. Not so says nothing of what it is instead. */
export const isKnownAs = <T>(fact: Fact<T>, ...values: readonly T[]): boolean => fact.is === 'known' && values.includes(fact.value)
