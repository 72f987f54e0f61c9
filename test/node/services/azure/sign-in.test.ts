import { describe, expect, it } from 'vitest'
import { SignInFailed, signingIn } from '#node/services/azure/sign-in.ts'
import { bench, challenge, isUnauthenticated, isVault, SUBSCRIPTION } from './stand-in.ts'

const withCode = (message: string, code: string) => Object.assign(new Error(message), { code })

describe('a sign-in that fails', () => {
  it.each([
    ['Entra says so', new Error('AADSTS65001: The user has not consented.'), 'unauthenticated', 'AADSTS65001'],
    ['the person must sign in again', new Error('Automatic authentication has been disabled.'), 'unauthenticated', undefined],
    ['Entra cannot be found', withCode('getaddrinfo ENOTFOUND login.microsoftonline.com', 'ENOTFOUND'), 'unavailable', 'ENOTFOUND'],
    ['the network is down', new Error('network_error: Network request failed'), 'unavailable', undefined],
  ])('when %s is sorted by what the person can do', async (_, error, reason, code) => {
    const { services, seen } = bench(() => ({ status: 200, body: { value: [] } }), {
      credential: { getToken: () => Promise.reject(error) },
    })
    const answer = await services.powerPlatform.listEnvironments()
    expect(answer).toMatchObject({ ok: false, refusal: { reason, message: error.message } })
    expect(!answer.ok && answer.refusal.code).toBe(code)
    expect(seen).toEqual([])
  })

  it('with no token and no error is a failure all the same', async () => {
    await expect(signingIn({ getToken: async () => null }).getToken('x')).rejects.toThrow(SignInFailed)
  })

  it('after a vault’s challenge is distinguished from the challenge', async () => {
    const credential = { getToken: () => Promise.reject(new Error('AADSTS50076: Use multi-factor authentication.')) }
    const { services } = bench(() => challenge, { credential })
    expect(await services.azure.readKey('https://kv1.vault.azure.net', 'k')).toMatchObject({ ok: false, refusal: { code: 'AADSTS50076' } })
  })
})

describe('a token', () => {
  it('is asked of the credential for each request, so that the procedure’s clock and not this computer’s decides when it is old', async () => {
    const { services, scopes } = bench((request) =>
      isVault(request)
        ? isUnauthenticated(request)
          ? challenge
          : { status: 404, body: { error: { code: 'KeyNotFound', message: 'm' } } }
        : { status: 200, body: { value: [] } },
    )
    for (let round = 0; round < 2; round++) {
      await services.azure.listSubscriptions()
      await services.azure.listPolicies(SUBSCRIPTION)
      await services.azure.readKey('https://kv1.vault.azure.net', 'k')
      await services.powerPlatform.listEnvironments()
    }
    const each = [
      'https://management.azure.com/.default',
      'https://management.azure.com/.default',
      'https://vault.azure.net/.default',
      'https://service.powerapps.com/.default',
    ]
    expect(scopes).toEqual([...each, ...each])
  })

  it('that several calls wait for is not lost to the others when one of them gives up', async () => {
    const controller = new AbortController()
    let release = (): void => undefined
    const waiting = new Promise<void>((resolve) => {
      release = resolve
    })
    const credential = {
      async getToken(_: string | string[], options?: { abortSignal?: { aborted: boolean } }) {
        await waiting
        if (options?.abortSignal?.aborted) throw new Error('Aborted.')
        return { token: 'x', expiresOnTimestamp: Date.now() + 1e6 }
      },
    }
    const { services } = bench(() => ({ status: 200, body: { value: [] } }), { credential })
    const first = services.azure.listSubscriptions(controller.signal)
    const second = services.azure.listSubscriptions()
    controller.abort(new Error('Gave up.'))
    await expect(first).rejects.toThrow('Gave up.')
    release()
    expect(await second).toEqual({ ok: true, value: [] })
  })
})
