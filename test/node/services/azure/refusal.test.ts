import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { answerMessages } from '#node/services/answer-messages.ts'
import { refuse, unreadable } from '#node/services/azure/refusal.ts'
import type { Received } from '#node/services/azure/trail.ts'
import { english } from '#test/english.ts'
import { leapingClock } from './stand-in.ts'

const clock = leapingClock()

const received = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' },
): Received => ({
  request: 'GET /thing',
  status,
  header: (name) => headers[name.toLowerCase()],
  text: typeof body === 'string' ? body : JSON.stringify(body),
})

describe('a refusal', () => {
  it.each([
    [400, { error: { code: 'InvalidApiVersion', message: 'm' } }, 'rejected', 'InvalidApiVersion'],
    [400, { error: { code: 'PrincipalNotFound', message: 'm' } }, 'not-ready', 'PrincipalNotFound'],
    [401, { error: { code: 'InvalidAuthenticationToken', message: 'm' } }, 'unauthenticated', 'InvalidAuthenticationToken'],
    [403, { error: { code: 'AuthorizationFailed', message: 'm' } }, 'forbidden', 'AuthorizationFailed'],
    [403, { error: { code: 'Forbidden', message: 'm', innererror: { code: 'ForbiddenByRbac' } } }, 'forbidden', 'ForbiddenByRbac'],
    [404, { error: { code: 'EnvironmentNotFound', message: 'm', detailUrlType: 'NotSpecified' } }, 'not-found', 'EnvironmentNotFound'],
    [409, { error: { code: 'OperationNotStartable', message: 'm' } }, 'busy', 'OperationNotStartable'],
    [409, { error: { code: 'InsufficientCapacity_StorageDriven', message: 'm' } }, 'rejected', 'InsufficientCapacity_StorageDriven'],
    [
      409,
      { error: { code: 'MissingSubscriptionRegistration', message: 'm', target: null } },
      'conflict',
      'MissingSubscriptionRegistration',
    ],
    [412, { error: { code: 'PreconditionFailed', message: 'm' } }, 'conflict', 'PreconditionFailed'],
    [415, { error: { code: 'UnsupportedMediaType', message: 'm' } }, 'rejected', 'UnsupportedMediaType'],
    [429, { error: { code: 'TooManyRequests', message: 'm' } }, 'throttled', 'TooManyRequests'],
    [500, { error: { code: 'InternalServerError', message: 'm' } }, 'unavailable', 'InternalServerError'],
    [
      400,
      { error: { code: '0x80048d0b', message: 'm', innererror: { message: 'x', type: 'y', stacktrace: 'z' } } },
      'rejected',
      '0x80048d0b',
    ],
    [400, { error: { code: 'old', message: { lang: 'en-US', value: 'm' } } }, 'rejected', 'old'],
    [400, { Error: { Code: 'Capital', Message: 'm' } }, 'rejected', 'Capital'],
    [400, { code: 'Bare', message: 'm' }, 'rejected', 'Bare'],
    [401, { error: 'invalid_token', error_description: 'm' }, 'unauthenticated', 'invalid_token'],
    [418, { error: { code: 'Teapot', message: 'm' } }, 'rejected', 'Teapot'],
  ])('of status %i with %j is "%s" with code %s', (status, body, reason, code) => {
    expect(refuse(received(status, body), clock)).toMatchObject({ reason, status, code, message: 'm' })
  })

  it('without a body is a busy service when it is a 409', () => {
    expect(refuse(received(409, ''), clock)).toEqual({
      reason: 'busy',
      status: 409,
      request: 'GET /thing',
      message: answerMessages.silent({ status: 409 }),
    })
  })

  it('keeps a bare text as it is', () => {
    const text = "The client does not have permission to access the path '/x'."
    expect(refuse(received(403, text, { 'content-type': 'text/plain' }), clock)).toMatchObject({ reason: 'forbidden', message: text })
  })

  it.each([
    [403, '<!DOCTYPE html><h1>Blocked by Contoso proxy</h1>', 'text/html'],
    [404, '<html><body>Not here</body></html>', 'application/json'],
    [403, '{"error":{"code":"Author', 'application/json'],
  ])('does not take a %i of something in between for the word of the service', (status, body, type) => {
    const refusal = refuse(received(status, body, { 'content-type': type }), clock)
    expect(refusal.reason).toBe('unreadable')
    expect(refusal.message).toBe(body)
  })

  it('keeps the lines of a message', () => {
    const message = 'Caller is not authorized.\r\nAction: x\r\n'
    expect(refuse(received(403, { error: { code: 'Forbidden', message } }), clock).message).toBe(message)
  })

  it('of a missing sign-in is one even as a page, as Dataverse words it', () => {
    const body = 'HTTP Error 401 - Unauthorized: Access is denied'
    expect(refuse(received(401, body, { 'content-type': 'text/html' }), clock)).toMatchObject({ reason: 'unauthenticated', message: body })
  })

  it('of a broken gateway is unavailable even as a page', () => {
    expect(refuse(received(502, '<html>Bad gateway</html>', { 'content-type': 'text/html' }), clock)).toMatchObject({
      reason: 'unavailable',
    })
  })

  it.each(['x-ms-correlation-id', 'x-ms-correlation-request-id', 'x-ms-request-id'])('takes the correlation id from %s', (name) => {
    expect(refuse(received(403, {}, { [name]: 'id-1' }), clock).correlationId).toBe('id-1')
  })

  it('prefers the correlation id that spans services', () => {
    const headers = { 'x-ms-request-id': 'c', 'x-ms-correlation-request-id': 'b', 'x-ms-correlation-id': 'a' }
    expect(refuse(received(403, {}, headers), clock).correlationId).toBe('a')
  })

  it('carries the pause the service asked for', () => {
    expect(refuse(received(429, {}, { 'retry-after': '300' }), clock).retryAfterSeconds).toBe(300)
  })

  it('says to wait a little for a principal that is still being replicated', () => {
    expect(refuse(received(400, { error: { code: 'PrincipalNotFound', message: 'm' } }), clock).retryAfterSeconds).toBe(15)
  })

  it('shows at most 300 characters of an unreadable answer, without control characters', () => {
    const refusal = unreadable(received(200, `\u0007\u202e${'x'.repeat(1000)}`), verbatim('Odd.'), clock)
    expect(english.text(refusal.message)).toBe(`Odd. The answer begins: ${'x'.repeat(300)}…`)
  })

  it.each([
    ['a bearer token', 'Authorization: Bearer abcDEF123456._-', 'abcDEF123456'],
    ['a JSON web token', 'token eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2lnbmF0dXJl was refused', 'eyJ'],
    ['a signature in an address', 'GET https://x.blob.core.windows.net/a?sv=1&sig=S3cr3t%2B%3D&se=2', 'S3cr3t'],
    ['a token in an address', 'https://x/y?token=S3cr3t', 'S3cr3t'],
    ['a token in JSON', '{"access_token":"S3cr3t"}', 'S3cr3t'],
  ])('never repeats %s', (_, text, secret) => {
    const refusal = refuse(received(400, { error: { code: 'X', message: text } }), clock)
    expect(refusal.message).toContain('[removed]')
    expect(JSON.stringify(refusal)).not.toContain(secret)
    expect(JSON.stringify(unreadable(received(200, text), verbatim('Odd.'), clock))).not.toContain(secret)
  })

  it('can be made of any answer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), fc.oneof(fc.json(), fc.string()), fc.option(fc.string()), (status, body, type) => {
        const refusal = refuse(received(status, body, type === null ? {} : { 'content-type': type }), clock)
        expect(english.text(refusal.message).length).toBeGreaterThan(0)
        expect(english.text(refusal.message).replaceAll(/[\r\n\t]/g, '')).not.toMatch(/\p{Cc}/u)
        expect(refusal.status).toBe(status)
      }),
      { numRuns: 500 },
    )
  })

  it('can be made of any error envelope', () => {
    const member = fc.oneof(fc.string(), fc.jsonValue())
    const envelope = fc.record({ error: fc.record({ code: member, message: member, innererror: member }, { requiredKeys: [] }) })
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 599 }), envelope, (status, body) => {
        const refusal = refuse(received(status, body), clock)
        expect(english.text(refusal.message).length).toBeGreaterThan(0)
        if (
          typeof body.error.message === 'string' &&
          body.error.message.trim() === body.error.message &&
          /^[\w ]+$/.test(body.error.message)
        ) {
          expect(refusal.message).toBe(body.error.message)
        }
      }),
      { numRuns: 500 },
    )
  })
})
