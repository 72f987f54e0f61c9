import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vaultOrigin } from '../../practice/addresses.ts'
import { azureCliMissing, type Rehearsal, rehearse } from './azure-cli.ts'

const VAULT = 'kv-contoso-cmk'

describe.skipIf(azureCliMissing)('the manual steps of an import from an HSM, by real az', () => {
  let rehearsal: Rehearsal
  let folder: string

  beforeAll(async () => {
    rehearsal = await rehearse('imported-key')
    folder = await mkdtemp(path.join(tmpdir(), 'import-'))
  })

  afterAll(async () => {
    await rehearsal.close()
    await rm(folder, { recursive: true, force: true })
  })

  // Over loopback a vault has a port instead of a name.
  const id = (key: string) => ['--id', `${rehearsal.addressOf(vaultOrigin(VAULT))}/keys/${key}`]

  it('create an exchange key that does nothing but import, and give its public part', async () => {
    const words = ['keyvault', 'key', 'create', ...id('cmk-exchange'), '--kty', 'RSA-HSM', '--size', '4096', '--ops', 'import']
    expect(await rehearsal.az(...words)).toMatchObject({ key: { kty: 'RSA-HSM', keyOps: ['import'] } })
    await rehearsal.az('keyvault', 'key', 'download', ...id('cmk-exchange'), '--file', path.join(folder, 'exchange-key.pem'))
  })

  it('import the file of the vendor’s tool as an HSM-protected key', async () => {
    const file = path.join(folder, 'key.byok')
    await writeFile(
      file,
      JSON.stringify({ schema_version: '1.0.0', header: { alg: 'dir', enc: 'CKM_RSA_AES_KEY_WRAP' }, ciphertext: 'AAAA' }),
    )
    const imported = await rehearsal.az('keyvault', 'key', 'import', ...id('cmk-of-ours'), '--byok-file', file)
    expect(imported).toMatchObject({ key: { kty: 'RSA-HSM' }, attributes: { enabled: true } })
    expect(rehearsal.defects).toEqual([])
  })
})
