import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createClientCertificate } from '#node/practice/certificates.ts'
import { AUTOMATION } from '#node/practice/world.ts'
import { entrance, openOf, practiceEntrance, problemOf, servePractice } from './entering.ts'

const { certificate, key } = createClientCertificate(AUTOMATION.displayName, Date.now())
const old = createClientCertificate('expired', Date.now() - 10 * 365 * 86_400_000)
const locked = createPrivateKey(key).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open sesame' }).toString()
const strangersKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

const FILES: Readonly<Record<string, string>> = {
  'whole.pem': `${key}${certificate}`,
  'certificate-first.pem': `${certificate}${key}`,
  'locked.pem': `${certificate}${locked}`,
  'without-key.pem': certificate,
  'only-key.pem': key,
  'strangers.pem': `${certificate}${strangersKey}`,
  'expired.pem': `${old.certificate}${old.key}`,
  'broken.pem': `-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n${key}`,
}

async function door() {
  const { cloud } = await servePractice({ certificates: [certificate, old.certificate] })
  return entrance(cloud, {
    readFile: async (file) => {
      const content = FILES[file]
      if (content === undefined) throw new Error(`ENOENT: no such file or directory, open '${file}'`)
      return content
    },
  })
}

const byCertificate = (certificatePath: string) => ({ way: 'certificate' as const, clientId: AUTOMATION.clientId, certificatePath })

describe('a service principal with a secret', () => {
  it('opens the tenant under its own name, and nothing of it is kept', async () => {
    const { enter, identity, files } = await door()
    identity.holdSecret(AUTOMATION.secret)
    const { tenant, services } = openOf(await enter({ way: 'secret', clientId: AUTOMATION.clientId.toUpperCase() }))
    expect(tenant.account).toMatchObject({ objectId: AUTOMATION.objectId, userName: AUTOMATION.clientId })
    expect(await services.azure.listSubscriptions()).toMatchObject({ ok: true })
    expect(files.contents.size).toBe(0)
  })

  it('is held for one sign-in alone, even one that fails before it is used', async () => {
    const { enter, identity } = await door()
    identity.holdSecret(AUTOMATION.secret)
    expect(problemOf(await enter({ way: 'secret', tenant: 'common', clientId: AUTOMATION.clientId })).title).toBe('The tenant isn’t valid')
    expect(problemOf(await enter({ way: 'secret', clientId: AUTOMATION.clientId })).title).toBe('The secret is missing')
  })

  it('is forgotten when it is not used', async () => {
    const { enter, identity } = await door()
    identity.holdSecret(AUTOMATION.secret)
    await identity.signOut()
    expect(problemOf(await enter({ way: 'secret', clientId: AUTOMATION.clientId })).title).toBe('The secret is missing')
  })

  it.each([
    ['practice-expired', 'The client secret has expired'],
    ['another', 'The client secret is wrong'],
  ])('%s is refused in the person’s words', async (secret, title) => {
    const { enter, identity } = await door()
    identity.holdSecret(secret)
    expect(problemOf(await enter({ way: 'secret', clientId: AUTOMATION.clientId })).title).toBe(title)
  })

  it('needs its app registration named', async () => {
    const { enter, identity } = await door()
    identity.holdSecret(AUTOMATION.secret)
    expect(problemOf(await enter({ way: 'secret' })).title).toBe('The app registration ID is missing')
  })
})

describe('a service principal with a certificate', () => {
  it.each(['whole.pem', 'certificate-first.pem'])('opens the tenant by %s', async (file) => {
    const { enter } = await door()
    expect(openOf(await enter(byCertificate(file))).tenant.account.objectId).toBe(AUTOMATION.objectId)
  })

  it('opens a key with its passphrase', async () => {
    const { enter, identity } = await door()
    identity.holdSecret('open sesame')
    expect(openOf(await enter(byCertificate('locked.pem'))).tenant.account.objectId).toBe(AUTOMATION.objectId)
  })

  it.each([
    ['without-key.pem', 'The certificate’s private key is missing'],
    ['only-key.pem', 'The file has no certificate'],
    ['locked.pem', 'Couldn’t open the private key'],
    ['strangers.pem', 'The private key belongs to another certificate'],
    ['expired.pem', 'The certificate has expired'],
    ['broken.pem', 'Couldn’t read the certificate file'],
    ['missing.pem', 'Couldn’t read the certificate file'],
    ['  ', 'The certificate file is missing'],
  ])('in %s is refused by name: %s', async (file, title) => {
    const { enter } = await door()
    const problem = problemOf(await enter(byCertificate(file)))
    expect(problem.title).toBe(title)
    expect(JSON.stringify(problem)).not.toContain('PRIVATE KEY-----\\n')
  })

  it('with a wrong passphrase does not open', async () => {
    const { enter, identity } = await door()
    identity.holdSecret('open barley')
    expect(problemOf(await enter(byCertificate('locked.pem'))).title).toBe('Couldn’t open the private key')
  })

  it('that the app registration does not know is refused by the service', async () => {
    const { enter } = await practiceEntrance({}, { readFile: async () => `${certificate}${key}` })
    expect(problemOf(await enter(byCertificate('whole.pem')))).toMatchObject({
      title: 'The certificate isn’t accepted',
      refusal: { code: 'AADSTS700027' },
    })
  })
})
