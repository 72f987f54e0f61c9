import { z } from 'zod'
import type { Answer } from '#machines/engine/answer.ts'
import { anyCase, text } from './any-case.ts'
import { withoutSlashes } from './assignment-name.ts'
import { restClient } from './client-options.ts'
import type { Connection } from './connection.ts'
import { exchange, readAnswer } from './exchange.ts'
import { resourceManagerHost } from './hosts.ts'
import { refusedHere } from './refusal.ts'
import { type Page, readList } from './rest-list.ts'
import { pathOf, problemWithPath, problemWithScope } from './scope.ts'
import type { Received } from './trail.ts'

export interface Asked {
  /** ID from an answer or person; undefined for the tenant. */
  readonly scope?: string
  readonly path: readonly string[]
  readonly version: string
  readonly filter?: string
}

type Method = 'GET' | 'PUT' | 'PATCH' | 'POST'

export const pageOf = <T>(entry: z.ZodType<T>) => anyCase({ value: z.array(entry), nextLink: text })

export const inGroup = (subscriptionId: string, resourceGroup: string, type: string, ...rest: readonly string[]): readonly string[] => [
  ...['subscriptions', subscriptionId, 'resourceGroups', resourceGroup, 'providers', ...type.split('/')],
  ...rest,
]

export const inSubscription = (subscriptionId: string, type: string): readonly string[] => [
  ...['subscriptions', subscriptionId, 'providers', ...type.split('/')],
]

export const on = (scope: string, type: string, ...rest: readonly string[]): Pick<Asked, 'scope' | 'path'> => ({
  scope,
  path: ['providers', ...type.split('/'), ...rest],
})

/**
 * Azure Resource Manager over Microsoft's pipeline: a path and version per call, read by our schemas. Sends nothing for an invalid scope.
 * Decision 0217: no management SDK, whose answers were thrown away.
 */
export function resourceManager(connection: Connection) {
  const { cloud, clock } = connection
  const client = restClient(connection, cloud.resourceManagerAudience, resourceManagerHost(cloud))

  function addressOf({ scope, path, version, filter }: Asked): string {
    const above = withoutSlashes(scope ?? '')
    const parts = [...(above === '' ? [] : above.split('/')), ...path]
    const query = filter === undefined ? '' : `&$filter=${encodeURIComponent(filter)}`
    return `${cloud.resourceManager}/${pathOf(parts)}?api-version=${version}${query}`
  }

  /** Refuses a scope or a name that would change the route. */
  async function at<T>(method: Method, asked: Asked, call: (url: string) => Promise<Answer<T>>): Promise<Answer<T>> {
    const problem =
      problemWithPath([...asked.path, ...(asked.filter === undefined ? [] : [asked.filter])]) ??
      (asked.scope === undefined ? undefined : problemWithScope(asked.scope))
    return problem ? { ok: false, refusal: refusedHere(`${method} ${asked.path[2] ?? 'resource'}`, problem) } : call(addressOf(asked))
  }

  const send = (method: Method, asked: Asked, body: unknown, signal?: AbortSignal): Promise<Answer<Received>> =>
    at(method, asked, (url) => exchange(() => client.send({ method, url, body }), clock, signal))

  const sendFor =
    (method: Method) =>
    async <T>(schema: z.ZodType<T>, asked: Asked, body: unknown, signal?: AbortSignal): Promise<Answer<T>> => {
      const answer = await send(method, asked, body, signal)
      return answer.ok ? readAnswer(answer.value, schema, clock) : answer
    }

  const get = sendFor('GET')
  return {
    get: <T>(schema: z.ZodType<T>, asked: Asked, signal?: AbortSignal): Promise<Answer<T>> => get(schema, asked, undefined, signal),
    list: <T>(page: Page<T>, asked: Asked, signal?: AbortSignal): Promise<Answer<readonly T[]>> =>
      at('GET', asked, (url) => readList(page, client, url, clock, signal)),
    put: sendFor('PUT'),
    patch: sendFor('PATCH'),
    post: sendFor('POST'),
    send,
  }
}

export type ResourceManager = ReturnType<typeof resourceManager>
