import { createDefaultHttpClient, createPipelineRequest, RestError } from '@azure/core-rest-pipeline'
import { describe, expect, it } from 'vitest'
import { ProxyAgent, SECURE } from '#node/services/network/proxy-agent.ts'
import { toldBy } from '#node/services/told-error.ts'
import { english } from '../../english.ts'

const thrownBy = (run: () => Promise<unknown>): Promise<unknown> =>
  run().then(
    () => undefined,
    (error: unknown) => error,
  )

describe('what an error of the wizard’s own tells', () => {
  it('is the same when Microsoft’s client has made another error of it', async () => {
    // Nothing listens there.
    const request = createPipelineRequest({ url: 'https://management.azure.com/' })
    request.agent = new ProxyAgent(new URL('http://127.0.0.1:1'), SECURE)
    const error = await thrownBy(() => createDefaultHttpClient().sendRequest(request))
    const told = toldBy(error)
    expect(error).toBeInstanceOf(RestError)
    expect(told && english.text(told)).toContain('127.0.0.1:1')
  })

  it.each(['{"messageId":"', '{"messageId":1}', '{"messageId":"a","values":{"b":{}}}', '{}', 'a'])(
    'is nothing of another text: %s',
    (text) => {
      expect(toldBy(new RestError(text))).toBeUndefined()
    },
  )

  it('is nothing of a service’s answer', () => {
    const request = createPipelineRequest({ url: 'https://management.azure.com/' })
    const response = { request, status: 400, headers: request.headers }
    expect(toldBy(new RestError('{"messageId":"services.proxy.unreachable"}', { request, response }))).toBeUndefined()
  })
})
