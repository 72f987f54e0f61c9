import { FAULTS } from '../../practice/faults.ts'
import { LANDSCAPE_IDS } from '../../practice/landscape.ts'
import { isOfAdding, isOfProtecting, type Way, wayOf } from './afterwards.ts'
import { type Call, type Left, undisturbed, walkWith } from './one-case.ts'
import { isWrite } from './repetitions.ts'

/**
 * One share of `npm run test:faults`: every fault at every so-manieth call. A line of JSON for each case goes to stdout.
 *
 *   node out/faults/index.js SHARE OF [TEXT that the call or the fault holds] [STORE]
 */

const [, , share = '0', of = '1', text = '', store = 'memory'] = process.argv

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

const say = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

// Its client is large, and only this needs it.
if (store === 'team') await (await import('./team/share.ts')).meetEachInStore(Number(share), Number(of), text, say)
else await meetEach()

async function meetEach(): Promise<void> {
  const walks: { readonly way: Way; readonly clean: Left; readonly call: Call }[] = []
  for (const [way, isItsOwn] of WALKS) {
    const clean = await undisturbed(way)
    const known = new Set(walks.map(({ call }) => shown(call)))
    const own = clean.calls.filter((call) => isItsOwn(call.path, known.has(shown(call))))
    walks.push(...own.map((call) => ({ way, clean, call })))
  }

  say({ calls: walks.length, faults: FAULTS.length })
  for (const [index, { way, clean, call }] of walks.entries()) {
    if (index % Number(of) !== Number(share)) continue
    for (const fault of FAULTS) {
      const name = `${shown(call)}: ${fault}`
      if (!name.includes(text)) continue
      const outcomes = [await walkWith(way, call, fault, true, clean)]
      // A write comes once in a walk: what comes of a single hitch is another matter than what comes of a lasting one.
      if (isWrite(call)) outcomes.push(await walkWith(way, call, fault, false, clean))
      say({
        name,
        wrong: outcomes.flatMap(({ failed, met }) => [
          ...(failed === undefined ? [] : [failed]),
          ...(met === 0 ? ['The fault never came'] : []),
        ]),
        duplicates: outcomes.flatMap(({ duplicates }) => duplicates),
        unobserved: [...new Set(outcomes.flatMap(({ unobserved }) => unobserved))],
        lost: outcomes.flatMap(({ lost }) => lost),
        told: outcomes.flatMap(({ told }) => told.map(({ title }) => title)),
      })
    }
  }
}
