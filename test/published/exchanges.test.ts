import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { HOUR } from '#machines/engine/durations.ts'
import { driven } from './driven.ts'
import { answerProblems, comesInPages, exists, isPublished, type Operation, operationOf, operations, requestProblems } from './published.ts'
import type { Exchange } from './recorded.ts'
import { BEYOND, ON_ONE_PAGE, STAND_INS, WITHOUT_CONTRACT } from './stand-ins.ts'

const succeeded = ({ status }: Exchange): boolean => status >= 200 && status < 300

const nextLinkOf = ({ answer }: Exchange): string | undefined => /"nextLink":"([^"]+)"/.exec(answer)?.[1]

const resource = z.looseObject({ id: z.string(), properties: z.looseObject({ provisioningState: z.string().optional() }) })
const answered = z.union([z.looseObject({ value: z.array(resource) }), resource.transform((one) => ({ value: [one] }))])

/** When it was answered. */
const momentOf = (exchange: Exchange | undefined): number => Date.parse(exchange?.headers['date'] ?? '')

/** The resource that an answer shows, or those of its list. */
const resourcesIn = (exchange: Exchange | undefined) => answered.safeParse(JSON.parse(exchange?.answer || '{}')).data?.value ?? []

/** Requests to the published services and their answers, without the first requests of Key Vault's clients, which have no token. */
let exchanges: readonly Exchange[] = []
const of = (operation: Operation) => exchanges.filter((each) => operationOf(each) === operation)

describe.skipIf(!exists)('what the clients and the practice tenant say to each other', () => {
  beforeAll(async () => {
    exchanges = (await driven()).filter((each) => isPublished(each) && each.signedIn)
  })

  it('is published, but for what is on the list', () => {
    const unknown = exchanges
      .filter((each) => !operationOf(each))
      .map(({ method, url }) => `${method} ${url.pathname}`)
      .filter((asked) => !WITHOUT_CONTRACT.some((each) => each.of.test(asked)))
    expect(new Set(unknown)).toEqual(new Set())
  })

  describe.each(operations.map((each) => [`${each.operation} (${each.plane}, ${each.version})`, each] as const))('%s', (_, operation) => {
    it('is asked and answered as published', () => {
      // The address of a next page is the service's own.
      const next = new Set(exchanges.map(nextLinkOf))
      const asked = of(operation).flatMap((each) =>
        requestProblems(each, operation).filter((problem) => !(problem.startsWith('?') && next.has(each.url.href))),
      )
      const answered = of(operation)
        .filter(succeeded)
        .flatMap(({ status, answer }) => answerProblems(status, answer, operation))
        .filter((problem) => !BEYOND.some((each) => each.of.test(operation.operation) && each.problem.test(problem)))
      expect([...new Set([...asked, ...answered])]).toEqual([])
      expect(of(operation).some(succeeded), 'no case comes to it').toBe(true)
    })

    if (operation.request !== undefined)
      it('would be noticed with a member that isn’t published', () => {
        const [sent] = of(operation).filter(({ body }) => body !== '')
        const spoiled = sent && { ...sent, body: sent.body.replace('{', '{"unheardOf":1,') }
        // Nothing is said of what no case sends: whether a provider is registered with a wish.
        expect(spoiled ? requestProblems(spoiled, operation) : [operation.operation]).toEqual([
          expect.stringMatching(/"unheardOf"|^Providers_Register$/),
        ])
      })

    if (operation.longRunning)
      it('is followed until Azure is done', () => {
        const at = exchanges.findIndex((each) => operationOf(each) === operation && succeeded(each))
        const [first] = resourcesIn(exchanges[at])
        // The case moves on by hours once a change is made: what is read after that is no following.
        const later = exchanges.slice(at + 1).filter((each) => momentOf(each) - momentOf(exchanges[at]) < HOUR)
        const states = (each: Exchange) =>
          resourcesIn(each).flatMap(({ id, properties }) => (id === first?.id ? properties.provisioningState : []))
        const done = later.findIndex((each) => states(each).includes('Succeeded'))
        expect(first?.properties.provisioningState).not.toBe('Succeeded')
        expect(done, 'never seen as done').not.toBe(-1)
        expect(
          later.slice(0, done + 1).filter(({ method }) => method !== 'GET'),
          'something was written before',
        ).toEqual([])
      })

    if (comesInPages(operation))
      it('comes in pages, each of which is asked for', () => {
        const asked = new Set(of(operation).map(({ url }) => url.href))
        const next = of(operation).flatMap((each) => nextLinkOf(each) ?? [])
        expect(next.filter((each) => !asked.has(each))).toEqual([])
        expect(next.length > 0).toBe(!ON_ONE_PAGE.some((each) => each.of.test(operation.operation)))
      })

    it('is asked in the published version, or in one that the list names', () => {
      const versions = [...new Set(of(operation).map(({ url }) => url.searchParams.get('api-version') ?? ''))]
      const standIn = STAND_INS.find((each) => each.of.test(operation.operation) && each.published === operation.version)
      expect(versions).toEqual([standIn?.inUse ?? operation.version])
    })
  })
})
