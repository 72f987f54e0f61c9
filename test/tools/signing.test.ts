import { expect, test } from 'vitest'
import { signing } from '../../tools/signing.mjs'

const WINDOWS = {
  CMK_WIZARD_SIGNING_ENDPOINT: 'https://weu.codesigning.azure.net',
  CMK_WIZARD_SIGNING_ACCOUNT: 'contoso-signing',
  CMK_WIZARD_SIGNING_PROFILE: 'public',
  CMK_WIZARD_SIGNING_PUBLISHER: 'Contoso Ltd',
  AZURE_TENANT_ID: 't',
  AZURE_CLIENT_ID: 'c',
  AZURE_CLIENT_SECRET: 's',
}
const MAC = { CSC_LINK: 'certificate.p12', CSC_KEY_PASSWORD: 'p', APPLE_API_KEY: 'k', APPLE_API_KEY_ID: 'i', APPLE_API_ISSUER: 'u' }

test('with everything set, Windows packages are signed by Azure Artifact Signing, and nothing unsigned is let through', () => {
  expect(signing(WINDOWS, 'win32')).toMatchObject({
    signed: true,
    words: [
      '-c.win.azureSignOptions.endpoint=https://weu.codesigning.azure.net',
      '-c.win.azureSignOptions.codeSigningAccountName=contoso-signing',
      '-c.win.azureSignOptions.certificateProfileName=public',
      '-c.win.azureSignOptions.publisherName=Contoso Ltd',
      '-c.forceCodeSigning=true',
    ],
  })
})

test('with everything set, macOS packages are signed and notarized', () => {
  expect(signing(MAC, 'darwin')).toMatchObject({ signed: true, words: ['-c.mac.notarize=true', '-c.forceCodeSigning=true'] })
})

test.each([
  ...Object.keys(WINDOWS).map((name) => ['win32', 'Signing for Windows', WINDOWS, name] as const),
  ...Object.keys(MAC).map((name) => ['darwin', 'Signing for macOS', MAC, name] as const),
])('half set signing is refused (%s, %s)', (platform, what, all, name) => {
  for (const empty of [undefined, '']) {
    expect(() => signing({ ...all, [name]: empty }, platform)).toThrow(`${what} is half set: ${name} is missing. Set all of them, or none.`)
  }
})

test('everything that is missing is named', () => {
  expect(() => signing({ CSC_LINK: 'x' }, 'darwin')).toThrow(
    'CSC_KEY_PASSWORD, APPLE_API_KEY, APPLE_API_KEY_ID, APPLE_API_ISSUER are missing',
  )
})

test.each([
  ['nothing', 'win32', {}],
  ['nothing', 'darwin', {}],
  ['empty secrets', 'win32', Object.fromEntries(Object.keys(WINDOWS).map((name) => [name, '']))],
  ['an application of Azure alone, which other tools use', 'win32', { AZURE_CLIENT_ID: 'c', AZURE_TENANT_ID: 't' }],
  ['what other systems need', 'linux', { ...WINDOWS, CSC_LINK: 'x' }],
] as const)('%s on %s leaves the package unsigned, and says so', (_what, platform, environment) => {
  const { signed, notice } = signing(environment, platform)
  expect(signed).toBe(false)
  expect(notice).toMatch(platform === 'linux' ? /repository/ : /^Not signed: /)
})
