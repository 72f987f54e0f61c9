import { expect, test } from 'vitest'
import { parseCloudFile } from '../../../electron/identity/cloud-file.ts'
import { practiceCloud } from '../../../electron/practice/cloud-file.ts'

const BASE = 'https://localhost:9443'

const addresses = ['https://management.azure.com', 'https://login.microsoftonline.com', 'https://api.bap.microsoft.com'].map((origin) => ({
  origin,
  address: BASE,
}))

test('the served cloud is one that the wizard takes, with its authority beside it', () => {
  const written = JSON.stringify(practiceCloud(addresses, '/somewhere/authority.pem'))
  const { cloud, ca } = parseCloudFile(written, 'cloud.json')
  expect(ca).toBe('/somewhere/authority.pem')
  expect(cloud).toMatchObject({
    id: 'practice',
    authority: BASE,
    resourceManager: BASE,
    powerPlatform: { url: BASE, audience: 'https://service.powerapps.com' },
    keyVault: { audience: 'https://vault.azure.net', verifyChallenge: false },
  })
})

test('without an authority that was written the cloud names none', () => {
  expect(practiceCloud(addresses)).not.toHaveProperty('ca')
})

test('a tenant that is not served cannot be described', () => {
  expect(() => practiceCloud([])).toThrow('https://login.microsoftonline.com')
})
