import { describe, expect, it } from 'vitest'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import { containerAddress } from '#node/services/storage/address.ts'

const practice = { ...CLOUDS.commercial, id: 'practice', resourceManager: 'https://localhost:8443' }

describe('the address of a container', () => {
  it.each([
    ['https://contoso.blob.core.windows.net/records', 'commercial'],
    ['  https://contoso.blob.core.windows.net/records/  ', 'commercial'],
    ['https://contoso.blob.core.usgovcloudapi.net/records', 'gcc-high'],
    ['https://contoso.blob.core.chinacloudapi.cn/records', 'china'],
  ])('says which account, container and cloud it is: %s', (typed, cloudId) => {
    expect(containerAddress(typed)).toMatchObject({
      account: 'contoso',
      container: 'records',
      cloudId,
      url: typed.trim().replace(/\/$/, ''),
    })
  })

  it.each([
    'contoso',
    'http://contoso.blob.core.windows.net/records',
    'https://contoso.blob.core.windows.net',
    'https://contoso.blob.core.windows.net/records/folder',
    'https://contoso.blob.core.windows.net/records?sv=2024&sig=secret',
    'https://user:password@contoso.blob.core.windows.net/records',
    'https://contoso.blob.core.windows.net:8443/records',
    'https://blob.core.windows.net/records',
    'https://contoso.evil.blob.core.windows.net/records',
    'https://contoso.blob.core.windows.net.evil.example/records',
    'https://contoso.vault.azure.net/records',
    'https://127.0.0.1:10000/devstoreaccount1/records',
  ])('is none that a token may go to: %s', (typed) => {
    expect(containerAddress(typed)).toBeUndefined()
  })

  it('may be on this computer, where the cloud that was given as a file is', () => {
    const typed = 'https://127.0.0.1:10000/devstoreaccount1/records'
    expect(containerAddress(typed, practice)).toMatchObject({ account: 'devstoreaccount1', container: 'records', cloudId: 'practice' })
    expect(containerAddress(typed, CLOUDS.commercial)).toBeUndefined()
  })
})
