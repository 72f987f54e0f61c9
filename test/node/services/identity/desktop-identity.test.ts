import { expect, it } from 'vitest'
import { createDesktopIdentity } from '#node/services/identity/desktop-identity.ts'
import { english } from '#test/english.ts'

it('reads the certificate authorities that NODE_EXTRA_CA_CERTS names with the first sign-in, and says why it can’t', async () => {
  const said: string[] = []
  const identity = createDesktopIdentity(
    {
      openExternal: async () => undefined,
      resolveProxy: async () => 'DIRECT',
      safeStorage: {
        isEncryptionAvailable: () => false,
        encryptString: () => Buffer.alloc(0),
        decryptString: () => '',
        getSelectedStorageBackend: () => 'basic_text',
      },
      userData: '/no/such/profile',
      isChosenFile: async () => false,
      environment: { NODE_EXTRA_CA_CERTS: '/no/such/file.pem' },
      log: (line) => said.push(line),
    },
    { authorities: [] },
    english,
  )
  expect(said).toEqual([])
  const request = { way: 'device-code', tenant: 'contoso.onmicrosoft.com', cloud: 'commercial' } as const
  await identity.signIn(request, () => undefined, AbortSignal.abort())
  expect(said).toEqual([
    expect.stringMatching(/^NODE_EXTRA_CA_CERTS: Couldn’t read the certificate authorities file \/no\/such\/file\.pem/),
  ])
})
