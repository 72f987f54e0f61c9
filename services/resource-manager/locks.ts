import { z } from 'zod'
import type { Answer } from '../../machines/engine/answer.ts'
import type { AzureService, Lock, NewLock } from '../../machines/procedure/services.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { withoutSlashes } from '../azure/assignment-name.ts'
import { restClient } from '../azure/client-options.ts'
import type { Connection } from '../azure/connection.ts'
import { exchangeFor } from '../azure/exchange.ts'
import { resourceManagerHost } from '../azure/hosts.ts'
import { refusedHere } from '../azure/refusal.ts'
import { readList } from '../azure/rest-list.ts'
import { problemWithScope } from '../azure/scope.ts'

/** The newest published version of `Microsoft.Authorization/locks`. */
export const LOCKS_API_VERSION = '2020-05-01'

/** Reads a lock. What it was set on is the part of its ID before the lock itself. */
export const lockSchema = anyCase({ id: z.string().min(1), name: z.string().min(1), properties: anyCase({ level: text }) }).transform(
  ({ id, name, properties: { level } }): Lock => ({
    id,
    name,
    scope: id.replace(/\/providers\/Microsoft\.Authorization\/locks\/[^/]*\/?$/i, ''),
    level: level ?? '',
  }),
)

/** One page of locks. */
export const lockPageSchema = anyCase({ value: z.array(lockSchema), nextLink: text })

/** Management locks, for which no SDK is part of the app. */
export function connectLocks(connection: Connection): Pick<AzureService, 'listLocks' | 'createLock'> {
  const { cloud, clock } = connection
  const client = restClient(connection, cloud.resourceManagerAudience, resourceManagerHost(cloud))
  const addressOf = (scope: string, name: string, query = '') => {
    const path = [...withoutSlashes(scope).split('/'), 'providers', 'Microsoft.Authorization', 'locks', ...(name === '' ? [] : [name])]
    return `${cloud.resourceManager}/${path.map(encodeURIComponent).join('/')}?api-version=${LOCKS_API_VERSION}${query}`
  }

  async function listLocks(scope: string, signal?: AbortSignal): Promise<Answer<readonly Lock[]>> {
    const problem = problemWithScope(scope)
    if (problem) return { ok: false, refusal: refusedHere('GET locks', problem) }
    const first = addressOf(scope, '', `&$filter=${encodeURIComponent('atScope()')}`)
    return readList(lockPageSchema, client, first, clock, signal)
  }

  async function createLock({ scope, name, notes }: NewLock, signal?: AbortSignal): Promise<Answer<Lock>> {
    const problem = problemWithScope(scope)
    if (problem) return { ok: false, refusal: refusedHere('PUT locks', problem) }
    const body = { properties: { level: 'CanNotDelete', notes } }
    return exchangeFor(lockSchema, () => client.send({ method: 'PUT', url: addressOf(scope, name), body }), clock, signal)
  }

  return { listLocks, createLock }
}
