import { describe, expect, it } from 'vitest'
import { openMail } from '#electron/window/open-mail.ts'
import { english } from '../../english.ts'

const START = Date.UTC(2026, 10, 28, 20, 0)
const END = START + 96 * 3_600_000
const KNOWN = { name: 'contoso-prod', address: 'contoso-production.operations.dynamics.com' }

async function opened(...[wanted, known]: [Parameters<typeof openMail>[0], Parameters<typeof openMail>[1]?]) {
  const addresses: string[] = []
  const outcome = await openMail(wanted, known, english, async (address) => void addresses.push(address))
  const url = new URL(addresses[0] ?? 'mailto:')
  return {
    outcome: english.all(outcome),
    addresses,
    url,
    subject: url.searchParams.get('subject'),
    body: url.searchParams.get('body') ?? '',
  }
}

describe('a mail to the users', () => {
  it('says where, from when, and until when at the latest, to no one as its recipient', async () => {
    const { outcome, url, subject, body } = await opened({ mail: 'outage', start: START, end: END }, KNOWN)
    expect(outcome).toEqual({ ok: true })
    expect([url.protocol, url.pathname, [...url.searchParams.keys()]]).toEqual(['mailto:', '', ['subject', 'body']])
    expect(subject).toBe(
      'Finance and operations will be offline for part of the time from Nov 28, 2026, 8:00 PM UTC to Dec 2, 2026, 8:00 PM UTC',
    )
    expect(body).toContain('(https://contoso-production.operations.dynamics.com)')
    expect(body).toContain('\r\nStart: Nov 28, 2026, 8:00 PM UTC\r\nEnd: Dec 2, 2026, 8:00 PM UTC at the latest\r\n')
  })

  it.each([
    ['outage', 'Finance and operations will be offline for part of the time from'],
    ['canceled', 'Canceled: maintenance of finance and operations from'],
    ['over', 'Finance and operations is available again'],
  ] as const)('has the address that users open and no internal name: %s', async (mail, begins) => {
    const { subject, body } = await opened(mail === 'over' ? { mail } : { mail, start: START, end: END }, KNOWN)
    expect(subject?.startsWith(begins), subject ?? '').toBe(true)
    expect(body).toContain('https://contoso-production.operations.dynamics.com')
    expect(`${subject} ${body}`).not.toContain('contoso-prod ')
    expect(`${subject} ${body}`).not.toMatch(/contoso-prod\b(?!uction)/)
  })

  it('says that it is offline once it has begun', async () => {
    const { subject } = await opened({ mail: 'outage', isRunning: true, start: START, end: END }, KNOWN)
    expect(subject).toContain('operations is offline for part of the time')
  })

  it('says its times in the zone that was chosen, also where clocks change between them', async () => {
    const [start, end] = [Date.UTC(2026, 9, 23, 18), Date.UTC(2026, 9, 27, 18)]
    const { body } = await opened({ mail: 'outage', start, end, timeZone: 'Europe/Berlin' }, KNOWN)
    expect(body).toContain('Start: Oct 23, 2026, 8:00 PM GMT+2\r\nEnd: Oct 27, 2026, 7:00 PM GMT+1 at the latest')
  })

  it('names the environment where no address was read', async () => {
    const { body } = await opened({ mail: 'over' }, { name: 'contoso-prod' })
    expect(body).toContain('You can sign in: contoso-prod')
  })

  it('carries no recipient and no attachment, whatever the environment is called', async () => {
    const { url } = await opened({ mail: 'over' }, { name: 'a&attach=/etc/passwd&to=eve@example.com?cc=x#\r\nBcc: y' })
    expect([url.pathname, [...url.searchParams.keys()], url.hash]).toEqual(['', ['subject', 'body'], ''])
  })

  it('has no line of its own for a name or an address', async () => {
    const hostile = 'contoso\r\nBcc: eve@example.com\u2028\u202e\ud800'
    for (const known of [{ name: hostile }, { name: 'x', address: hostile }]) {
      const { outcome, body } = await opened({ mail: 'outage', start: START, end: END }, known)
      expect(outcome).toEqual({ ok: true })
      expect(body).toContain('contoso Bcc: eve@example.com)')
      expect(body).not.toMatch(/\nBcc|\r\r/)
    }
  })

  it('is not opened without an environment, nor where it is longer than a mail app is given', async () => {
    expect(await opened({ mail: 'over' })).toMatchObject({ outcome: { ok: false, why: expect.any(String) }, addresses: [] })
    expect(await opened({ mail: 'over' }, { name: 'ü'.repeat(500) })).toMatchObject({
      outcome: { ok: false, why: expect.stringContaining('Copy it') },
      addresses: [],
    })
  })

  it('says where there is no mail app', async () => {
    const outcome = await openMail({ mail: 'over' }, KNOWN, english, () => Promise.reject(new Error('none')))
    expect(english.all(outcome)).toMatchObject({ ok: false, why: expect.stringContaining('email app') })
  })
})
