import { FAULTS } from '#node/practice/faults.ts'
import { LANDSCAPE_IDS } from '#node/practice/landscape.ts'
import { asked, ownOf, say } from '../long/share.ts'
import { isOfAdding, isOfProtecting, type Way, wayOf } from './afterwards.ts'
import { type Call, type Left, undisturbed, walkWith } from './one-case.ts'
import { isWrite } from './repetitions.ts'
import { sayCase } from './said.ts'
import { SAME_FOR_A_READING } from './same-for-a-reading.ts'

/** `npm run test:faults`: every call of the journey, of adding another environment and of protecting the key, met by every fault. */

/**
 * Of the second walk only what a Managed HSM answers, of the others only what comes after the four steps: the rest is the same as in the
 * first. One of the other environments makes every call that each of them makes.
 */
const WALKS: readonly (readonly [way: Way, isItsOwn: (path: string, isKnown: boolean) => boolean])[] = [
  [wayOf('ready-to-enable'), () => true],
  [wayOf('managed-hsm'), (path, isKnown) => path.startsWith('/keys') || !isKnown],
  [{ ...wayOf('adding'), after: { toAdd: [LANDSCAPE_IDS.test], protects: false } }, isOfAdding],
  [wayOf('protecting'), isOfProtecting],
]

const shown = ({ method, path }: Call): string => `${method} ${path.replace(/^\/subscriptions\/[^/]+\//i, '…/')}`

// Its client is large, and only this needs it.
if (asked.store === 'team') await (await import('./team/share.ts')).meetEachInStore()
else await meetEach()

async function meetEach(): Promise<void> {
  const walks: { readonly way: Way; readonly clean: Left; readonly call: Call }[] = []
  for (const [way, isItsOwn] of WALKS) {
    const clean = await undisturbed(way)
    const known = new Set(walks.map(({ call }) => shown(call)))
    const own = clean.calls.filter((call) => isItsOwn(call.path, known.has(shown(call))))
    walks.push(...own.map((call) => ({ way, clean, call })))
  }
  say({ highest: { calls: walks.length, faults: FAULTS.length } })
  const cases = walks.flatMap((each) =>
    FAULTS.filter((fault) => isWrite(each.call) || !SAME_FOR_A_READING.has(fault)).map((fault) => ({
      ...each,
      fault,
      name: `${shown(each.call)}: ${fault}`,
    })),
  )
  for (const { way, call, fault, clean, name } of ownOf(cases)) {
    const outcomes = [await walkWith(way, call, fault, true, clean)]
    // A write comes once in a walk: what comes of a single hitch is another matter than what comes of a lasting one.
    if (isWrite(call)) outcomes.push(await walkWith(way, call, fault, false, clean))
    sayCase(name, {
      wrong: outcomes.flatMap(({ failed, met, unobserved }) => [
        ...failed,
        ...(met === 0 ? ['The fault never came'] : []),
        ...unobserved.map((each) => `Sent again with a doubt that no reading answered: ${each}`),
      ]),
      duplicates: outcomes.flatMap(({ duplicates }) => duplicates),
      lost: outcomes.flatMap(({ lost }) => lost),
      told: outcomes.flatMap(({ told }) => told.map(({ title }) => title)),
    })
  }
}
