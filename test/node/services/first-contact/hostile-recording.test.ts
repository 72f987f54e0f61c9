import { describe, expect, it } from 'vitest'
import { LATEST_INSTANT } from '#machines/engine/instant.ts'
import type { Recording } from '#machines/procedure/first-contact/recording.ts'
import { servedRecording } from '#node/practice/recorded.ts'
import { makeFirstContact } from '#node/services/first-contact/contact.ts'
import { readRecording, writtenRecording } from '#node/services/first-contact/read-recording.ts'
import { caseOf, leaping } from '#test/practised.ts'

const recorded: Recording = await makeFirstContact(
  leaping(caseOf('ready-to-enable')),
  { ...caseOf('ready-to-enable').choices, environmentId: caseOf('ready-to-enable').environmentId },
  new AbortController().signal,
)

const withFirst = (change: Partial<Recording['answers'][number]>): Recording => ({
  ...recorded,
  answers: recorded.answers.map((each, at) => (at === 0 ? { ...each, ...change } : each)),
})

describe('a recording that someone edited', () => {
  it.each([9e15, LATEST_INSTANT + 1, -1])('is none at a time that no date has: %d', (at) => {
    expect(readRecording(writtenRecording({ ...recorded, at }))).toBeUndefined()
  })

  it('shows the account’s names on one line, without marks that could disguise them', () => {
    const account = {
      ...recorded.account,
      displayName: 'Ada\u202E\nLovelace',
      userName: 'a\u200Bda@contoso.com',
      tenantName: `\u2066${'x'.repeat(300)}`,
    }
    expect(readRecording(writtenRecording({ ...recorded, account }))?.account).toEqual({
      ...account,
      displayName: 'Ada Lovelace',
      userName: 'ada@contoso.com',
      tenantName: `${'x'.repeat(256)}…`,
    })
  })

  it.each(['https://management.azure.com/%zz', 'https://management.azure.com/%E0%A4'])(
    'is none with an address that can’t be decoded: %s',
    (url) => expect(readRecording(writtenRecording(withFirst({ url })))).toBeUndefined(),
  )

  it('opens with a date that is none, and leaves it as it is', () => {
    const body = { createdOn: '2030-13-45T99:99:99Z' }
    expect(() => servedRecording(withFirst({ body }), recorded.at)).not.toThrow()
  })
})
