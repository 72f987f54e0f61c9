import { constants, generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { createClientCertificate } from '#node/practice/certificates.ts'
import { AUTOMATION, TENANT } from '#node/practice/people.ts'
import { practise } from '../practise.ts'
import { ARM_SCOPE, claimsOf, failure, LOGIN, token } from './sign-in.ts'

const registered = createClientCertificate('contoso-automation', Date.now())
const other = createClientCertificate('somebody-else', Date.now())

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const thumbprint = (fingerprint: string): string => Buffer.from(fingerprint.replaceAll(':', ''), 'hex').toString('base64url')

interface Change {
  readonly header?: object
  readonly claims?: object
  readonly key?: string | KeyObject
}

/** A client assertion as clients of this generation make it: PS256, the certificate named by its SHA-256. */
function assertion({ header = {}, claims = {}, key = registered.key }: Change = {}): string {
  const named = { alg: 'PS256', 'x5t#S256': thumbprint(new X509Certificate(registered.certificate).fingerprint256), ...header }
  const audience = `${LOGIN}/${TENANT.id}/oauth2/v2.0/token`
  const text = `${encode(named)}.${encode({ aud: audience, iss: AUTOMATION.clientId, sub: AUTOMATION.clientId, jti: '1', ...claims })}`
  const padding =
    named.alg === 'PS256'
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
      : { padding: constants.RSA_PKCS1_PADDING }
  const signature = sign('sha256', Buffer.from(text), {
    key: typeof key === 'string' ? key : key.export({ type: 'pkcs8', format: 'pem' }),
    ...padding,
  })
  return `${text}.${signature.toString('base64url')}`
}

const ask = (clientAssertion: string) =>
  token(practise('ready-to-enable', [], { certificates: [registered.certificate] }), {
    grant_type: 'client_credentials',
    client_id: AUTOMATION.clientId,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: clientAssertion,
    scope: ARM_SCOPE,
  })

describe('a certificate', () => {
  test('gives the service principal a token', async () => {
    const { body } = await ask(assertion())
    const { access_token } = z.object({ access_token: z.string() }).parse(body)
    expect(claimsOf(access_token)).toMatchObject({ oid: AUTOMATION.objectId, idtyp: 'app' })
  })

  test('may be named by its SHA-1 and sign with the older padding', async () => {
    const sha1 = thumbprint(new X509Certificate(registered.certificate).fingerprint)
    expect((await ask(assertion({ header: { alg: 'RS256', 'x5t#S256': undefined, x5t: sha1 } }))).status).toBe(200)
  })

  test.each<[string, Change, string]>([
    [
      'a certificate that is not registered',
      { header: { 'x5t#S256': thumbprint(new X509Certificate(other.certificate).fingerprint256) } },
      '700027',
    ],
    ['no certificate', { header: { 'x5t#S256': undefined } }, '700027'],
    ['another key', { key: other.key }, '700027'],
    ['another key of the same size', { key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey }, '700027'],
    ['another application', { claims: { sub: 'somebody' } }, '700021'],
    ['another audience', { claims: { aud: 'https://fabrikam.example' } }, '700023'],
    ['no signature worth the name', { header: { alg: 'none' } }, '50027'],
  ])('is refused when the assertion speaks of %s', async (_what, change, code) => {
    expect(failure(await ask(assertion(change)))).toBe(`401 invalid_client ${code}`)
  })

  test('does not help an application that has none', async () => {
    const answer = await token(practise('ready-to-enable'), {
      grant_type: 'client_credentials',
      client_id: AUTOMATION.clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion(),
      scope: ARM_SCOPE,
    })
    expect(failure(answer)).toBe('401 invalid_client 700027')
  })

  test.each(['', 'a.b', 'a.b.c'])('is refused when the assertion is %j', async (text) => {
    expect(failure(await ask(text))).toBe('401 invalid_client 50027')
  })
})
