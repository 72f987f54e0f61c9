import type { Claim } from './claim.ts'
import { claim, isFree, isHeld, isIn, isLost } from './claim.ts'
import type { Truth } from './truth.ts'

/* Compares a saved report's first sentence with the tenant. A verdict names when it was checked, and must have been true then. */

export interface Verdict {
  readonly says: string
  /** Milliseconds since 1970-01-01T00:00:00Z; absent where the report names no time. */
  readonly checkedAt?: number
}

const CHECKED = /^<\/p><p class="where">Checked ([^<]+)<\/p>/

/** The first sentence of a report's page in English, and its time. @throws without one */
export function verdictIn(html: string): Verdict {
  const [whole, says] = /<p class="verdict \w+">([^<]*)(?=<\/p>)/.exec(html) ?? []
  if (whole === undefined || says === undefined) throw new Error('The report has no verdict.')
  const [, at] = CHECKED.exec(html.slice(html.indexOf(whole) + whole.length)) ?? []
  const checkedAt = Date.parse(at?.replaceAll(/\s/g, ' ') ?? '')
  return { says, ...(Number.isNaN(checkedAt) ? {} : { checkedAt }) }
}

const isOnKey = (truth: Truth): boolean => isHeld(truth) && truth.linkStatus === 'linked'

const CLAIMS: readonly (readonly [RegExp, (policy: string | undefined) => Claim['holds']])[] = [
  [/^Encrypted with your own key$/, () => (truth) => isOnKey(truth) && truth.running === undefined && !truth.isLocked],
  [/^Added to your key’s policy/, () => isOnKey],
  [/^Not encrypted with your own key/, () => isFree],
  [
    /^Microsoft is encrypting with your key$/,
    () =>
      ({ running, ended }) =>
        running === 'link' || ended.at(-1)?.what === 'link',
  ],
  [
    /^Microsoft is taking the environment off your key$/,
    () =>
      ({ running, ended }) =>
        running === 'unlink' || ended.at(-1)?.what === 'unlink',
  ],
  [
    /^Encryption failed at Microsoft$/,
    () =>
      ({ ended }) =>
        ended.some(({ how }) => how === 'failed'),
  ],
  [/^Connected to another policy: (.+)$/, (policy) => isIn(policy)],
  [/^Locked/, () => isLost],
  [/^Not known: the environment is in (.+), but/, (policy) => isIn(policy)],
  [/^Not known: /, () => () => true],
]

/** What a verdict claims. One whose words aren't known here claims what can't be so. */
export function verdictClaim({ says }: Verdict): Claim {
  for (const [words, holds] of CLAIMS) {
    const found = words.exec(says)
    if (found) return claim(`report: “${says}”`, holds(found[1]))
  }
  return claim(`report: “${says}”, which the oracle doesn’t know`, () => false)
}
