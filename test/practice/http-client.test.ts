import {
  bearerTokenAuthenticationPolicy,
  createEmptyPipeline,
  createPipelineRequest,
  type PipelineRequest,
} from '@azure/core-rest-pipeline'
import { KeyClient } from '@azure/keyvault-keys'
import { describe, expect, test } from 'vitest'
import { practiceCredential, practiceHttpClient } from '../../practice/http-client.ts'
import { hours, practise } from './practise.ts'

const URL_OF_SUBSCRIPTIONS = 'https://management.azure.com/subscriptions?api-version=2022-12-01'

function pipelineFor(practised: ReturnType<typeof practise>) {
  const pipeline = createEmptyPipeline()
  pipeline.addPolicy(
    bearerTokenAuthenticationPolicy({
      credential: practiceCredential(practised.tenant, 'ada'),
      scopes: 'https://management.azure.com/.default',
    }),
  )
  const client = practiceHttpClient(practised.tenant)
  return (request: PipelineRequest) => pipeline.sendRequest(client, request)
}

describe('the practice tenant behind the Azure pipeline', () => {
  test('answers with status, headers in any case, and text', async () => {
    const answer = await pipelineFor(practise('ready-to-enable'))(createPipelineRequest({ url: URL_OF_SUBSCRIPTIONS }))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('X-MS-REQUEST-ID')).toMatch(/^[0-9a-f-]{36}$/)
    expect(answer.bodyAsText).toContain('Contoso Production')
  })

  test('has a token for each request, however far the practice clock leapt', async () => {
    const practised = practise('ready-to-enable')
    const send = pipelineFor(practised)
    for (let time = 0; time < 3; time++) {
      expect((await send(createPipelineRequest({ url: URL_OF_SUBSCRIPTIONS }))).status).toBe(200)
      practised.clock.advance(hours(30))
    }
  })

  test('reads bodies of bytes as text, and refuses what it cannot read', async () => {
    const client = practiceHttpClient(practise('ready-to-enable').tenant)
    const request = (body: NonNullable<PipelineRequest['body']>) =>
      createPipelineRequest({ url: 'https://login.microsoftonline.com/common/oauth2/v2.0/token', method: 'POST', body })
    const bytes = new TextEncoder().encode('grant_type=password')
    expect((await client.sendRequest(request(bytes))).bodyAsText).toContain('AADSTS70003')
    expect((await client.sendRequest(request(bytes.buffer))).bodyAsText).toContain('AADSTS70003')
    await expect(client.sendRequest(request(() => new ReadableStream()))).rejects.toThrow(TypeError)
  })

  test('breaks the connection as a network does', async () => {
    const client = practiceHttpClient(practise('ready-to-enable').tenant)
    await expect(client.sendRequest(createPipelineRequest({ url: 'https://kv-none.vault.azure.net/keys' }))).rejects.toMatchObject({
      name: 'RestError',
      code: 'ECONNRESET',
    })
  })

  test('sends nothing that was canceled, before or just after it was requested', async () => {
    const { tenant } = practise('ready-to-enable')
    const client = practiceHttpClient(tenant)
    const send = (abortSignal: AbortSignal) => client.sendRequest(createPipelineRequest({ url: URL_OF_SUBSCRIPTIONS, abortSignal }))
    await expect(send(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
    const controller = new AbortController()
    const sent = send(controller.signal)
    controller.abort()
    await expect(sent).rejects.toMatchObject({ name: 'AbortError' })
    expect(tenant.inspect().counters.requests).toBe(0)
  })

  test('lets the key client follow the challenge of a vault', async () => {
    const { tenant } = practise('already-encrypted')
    const client = new KeyClient('https://kv-contoso-cmk.vault.azure.net/', practiceCredential(tenant, 'ada'), {
      httpClient: practiceHttpClient(tenant),
      retryOptions: { maxRetries: 0 },
    })
    const key = await client.getKey('cmk-contoso-prod')
    expect([key.keyType, key.key?.n?.length, key.properties.recoveryLevel]).toEqual(['RSA', 384, 'Recoverable'])
  })
})
