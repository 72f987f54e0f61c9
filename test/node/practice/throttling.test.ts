import { expect, test } from 'vitest'
import { minutes, NOW, type Practised, practise, SUBSCRIPTION_PATH } from './practise.ts'

async function answers({ arm }: Practised, count: number): Promise<{ status: number; wait: string | null }[]> {
  const seen: { status: number; wait: string | null }[] = []
  for (let call = 0; call < count; call++) {
    const { status, headers } = await arm('GET', SUBSCRIPTION_PATH)
    seen.push({ status, wait: headers.get('retry-after') })
  }
  return seen
}

test('throttled services turn every fourth call away: by seconds, by a date, by 503, and never twice in a row', async () => {
  const practised = practise('throttled')
  const date = new Date(NOW + 2000).toUTCString()
  expect(await answers(practised, 16)).toEqual(
    Array.from({ length: 16 }, (_, index) => {
      if ((index + 1) % 4 !== 0) return { status: 200, wait: null }
      return [
        { status: 429, wait: '2' },
        { status: 429, wait: date },
        { status: 503, wait: null },
      ][((index + 1) / 4 - 1) % 3]
    }),
  )
})

test('the date counts on the practice clock, which every answer tells', async () => {
  const practised = practise('throttled')
  practised.clock.advance(minutes(90))
  let answer = await practised.arm('GET', SUBSCRIPTION_PATH)
  for (let call = 1; call < 8; call++) answer = await practised.arm('GET', SUBSCRIPTION_PATH)
  expect(Date.parse(answer.headers.get('retry-after') ?? '') - Date.parse(answer.headers.get('date') ?? '')).toBe(2000)
  expect(Date.parse(answer.headers.get('date') ?? '')).toBe(NOW + minutes(90))
})

test('each service says it in its own envelope, with its correlation ids', async () => {
  const { arm, bap } = practise('throttled')
  for (let call = 0; call < 3; call++) await arm('GET', SUBSCRIPTION_PATH)
  const answer = await bap('GET', '/scopes/admin/environments')
  expect(answer.status).toBe(429)
  expect(answer.body).toMatchObject({ error: { code: 'TooManyRequests', detailUrlType: 'NotSpecified' } })
  expect(answer.headers.get('x-ms-correlation-id')).toMatch(/^[0-9a-f-]{36}$/)
})

test('a call that is turned away changes nothing', async () => {
  const { arm, tenant } = practise('throttled')
  for (let call = 0; call < 3; call++) await arm('GET', SUBSCRIPTION_PATH)
  const answer = await arm('PUT', `${SUBSCRIPTION_PATH}/resourceGroups/rg`, { body: { location: 'eastus' } })
  expect(answer.status).toBe(429)
  expect(tenant.writes()).toEqual([])
  expect(tenant.inspect().resourceGroups).toEqual([])
})

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
  'a %s gets a retry time even with 503: without one no client may repeat a write',
  async (method) => {
    const { arm } = practise('throttled')
    for (let call = 0; call < 11; call++) await arm('GET', SUBSCRIPTION_PATH)
    const answer = await arm(method, `${SUBSCRIPTION_PATH}/resourceGroups/rg`)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2'])
  },
)

test('services that are not throttled refuse no request', async () => {
  expect((await answers(practise('ready-to-enable'), 12)).every(({ status }) => status === 200)).toBe(true)
})
