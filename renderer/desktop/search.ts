import { plain } from '../plain.ts'

interface Findable {
  readonly title: string
  /** Synonyms for the search. */
  readonly also?: string
}

/** A match, with the synonyms that matched. */
export type Found<Offer> = Offer & { readonly by?: string }

const listed = (also = ''): readonly string[] => also.split(/[,、，] */u).filter(Boolean)

/** Offers whose title contains every typed word, those starting with the first word first; then matches by synonym. */
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
