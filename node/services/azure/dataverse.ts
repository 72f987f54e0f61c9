import type { Answer, Refusal } from '#machines/engine/answer.ts'
import type { DataverseService, IntegrationDetails } from '#machines/procedure/services/services.ts'
import { answerMessages } from '../answer-messages.ts'
import { anyCase, text } from './any-case.ts'
import { type RestClient, restClient } from './client-options.ts'
import type { Connection } from './connection.ts'
import { exchange, readAnswer } from './exchange.ts'
import { dataverseHost, HostNotAllowed, parseAddress } from './hosts.ts'
import { withOptional } from './optional.ts'
import { refusedHere, unreadable } from './refusal.ts'

const FUNCTION = '/api/data/v9.2/RetrieveFinanceAndOperationsIntegrationDetails'
const HEADERS = { 'OData-Version': '4.0', 'OData-MaxVersion': '4.0' }

/** Dataverse uses this code for other failures too, so the message must mention the integration. */
const NOT_INTEGRATED_CODE = '0x80048d0b'
const NOT_INTEGRATED_MESSAGE = /integrated with finance and operations/i

const details = anyCase({ Url: text, TenantId: text, Id: text })

export function connectDataverse(connection: Connection): DataverseService {
  const clients = new Map<string, RestClient>()
  const allowed = dataverseHost(connection.cloud)
  const clientFor = (origin: string): RestClient => {
    // Each organization is its own audience.
    const client = clients.get(origin) ?? restClient(connection, origin, allowed)
    clients.set(origin, client)
    return client
  }
  return {
    async readIntegration(instanceUrl, signal) {
      const address = parseAddress(instanceUrl)
      if (!address || !allowed(address)) {
        return { ok: false, refusal: refusedHere(`GET ${FUNCTION}`, new HostNotAllowed(address?.host ?? '').why) }
      }
      return readIntegration(connection, clientFor(address.origin), address.origin, signal)
    },
  }
}

const isNotIntegrated = ({ status, code, message }: Refusal): boolean =>
  status === 400 && code?.toLowerCase() === NOT_INTEGRATED_CODE && typeof message === 'string' && NOT_INTEGRATED_MESSAGE.test(message)

async function readIntegration(
  connection: Connection,
  client: RestClient,
  origin: string,
  signal?: AbortSignal,
): Promise<Answer<IntegrationDetails>> {
  const { clock } = connection
  const answer = await exchange(() => client.send({ method: 'GET', url: `${origin}${FUNCTION}`, headers: HEADERS }), clock, signal)
  if (!answer.ok) {
    const { code, message } = answer.refusal
    return isNotIntegrated(answer.refusal) ? { ok: true, value: { linked: false, code: code ?? '', message } } : answer
  }
  const read = readAnswer(answer.value, details, clock)
  if (!read.ok) return read
  const { Url: url, Id: id, TenantId: tenantId } = read.value
  // Success without an address proves nothing.
  if (!url) return { ok: false, refusal: unreadable(answer.value, answerMessages.withoutApp, clock) }
  return { ok: true, value: withOptional({ linked: true as const, url }, { id, tenantId }) }
}
