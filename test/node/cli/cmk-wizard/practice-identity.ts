import type { HttpClient } from '@azure/core-rest-pipeline'
import { verbatim } from '#machines/messages/message.ts'
import type { OpeningOptions } from '#node/cli/cmk-wizard/opening.ts'
import { createPracticeClock, realTimers } from '#node/practice/clock.ts'
import type { FaultRule } from '#node/practice/faults.ts'
import { openPractice } from '#node/practice/open.ts'
import { seededRandom } from '#node/practice/random.ts'
import { readsOnly } from '#node/services/azure/reads-only.ts'

/** The same at each opening, so that nothing has changed since the one before. */
const NOW = Date.UTC(2026, 10, 29)

/** No wait takes any time. */
export const leapingClock = () => createPracticeClock({ wall: () => NOW, timers: realTimers, speed: Number.POSITIVE_INFINITY, longest: 0 })

/** A practice tenant whose waits take no time. */
export function openCase(name: string, faults: readonly FaultRule[] = [], around = (network: HttpClient) => network) {
  const open = openPractice(name, {
    wall: () => NOW,
    timers: realTimers,
    speed: Number.POSITIVE_INFINITY,
    longest: 0,
    random: seededRandom(name),
    around: (network) => readsOnly(around(network)),
  })
  for (const fault of faults) open.practice.faults.set(fault)
  return open
}

/** Someone has disabled the key. */
export const disablingTheKey = (network: HttpClient): HttpClient => ({
  async sendRequest(request) {
    const response = await network.sendRequest(request)
    if (!/\/keys\//.test(request.url)) return response
    return { ...response, bodyAsText: response.bodyAsText?.replaceAll('"enabled":true', '"enabled":false') ?? null }
  },
})

type Identity = NonNullable<OpeningOptions['identity']>
type SignIn = ReturnType<Identity>['signIn']

/** Signs in without a network. @param tenants by what the command calls them; one that isn't among them refuses the sign-in */
export const practiceIdentity =
  (tenants: Readonly<Record<string, () => ReturnType<typeof openCase> | undefined>>): Identity =>
  () => ({
    signIn: async ({ tenant }): ReturnType<SignIn> => {
      const open = tenants[tenant]?.()
      if (open) return { ok: true, open }
      return { ok: false, problem: { title: verbatim('Not signed in.'), meaning: verbatim(''), remedy: verbatim(''), owner: 'you' } }
    },
  })
