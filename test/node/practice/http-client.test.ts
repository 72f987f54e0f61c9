import { createPipelineRequest, type PipelineRequest } from '@azure/core-rest-pipeline'
import { describe, expect, test } from 'vitest'
import { practiceHttpClient } from '#node/practice/http-client.ts'
import { practise } from './practise.ts'

const URL_OF_SUBSCRIPTIONS = 'https://management.azure.com/subscriptions?api-version=2022-12-01'

describe('the practice tenant behind the Azure pipeline', () => {
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
})
