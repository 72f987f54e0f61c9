import { plain } from '../plain.ts'

interface Findable {
  readonly title: string
  /** Other words it's found by, as a list. */
  readonly also?: string
}

/** An offer, and those of its other words that it was found by. */
export type Found<Offer> = Offer & { readonly by?: string }

const listed = (also = ''): readonly string[] => also.split(/[,、，] */u).filter(Boolean)

/**
 * Those in whose title every typed word is found: first those with a word that begins with the first one. Then those that are found by
 * one of their other words.
 */
export function found<Offer extends Findable>(offers: readonly Offer[], typed: string): readonly Found<Offer>[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  const [first = ''] = words
  const holds = (text: string) => words.every((word) => plain(text).includes(word))
  const [matching, others] = [offers.filter(({ title }) => holds(title)), offers.filter(({ title }) => !holds(title))]
  const begins = ({ title }: Findable) =>
    plain(title)
      .split(/[\s\p{P}]+/u)
      .some((word) => word.startsWith(first))
  return [
    ...matching.filter(begins),
    ...matching.filter((each) => !begins(each)),
    ...others.flatMap((offer) => {
      const by = listed(offer.also).filter(holds)
      return by.length === 0 ? [] : [{ ...offer, by: by.join(', ') }]
    }),
  ]
}
