import type { IncomingMessage, ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import type { Cloud } from '#machines/cloud/cloud.ts'
import { cloudAt, loopback } from '../azure/loopback.ts'
import { goBack } from './entering.ts'

export const TENANT_ID = '6b1f5d2e-0c4a-4f7b-9a3d-8e2c1b7f4a90'
export const CLIENT_ID = '11111111-2222-4333-8444-555555555555'
export const OBJECT_ID = 'a1d4c7e2-3b5f-4a86-9c0d-1e2f3a4b5c6d'

/** Secrets that must be nowhere afterwards. */
export const PLANTED = {
  secret: 'planted-secret-7Q',
  passphrase: 'planted-passphrase-8R',
  code: 'planted-code-9S',
  deviceCode: 'planted-device-code-1T',
  refreshToken: 'planted-refresh-token-2U',
  signature: 'planted-token-signature-3V',
} as const

export interface Question {
  readonly method: string
  readonly path: string
  readonly form: URLSearchParams
}

export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Text goes out as it is, anything else as JSON. */
  readonly body?: unknown
}

/** Gives its own answer, or nothing to leave the question to the well-behaved service. */
export type Answering = (question: Question) => Reply | 'broken' | undefined

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token as Entra gives them, signed with the planted signature. */
export const tokenFor = (audience: string, claims: object = {}): string =>
  `${encode({ typ: 'JWT', alg: 'RS256' })}.${encode({
    aud: audience,
    oid: OBJECT_ID,
    tid: TENANT_ID,
    upn: 'ada@contoso.example',
    name: 'Ada Marsh',
    wids: ['11648597-926c-4cf3-9c36-bcebb0ba8dcc'],
    ...claims,
  })}.${PLANTED.signature}`

/** How Entra refuses, word for word in its form. */
export const refusal = (code: number, error = 'invalid_grant', more: object = {}): Reply => ({
  status: 400,
  body: {
    error,
    error_description: `AADSTS${code}: The service says why. Trace ID: 0a1b2c3d-0000-4000-8000-00000000000a Correlation ID: 0a1b2c3d-0000-4000-8000-00000000000b Timestamp: 2026-11-24 10:00:00Z`,
    error_codes: [code],
    trace_id: '0a1b2c3d-0000-4000-8000-00000000000a',
    correlation_id: '0a1b2c3d-0000-4000-8000-00000000000b',
    ...more,
  },
})

function tokens(origin: string, form: URLSearchParams): Reply {
  const audience = (form.get('scope') ?? '').split(' ')[0]?.replace('/.default', '') ?? ''
  const person = form.get('grant_type') !== 'client_credentials'
  const claims = {
    aud: CLIENT_ID,
    iss: `${origin}/${TENANT_ID}/v2.0`,
    sub: 'sub',
    tid: TENANT_ID,
    oid: OBJECT_ID,
    preferred_username: 'ada@contoso.example',
  }
  return {
    body: {
      token_type: 'Bearer',
      expires_in: 3600,
      access_token: tokenFor(audience),
      ...(person
        ? {
            scope: form.get('scope'),
            refresh_token: PLANTED.refreshToken,
            client_info: encode({ uid: OBJECT_ID, utid: TENANT_ID }),
            id_token: `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}.${PLANTED.signature}`,
          }
        : {}),
    },
  }
}

function wellBehaved(origin: string, { path, form }: Question): Reply {
  const tenant = `${origin}/${TENANT_ID}`
  if (path.endsWith('/.well-known/openid-configuration')) {
    return {
      body: {
        issuer: `${tenant}/v2.0`,
        authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
        token_endpoint: `${tenant}/oauth2/v2.0/token`,
        device_authorization_endpoint: `${tenant}/oauth2/v2.0/devicecode`,
        jwks_uri: `${tenant}/discovery/v2.0/keys`,
      },
    }
  }
  if (path.endsWith('/oauth2/v2.0/devicecode')) {
    return {
      body: {
        user_code: 'ABCD-EFGH',
        device_code: PLANTED.deviceCode,
        verification_uri: `${origin}/device`,
        expires_in: 900,
        interval: 0,
        message: `Open ${origin}/device`,
      },
    }
  }
  if (path.endsWith('/oauth2/v2.0/token')) return tokens(origin, form)
  if (path === '/tenants') return { body: { value: [{ tenantId: TENANT_ID, displayName: 'Contoso' }] } }
  return { status: 404, body: { error: { code: 'NotFound', message: path } } }
}

export interface FakeIdentity {
  readonly cloud: Cloud
  readonly ca: string
  readonly origin: string
  readonly asked: Question[]
  close(): Promise<void>
}

/** A sign-in service on this machine that behaves as well as a test lets it, until the test ends. It also is the cloud's Resource Manager. */
export async function fakeIdentity(answering: Answering = () => undefined): Promise<FakeIdentity> {
  const asked: Question[] = []
  let origin = ''
  const server = await loopback(async (request: IncomingMessage, response: ServerResponse) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const question = { method: request.method ?? '', path: new URL(request.url ?? '/', origin).pathname, form: new URLSearchParams(body) }
    asked.push(question)
    const reply = answering(question) ?? wellBehaved(origin, question)
    if (reply === 'broken') {
      response.destroy()
      return
    }
    const text = typeof reply.body === 'string'
    response.writeHead(reply.status ?? 200, { 'content-type': text ? 'text/html' : 'application/json', ...reply.headers })
    response.end(text ? reply.body : JSON.stringify(reply.body ?? {}))
  })
  onTestFinished(() => server.close())
  origin = server.origin
  const cloud: Cloud = { ...cloudAt(origin), id: 'fake', name: 'Fake cloud', authority: origin }
  return { cloud, ca: server.ca, origin, asked, close: server.close }
}

/** A browser whose sign-in page leads back to the app at once. */
export const browserComingBack =
  (answer: Readonly<Record<string, string>> = { code: PLANTED.code }) =>
  async (address: string): Promise<void> => {
    const { searchParams } = new URL(address)
    const back = new URL(searchParams.get('redirect_uri') ?? '')
    back.search = new URLSearchParams({
      state: searchParams.get('state') ?? '',
      client_info: encode({ uid: OBJECT_ID, utid: TENANT_ID }),
      ...answer,
    }).toString()
    await goBack(back.href)
  }
