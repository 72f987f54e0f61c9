import { constants, verify, X509Certificate } from 'node:crypto'
import * as z from 'zod'
import { parsedJson } from '#machines/parsed-json.ts'
import { type Call, json, type Practice, ServiceRefusal } from '../../service.ts'
import { type Application, same } from '../../state.ts'
import { EXPIRES_IN } from '../../tokens.ts'
import { targetOf } from './audiences.ts'

/** Tokens for service principals, by secret or certificate assertion. */

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

export async function clientCredentials(call: Call, form: URLSearchParams, practice: Practice) {
  const client = clientOf(call, form)
  const application = practice.state.applications.find(({ clientId }) => same(clientId, client.id))
  if (!application) {
    throw new ServiceRefusal(
      400,
      'unauthorized_client',
      `AADSTS700016: Application with identifier '${client.id}' was not found in the directory '${practice.state.tenantName}'.`,
    )
  }
  if (form.get('client_assertion_type') === ASSERTION_TYPE)
    requireAssertion(application, form.get('client_assertion') ?? '', call, practice)
  else requireSecret(application, client.secret)
  const { audience } = await targetOf(form.get('scope') ?? '', practice)
  const access = practice.mint.forApplication(application, audience, practice.clock.now())
  return json(200, { token_type: 'Bearer', expires_in: EXPIRES_IN, ext_expires_in: EXPIRES_IN, access_token: access })
}

/** From the form, or Basic authentication. */
function clientOf(call: Call, form: URLSearchParams): { id: string; secret: string } {
  const basic = /^Basic\s+(\S+)$/i.exec(call.request.headers['authorization'] ?? '')?.[1]
  if (!basic) return { id: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' }
  const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString('utf8').split(':').map(decodeURIComponent)
  return { id, secret }
}

const invalidClient = (message: string): ServiceRefusal => new ServiceRefusal(401, 'invalid_client', message)

function requireSecret({ clientId, secret, expiredSecrets }: Application, given: string): void {
  if (given === secret) return
  if (expiredSecrets.includes(given)) {
    throw invalidClient(
      `AADSTS7000222: The provided client secret keys for app '${clientId}' are expired. Create new keys for the app, or use a certificate.`,
    )
  }
  throw invalidClient(
    `AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
  )
}

const assertionHeader = z.looseObject({ alg: z.enum(['PS256', 'RS256']), 'x5t#S256': z.string().optional(), x5t: z.string().optional() })
const assertionClaims = z.looseObject({ aud: z.string(), iss: z.string(), sub: z.string() })

const part = <T>(text: string, shape: z.ZodType<T>): T => {
  try {
    return shape.parse(parsedJson(Buffer.from(text, 'base64url').toString('utf8')))
  } catch (reason) {
    throw invalidClient(`AADSTS50027: JWT token is invalid or malformed: ${reason instanceof Error ? reason.message : String(reason)}`)
  }
}

/**
 * Validates a client assertion (RFC 7523): certificate, signature, subject, audience. Not its times, because practice
 * time runs ahead of the client's clock.
 */
function requireAssertion({ certificates, clientId }: Application, assertion: string, call: Call, { state }: Practice): void {
  const [header = '', payload = '', signature = ''] = assertion.split('.')
  const { alg, 'x5t#S256': sha256, x5t } = part(header, assertionHeader)
  const named = certificates
    .map((pem) => new X509Certificate(pem))
    .find((entry) => thumbprint(entry.fingerprint256) === sha256 || thumbprint(entry.fingerprint) === x5t)
  const failed = (why: string) => invalidClient(`AADSTS700027: The client assertion of app '${clientId}' failed validation: ${why}.`)
  if (!named) throw failed('the certificate that its header names is not registered on the application')
  const key =
    alg === 'PS256'
      ? { key: named.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
      : { key: named.publicKey }
  if (!verify('sha256', Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url')))
    throw failed('its signature is not of that certificate’s key')
  const claims = part(payload, assertionClaims)
  if (!same(claims.iss, clientId) || !same(claims.sub, clientId))
    throw invalidClient(`AADSTS700021: Client assertion application identifier doesn't match 'client_id' parameter '${clientId}'.`)
  const tenants = [state.tenantId, call.part('tenant')]
  const audiences = tenants.flatMap((tenant) => [`${call.url.origin}/${tenant}/oauth2/v2.0/token`, `${call.url.origin}/${tenant}/v2.0`])
  if (!audiences.some((audience) => same(audience, claims.aud)))
    throw invalidClient(`AADSTS700023: Client assertion audience claim '${claims.aud}' does not match the realm issuer.`)
}

/** @param fingerprint hexadecimal with colons, as in Node @returns base64url, as in tokens */
const thumbprint = (fingerprint: string): string => Buffer.from(fingerprint.replaceAll(':', ''), 'hex').toString('base64url')
