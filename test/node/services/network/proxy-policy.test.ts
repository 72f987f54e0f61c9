import path from 'node:path'
import { rootCertificates } from 'node:tls'
import { describe, expect, it, vi } from 'vitest'
import { createLoopbackCertificates } from '#node/practice/certificates.ts'
import { AUTOMATION } from '#node/practice/world.ts'
import { AuthoritiesUnreadable, readAuthorities, withExtraCertificateAuthorities } from '#node/services/network/trusted-authorities.ts'
import { english } from '#test/english.ts'
import { testFolder } from '#test/folder.ts'
import { leapingClock } from '../azure/stand-in.ts'
import { certificates, entrance, openOf, personChoosing, problemOf, servePractice } from '../identity/entering.ts'
import { proxyServer } from './proxy-server.ts'

const through = (address: string) => async () => new URL(address)

async function throughProxy(address: string, authorities: readonly string[] = [certificates.authority]) {
  const { cloud } = await servePractice()
  const door = entrance(cloud, {
    customCloud: { cloud, authorities },
    proxyFor: through(address),
    clock: leapingClock(Date.now()),
    openBrowser: personChoosing('ada'),
  })
  return { ...door, cloud }
}

const hostOf = (address: string): string => new URL(address).host

describe('behind a proxy', () => {
  it('the sign-in and every service go through it, with the extra authority trusted inside', async () => {
    const proxy = await proxyServer()
    const { enter, cloud } = await throughProxy(proxy.address)
    const { services } = openOf(await enter())
    expect(await services.azure.listSubscriptions()).toMatchObject({ ok: true })
    expect(await services.powerPlatform.listEnvironments()).toMatchObject({ ok: true })
    const targets = proxy.asked.map(({ target }) => target)
    expect(new Set(targets)).toEqual(new Set([hostOf(cloud.authority), hostOf(cloud.resourceManager), hostOf(cloud.powerPlatform.url)]))
  })

  it('the connections of one sign-in serve the next', async () => {
    const proxy = await proxyServer()
    const { enter } = await throughProxy(proxy.address)
    const readThere = async () => {
      const { services } = openOf(await enter())
      expect(await services.azure.listSubscriptions()).toMatchObject({ ok: true })
    }
    await readThere()
    const tunnels = proxy.asked.length
    await readThere()
    expect(proxy.asked).toHaveLength(tunnels)
  })

  it('its own sign-in is given from its address', async () => {
    const expected = `Basic ${Buffer.from('ada:pa$s:word').toString('base64')}`
    const proxy = await proxyServer((authorization) => (authorization === expected ? undefined : 407))
    const { enter } = await throughProxy(proxy.address.replace('http://', 'http://ada:pa%24s%3Aword@'))
    openOf(await enter())
    expect(proxy.asked.every(({ authorization }) => authorization === expected)).toBe(true)
  })

  it.each([
    ['no other is', []],
    ['another is', [createLoopbackCertificates(Date.now()).authority]],
  ])(
    'traffic that it looks into is refused where its authority is not trusted, and %s, though it was before',
    async (_what, authorities) => {
      const proxy = await proxyServer()
      openOf(await (await throughProxy(proxy.address)).enter())
      const { enter } = await throughProxy(proxy.address, authorities)
      expect(problemOf(await enter()).title).toBe('The connection to Microsoft shows a certificate that isn’t trusted')
    },
  )

  it.each([
    [407, 'The proxy requires its own sign-in', 'PROXY_SIGN_IN'],
    [403, 'The proxy refuses the connection', 'PROXY_REFUSED'],
    [502, 'The proxy refuses the connection', 'PROXY_REFUSED'],
  ])('that answers %i is named, without its password', async (status, title, code) => {
    const proxy = await proxyServer(() => status)
    const { enter, opened, logged } = await throughProxy(proxy.address.replace('http://', 'http://ada:s3cret-of-the-proxy@'))
    const problem = problemOf(await enter())
    expect(problem).toMatchObject({ title, refusal: { code, message: expect.stringContaining(hostOf(proxy.address)) } })
    expect(JSON.stringify([problem, logged])).not.toMatch(/s3cret-of-the-proxy|czNjcmV0/)
    expect(proxy.asked).toHaveLength(1)
    expect(opened).toEqual([])
  })

  it('that is gone is distinguished from a network that is gone', async () => {
    const { enter } = await throughProxy('http://127.0.0.1:9')
    expect(problemOf(await enter())).toMatchObject({ title: 'Can’t reach the proxy', refusal: { code: 'PROXY_UNREACHABLE' } })
  })

  it('that begins to refuse later is said by the service’s request', async () => {
    let refusing = false
    const proxy = await proxyServer(() => (refusing ? 403 : undefined))
    const { enter, identity } = await throughProxy(proxy.address)
    identity.holdSecret(AUTOMATION.secret)
    const { services } = openOf(await enter({ way: 'secret', clientId: AUTOMATION.clientId }))
    refusing = true
    // A vault that was not reached before: an open way through the proxy would be used again.
    expect(await services.azure.readKey('https://localhost:1', 'key')).toMatchObject({
      ok: false,
      refusal: { reason: 'unavailable', code: 'PROXY_REFUSED' },
    })
  })

  it('of a kind that cannot be used is a refusal, not a defect', async () => {
    const { cloud } = await servePractice()
    const { createProxyFor } = await import('#node/services/network/proxy.ts')
    const proxyFor = createProxyFor({ environment: {}, system: async () => 'QUIC quic.contoso.com:443' })
    const { enter } = entrance(cloud, { proxyFor: () => proxyFor(new URL('https://login.microsoftonline.com')) })
    expect(problemOf(await enter())).toMatchObject({
      title: 'The wizard can’t use this type of proxy',
      refusal: { code: 'PROXY_UNSUPPORTED' },
    })
  })
})

describe('a file of certificate authorities', () => {
  const readIn = (content: string) => readAuthorities(path.join(testFolder({ 'ca.pem': content }), 'ca.pem'))

  const whyOf = (reading: Promise<unknown>): Promise<unknown> =>
    reading.catch((error: unknown) => (error instanceof AuthoritiesUnreadable ? english.text(error.why) : error))

  it('adds its certificates to those that come with Node', async () => {
    const read = await readIn(`some words\n${certificates.authority}\n${certificates.certificate}`)
    expect(read).toHaveLength(2)
    expect(withExtraCertificateAuthorities(read)).toEqual([...rootCertificates, ...read])
    expect(withExtraCertificateAuthorities([])).toBeUndefined()
  })

  it.each([
    ['nothing of the kind', 'no certificate', 'has no certificate in PEM format'],
    ['a damaged certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', 'can’t be read'],
  ])('with %s is refused by name', async (_, content, words) => {
    expect(await whyOf(readIn(content))).toContain(words)
  })

  it('that does not exist is refused by name', async () => {
    expect(await whyOf(readAuthorities('/no/such/file.pem'))).toContain('Couldn’t read the certificate authorities file /no/such/file.pem')
  })
})

describe('an HTTPS_PROXY without http://', () => {
  it('is no reason for the SDKs to fail: they do not read it themselves', async () => {
    vi.stubEnv('HTTPS_PROXY', '10.0.0.1:8080')
    try {
      const { cloud } = await servePractice()
      const { services } = openOf(await entrance(cloud).enter())
      expect(await services.azure.listSubscriptions()).toMatchObject({ ok: true })
      expect(await services.powerPlatform.listEnvironments()).toMatchObject({ ok: true })
    } finally {
      vi.unstubAllEnvs()
    }
  })
})
