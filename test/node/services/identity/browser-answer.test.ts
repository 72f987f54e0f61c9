import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { listenForAnswer } from '#node/services/identity/browser-listener.ts'
import type { SignInOutcome } from '#node/services/open-tenant.ts'
import { browse, type Entrance, entrance, goBack, openOf, personChoosing, practiceEntrance, problemOf, servePractice } from './entering.ts'
import { browserComingBack, fakeIdentity, TENANT_ID } from './fake-identity.ts'

interface Called {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

/** A request to the place where the wizard waits, as any program or page on this computer can send it. */
const call = (address: URL, { headers = {}, method = 'GET', body = '' } = {}): Promise<Called> =>
  new Promise((resolve, reject) => {
    const asked = request(address, { agent: false, method, headers }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => {
        text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
    })
    asked.on('error', reject)
    asked.end(body)
  })

interface Page {
  /** Where the wizard waits. */
  readonly back: URL
  readonly state: string
}

const pageOf = (address: string): Page => {
  const { searchParams } = new URL(address)
  return { back: new URL(searchParams.get('redirect_uri') ?? ''), state: searchParams.get('state') ?? '' }
}

const withQuery = (address: URL, query: Readonly<Record<string, string>> | string): URL => {
  const changed = new URL(address)
  changed.search = new URLSearchParams(query).toString()
  return changed
}

const LIE = 'Your account is locked. Call Microsoft at 555 0100.'
const lie = { error: 'access_denied', error_description: LIE }

/** Someone calls the place where the wizard waits, and then the person signs in. */
async function calledBefore(
  calling: (page: Page) => Promise<Called | undefined>,
): Promise<{ outcome: SignInOutcome; called: Called | undefined }> {
  let called: Called | undefined
  const { enter } = await practiceEntrance(
    {},
    {
      openBrowser: async (address) => {
        called = await calling(pageOf(address))
        await personChoosing('ada')(address)
      },
    },
  )
  return { outcome: await enter(), called }
}

describe('the place where the wizard waits for the browser', () => {
  it.each<[string, (page: Page) => Promise<Called>]>([
    ['a refusal without a state', ({ back }) => call(withQuery(back, lie))],
    ['a refusal with a guessed state', ({ back }) => call(withQuery(back, { ...lie, state: 'x'.repeat(43) }))],
    ['a refusal with the state twice', ({ back, state }) => call(withQuery(back, `error=access_denied&state=x&state=${state}`))],
    ['a refusal with half of the state', ({ back, state }) => call(withQuery(back, { ...lie, state: state.slice(0, 20) }))],
    ['a code without a state', ({ back }) => call(withQuery(back, { code: 'stolen' }))],
    ['a code and a refusal in one', ({ back, state }) => call(withQuery(back, { ...lie, code: 'stolen', state }))],
    ['neither a code nor a refusal', ({ back, state }) => call(withQuery(back, { state }))],
    ['two codes', ({ back, state }) => call(withQuery(back, `code=a&code=b&state=${state}`))],
    ['a code that is too long', ({ back, state }) => call(withQuery(back, { code: 'x'.repeat(9000), state }))],
    ['a code with a line break', ({ back, state }) => call(withQuery(back, { code: 'a\r\nb', state }))],
    ['another path', ({ back, state }) => call(withQuery(new URL('/other', back), { ...lie, state }))],
    ['the plain address', ({ back }) => call(back)],
    [
      'a form that is sent',
      ({ back, state }) =>
        call(back, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ ...lie, state }).toString(),
        }),
    ],
    [
      'a name that leads to this computer (DNS rebinding)',
      ({ back, state }) => call(withQuery(back, { ...lie, state }), { headers: { host: `rebound.example:${back.port}` } }),
    ],
    ['the host without its port', ({ back, state }) => call(withQuery(back, { ...lie, state }), { headers: { host: 'localhost' } })],
  ])('goes on waiting after %s', async (_, calling) => {
    const { outcome, called } = await calledBefore(calling)
    expect(called?.status).toBe(404)
    expect(called?.body).toBe('')
    expect(openOf(outcome).tenant.account.userName).toBe('ada@contoso.example')
  })

  it('takes one answer: what comes after it changes nothing', async () => {
    const after: number[] = []
    const { enter } = await practiceEntrance(
      {},
      {
        openBrowser: async (address) => {
          const { back, state } = pageOf(address)
          const { location = '' } = await browse(address, { person: 'ada', decision: 'accept' })
          await goBack(location)
          await call(withQuery(back, { ...lie, state })).then(
            ({ status }) => after.push(status),
            () => undefined,
          )
        },
      },
    )
    expect(openOf(await enter()).tenant.account.userName).toBe('ada@contoso.example')
    expect(after.filter((status) => status !== 404)).toEqual([])
  })

  it('has another state for each sign-in, which cannot be guessed', async () => {
    const { enter, opened } = await practiceEntrance()
    await enter()
    const { cloud } = await servePractice()
    const other = entrance(cloud)
    await other.enter()
    const states = [...opened, ...other.opened].map((address) => pageOf(address).state)
    expect(states[0]).toMatch(/^[\w-]{43}$/)
    expect(new Set(states).size).toBe(2)
  })

  it('keeps the code out of the browser’s history, and gives one page that loads nothing', async () => {
    const listener = await listenForAnswer('the-state', { done: '<p>Done', failed: '<p>Failed' })
    onTestFinished(() => listener.close())
    const back = new URL(listener.redirectUri)
    expect(await call(back)).toMatchObject({ status: 404 })
    const first = await call(withQuery(back, { code: 'the-code', state: 'the-state' }))
    expect(first).toMatchObject({
      status: 302,
      body: '',
      headers: { location: '/', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
    })
    const second = await call(back)
    expect(second).toMatchObject({ status: 200, body: '<p>Done' })
    expect(second.headers['content-security-policy']).toContain("default-src 'none'")
    expect(await call(withQuery(back, { code: 'another', state: 'the-state' }))).toMatchObject({ status: 404 })
    expect(await call(withQuery(back, { ...lie, state: 'the-state' }))).toMatchObject({ status: 404 })
    expect(await listener.answer(new AbortController().signal)).toEqual({ ok: true, code: 'the-code' })
  })

  const answered = async () => {
    const listener = await listenForAnswer('the-state', { done: '<p>Done', failed: '<p>Failed' })
    onTestFinished(() => listener.close())
    const back = new URL(listener.redirectUri)
    await call(withQuery(back, { code: 'the-code', state: 'the-state' }))
    return { listener, back }
  }

  it('gives a slow browser its last page after the sign-in has ended, and then is gone', async () => {
    const { listener, back } = await answered()
    listener.close()
    expect(await call(back)).toMatchObject({ status: 200, body: '<p>Done' })
    await expect(call(back)).rejects.toThrow('ECONNREFUSED')
  })

  it('is gone ten seconds after the end, also where no browser comes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const { listener, back } = await answered()
    listener.close()
    vi.advanceTimersByTime(9_999)
    expect(await call(withQuery(back, { code: 'another' }))).toMatchObject({ status: 404 })
    vi.advanceTimersByTime(1)
    await expect(call(back)).rejects.toThrow('ECONNREFUSED')
  })

  it('is gone at once where nothing was answered', async () => {
    const listener = await listenForAnswer('the-state', { done: '', failed: '' })
    listener.close()
    await expect(call(new URL(listener.redirectUri))).rejects.toThrow('ECONNREFUSED')
  })

  it.each(['', 'GET / HTTP/1.1\r\nHost: localhost\r\n'])('lets a program go that sends only “%s”', async (sent) => {
    const listener = await listenForAnswer('the-state', { done: '', failed: '' }, 50)
    onTestFinished(() => listener.close())
    const silent = connect(Number(new URL(listener.redirectUri).port), '127.0.0.1')
    await once(silent, 'connect')
    const since = performance.now()
    silent.write(sent)
    await once(silent.resume(), 'close')
    // Unasked, Node.js looks for such connections each 30 seconds alone.
    expect(performance.now() - since).toBeLessThan(15_000)
    expect(await call(new URL(listener.redirectUri))).toMatchObject({ status: 404 })
  })

  it('listens on this computer alone', async () => {
    const listener = await listenForAnswer('the-state', { done: '', failed: '' })
    onTestFinished(() => listener.close())
    const others = Object.values(networkInterfaces()).flatMap((addresses = []) =>
      addresses.filter(({ internal, family }) => !internal && family === 'IPv4'),
    )
    const { port } = new URL(listener.redirectUri)
    for (const { address } of others) await expect(call(new URL(`http://${address}:${port}/`))).rejects.toThrow('ECONNREFUSED')
    expect(await call(new URL(listener.redirectUri))).toMatchObject({ status: 404 })
  })
})

/** What the page of a sign-in shows after this answer of the sign-in page. */
async function problemAfter(answer: Readonly<Record<string, string>>): Promise<ReturnType<typeof problemOf>> {
  const fake = await fakeIdentity()
  const { enter }: Entrance = entrance(fake.cloud, {
    customCloud: { cloud: fake.cloud, authorities: [fake.ca] },
    openBrowser: browserComingBack({ ...answer }),
  })
  return problemOf(await enter({ tenant: TENANT_ID }))
}

describe('what the sign-in page answers', () => {
  it.each([
    ['access_denied', `AADSTS65004: ${LIE}`, 'AADSTS65004', 'The sign-in was declined in the browser'],
    ['access_denied', LIE, 'access_denied', 'The sign-in was declined in the browser'],
    ['server_error', LIE, 'server_error', 'The sign-in was refused'],
    ['invalid_request', `AADSTS99887766: ${LIE}`, 'AADSTS99887766', 'The sign-in was refused'],
  ])('%s with “%s” is the code alone, in words of ours', async (error, description, code, title) => {
    const problem = await problemAfter({ error, error_description: description })
    expect(problem).toMatchObject({ title, refusal: { code } })
    expect(JSON.stringify(problem)).not.toContain('locked')
  })

  it.each(['call_us_at_once', 'Call <b>555</b>', 'x'.repeat(100), '../..'])('an unknown word is not shown: %s', async (error) => {
    const problem = await problemAfter({ error, error_description: LIE })
    expect(problem.title).toBe('The sign-in was refused')
    expect(problem.refusal?.code).toBeUndefined()
    expect(JSON.stringify(problem)).not.toMatch(/locked|call_us|555|xxx/)
  })

  it('keeps the correlation ID, by which an admin finds the sign-in', async () => {
    const correlationId = '0a1b2c3d-0000-4000-8000-00000000000b'
    const problem = await problemAfter({
      error: 'access_denied',
      error_description: `AADSTS53003: ${LIE} Correlation ID: ${correlationId} Timestamp: now`,
    })
    expect(problem.refusal).toMatchObject({ code: 'AADSTS53003', correlationId })
  })
})
