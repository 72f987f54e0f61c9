import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { vaultOrigin } from '#node/practice/addresses.ts'
import { azureCliMissing, rehearsing } from './azure-cli.ts'

const VAULT = 'kv-contoso-cmk'

describe.skipIf(azureCliMissing)('the manual steps of an import from an HSM, by real az', () => {
  const rehearsal = rehearsing('imported-key')

  // Over loopback a vault has a port instead of a name.
  const id = (key: string) => ['--id', `${rehearsal().addressOf(vaultOrigin(VAULT))}/keys/${key}`]

  it('create an exchange key that does nothing but import, and give its public part', async () => {
    const words = ['keyvault', 'key', 'create', ...id('cmk-exchange'), '--kty', 'RSA-HSM', '--size', '4096', '--ops', 'import']
    expect(await rehearsal().az(...words)).toMatchObject({ key: { kty: 'RSA-HSM', keyOps: ['import'] } })
    await rehearsal().az('keyvault', 'key', 'download', ...id('cmk-exchange'), '--file', path.join(rehearsal().folder, 'exchange-key.pem'))
  })

  it('import the file of the vendor’s tool as an HSM-protected key', async () => {
    const file = path.join(rehearsal().folder, 'key.byok')
    await writeFile(
      file,
      JSON.stringify({ schema_version: '1.0.0', header: { alg: 'dir', enc: 'CKM_RSA_AES_KEY_WRAP' }, ciphertext: 'AAAA' }),
    )
    const imported = await rehearsal().az('keyvault', 'key', 'import', ...id('cmk-of-ours'), '--byok-file', file)
    expect(imported).toMatchObject({ key: { kty: 'RSA-HSM' }, attributes: { enabled: true } })
    expect(rehearsal().defects).toEqual([])
  })
})
