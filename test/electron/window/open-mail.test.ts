import { describe, expect, it } from 'vitest'
import { openMail } from '../../../electron/window/open-mail.ts'
import { english } from '../../english.ts'

const START = Date.UTC(2026, 10, 28, 20, 0)

async function opened(...[wanted, environment]: [Parameters<typeof openMail>[0], string?]) {
  const addresses: string[] = []
  const outcome = await openMail(wanted, environment, english.text, async (address) => void addresses.push(address))
  return { outcome: english.all(outcome), addresses }
}

describe('a mail to the users', () => {
  it('names the environment, the start and the latest end, and nobody as its recipient', async () => {
    const { outcome, addresses } = await opened({ mail: 'outage', start: START }, 'contoso-prod')
    expect(outcome).toEqual({ ok: true })
    const url = new URL(addresses[0] ?? '')
    expect([url.protocol, url.pathname, [...url.searchParams.keys()]]).toEqual(['mailto:', '', ['subject', 'body']])
    expect(url.searchParams.get('subject')).toBe('contoso-prod is offline for maintenance')
    expect(url.searchParams.get('body')).toContain(
      '\r\nStart: Nov 28, 2026, 8:00 PM UTC\r\nEnd: Dec 2, 2026, 8:00 PM UTC at the latest\r\n',
    )
  })

  it('says when it is over', async () => {
    const { addresses } = await opened({ mail: 'over' }, 'contoso-prod')
    expect(new URL(addresses[0] ?? '').searchParams.get('subject')).toBe('contoso-prod is available again')
  })

  it('carries no recipient and no attachment, whatever the environment is called', async () => {
    const { addresses } = await opened({ mail: 'over' }, 'a&attach=/etc/passwd&to=eve@example.com?cc=x#\r\nBcc: y')
    const url = new URL(addresses[0] ?? '')
    expect([url.pathname, [...url.searchParams.keys()], url.hash]).toEqual(['', ['subject', 'body'], ''])
  })

  it('has a subject of one line, whatever the environment is called', async () => {
    const { outcome, addresses } = await opened({ mail: 'outage', start: START }, 'contoso\r\nBcc: eve@example.com\u2028\u202e\ud800')
    expect(outcome).toEqual({ ok: true })
    const url = new URL(addresses[0] ?? '')
    expect(url.searchParams.get('subject')).toBe('contoso Bcc: eve@example.com is offline for maintenance')
    expect(url.searchParams.get('body')).not.toMatch(/\nBcc|\r\r/)
  })

  it('is not opened without an environment, nor where it is longer than a mail app is given', async () => {
    expect(await opened({ mail: 'over' })).toEqual({ outcome: { ok: false, why: expect.any(String) }, addresses: [] })
    expect(await opened({ mail: 'over' }, 'ü'.repeat(500))).toEqual({
      outcome: { ok: false, why: expect.stringContaining('Copy it') },
      addresses: [],
    })
  })

  it('says where there is no mail app', async () => {
    const outcome = await openMail({ mail: 'over' }, 'contoso-prod', english.text, () => Promise.reject(new Error('none')))
    expect(english.all(outcome)).toMatchObject({ ok: false, why: expect.stringContaining('email app') })
  })
})
