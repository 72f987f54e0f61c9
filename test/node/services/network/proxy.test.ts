import { describe, expect, it } from 'vitest'
import { createProxyFor, isLoopback } from '#node/services/network/proxy.ts'

const AZURE = new URL('https://management.azure.com/subscriptions?api-version=1')

const chosen = async (environment: Record<string, string>, url = AZURE, system?: (address: string) => Promise<string>) =>
  (await createProxyFor({ environment, ...(system ? { system } : {}) })(url))?.href

describe('the proxy for a request', () => {
  it.each([
    ['HTTPS_PROXY', { HTTPS_PROXY: 'http://proxy.contoso.com:8080' }, 'http://proxy.contoso.com:8080/'],
    ['https_proxy', { https_proxy: 'http://proxy.contoso.com:8080' }, 'http://proxy.contoso.com:8080/'],
    ['ALL_PROXY', { ALL_PROXY: 'http://proxy.contoso.com:8080' }, 'http://proxy.contoso.com:8080/'],
    ['HTTPS_PROXY before ALL_PROXY', { HTTPS_PROXY: 'http://one:1', ALL_PROXY: 'http://two:2' }, 'http://one:1/'],
    ['an address without http://', { HTTPS_PROXY: '10.0.0.1:8080' }, 'http://10.0.0.1:8080/'],
    ['a proxy that is reached by https', { HTTPS_PROXY: 'https://proxy.contoso.com' }, 'https://proxy.contoso.com/'],
    ['a SOCKS proxy', { ALL_PROXY: 'socks5h://socks.contoso.com:1080' }, 'socks5h://socks.contoso.com:1080'],
    ['user and password', { HTTPS_PROXY: 'http://ada:pa%24s@proxy.contoso.com:8080' }, 'http://ada:pa%24s@proxy.contoso.com:8080/'],
    ['none', {}, undefined],
    ['an empty setting', { HTTPS_PROXY: '' }, undefined],
    ['HTTP_PROXY, which is for other addresses', { HTTP_PROXY: 'http://proxy.contoso.com:8080' }, undefined],
  ])('is read from %s', async (_, environment, proxy) => {
    expect(await chosen(environment)).toBe(proxy)
  })

  it.each([
    ['*', true],
    ['management.azure.com', true],
    ['azure.com', true],
    ['.azure.com', true],
    ['*.azure.com', true],
    ['AZURE.COM', true],
    ['management.azure.com:443', true],
    ['management.azure.com:8443', false],
    ['zure.com', false],
    ['notazure.com', false],
    ['login.microsoftonline.com, azure.com', true],
    ['login.microsoftonline.com azure.com', true],
    [' , ,', false],
    ['.', false],
  ])('NO_PROXY=%s leaves management.azure.com out: %s', async (exceptions, left) => {
    const proxy = await chosen({ HTTPS_PROXY: 'http://proxy:1', NO_PROXY: exceptions })
    expect(proxy === undefined).toBe(left)
  })

  it.each([
    ['DIRECT', undefined],
    ['PROXY proxy.contoso.com:8080', 'http://proxy.contoso.com:8080/'],
    ['PROXY proxy.contoso.com:8080; DIRECT', 'http://proxy.contoso.com:8080/'],
    ['HTTPS proxy.contoso.com:8443', 'https://proxy.contoso.com:8443/'],
    ['SOCKS5 socks:1080; PROXY proxy.contoso.com:8080', 'socks5://socks:1080'],
    ['SOCKS socks:1080; DIRECT', 'socks4://socks:1080'],
    ['QUIC quic.contoso.com:443; PROXY proxy.contoso.com:8080', 'http://proxy.contoso.com:8080/'],
    ['QUIC quic.contoso.com:443; DIRECT', undefined],
  ])('the system’s word %s is followed', async (said, proxy) => {
    expect(await chosen({}, AZURE, async () => said)).toBe(proxy)
  })

  it('is asked of the system by the origin alone: the rest of an address is not passed on', async () => {
    const asked: string[] = []
    await chosen({}, new URL('https://login.microsoftonline.com/tenant/secret?x=1'), async (address) => {
      asked.push(address)
      return 'DIRECT'
    })
    expect(asked).toEqual(['https://login.microsoftonline.com/'])
  })

  it('is not asked of the system where the environment names one, or an exception', async () => {
    const system = () => Promise.reject(new Error('Asked.'))
    expect(await chosen({ HTTPS_PROXY: 'http://one:1' }, AZURE, system)).toBe('http://one:1/')
    expect(await chosen({ NO_PROXY: 'azure.com' }, AZURE, system)).toBeUndefined()
  })

  it.each([
    ['a system that knows QUIC only', {}, async () => 'QUIC quic.contoso.com:443'],
    ['HTTPS_PROXY of another kind', { HTTPS_PROXY: 'ftp://ada:s3cret@proxy:1080' }, undefined],
    ['HTTPS_PROXY that is no address', { HTTPS_PROXY: 'http://ada:s3cret@:x' }, undefined],
  ])('that cannot be used is refused, without its password: %s', async (_, environment, system) => {
    const refused = await chosen(environment, AZURE, system).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'PROXY_UNSUPPORTED' })
    expect(String(refused)).not.toContain('s3cret')
  })

  it.each(['https://localhost:8443', 'https://127.0.0.1', 'https://127.1.2.3', 'https://[::1]:1', 'https://vault.localhost'])(
    'is none for this computer itself: %s',
    async (address) => {
      expect(isLoopback(new URL(address))).toBe(true)
      expect(await chosen({ HTTPS_PROXY: 'http://proxy:1' }, new URL(address))).toBeUndefined()
    },
  )

  it.each(['https://localhost.example.com', 'https://notlocalhost', 'https://128.0.0.1'])('%s is another computer', (address) => {
    expect(isLoopback(new URL(address))).toBe(false)
  })
})
