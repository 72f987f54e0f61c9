import { describe, expect, it } from 'vitest'
import { servedRecording } from '#node/practice/recorded.ts'
import { makeFirstContact } from '#node/services/first-contact/contact.ts'
import { writtenRecording } from '#node/services/first-contact/read-recording.ts'
import { caseOf, leaping } from '#test/practised.ts'
import { endsWithTheFile, resultIn, run, SECRET, serve, written } from './program.ts'

endsWithTheFile()

/** Findings about the key and the link: the rest depends on whether an app or a person signs in. */
const checked = async (words: readonly string[]) => {
  const result = resultIn(await run(['check', ...words, '--json', '--quiet'], SECRET))
  if (result.verb !== 'check') throw new Error('This is no result of a check.')
  return result.customers
    .flatMap(({ environments }) => environments.flatMap(({ findings }) => findings))
    .map(({ step, id, status, planned }) => ({ step, id, status, planned }))
    .filter(({ step }) => step === 'policy' || step === 'membership')
}

describe('a recording that is served', () => {
  it('answers over HTTPS what was recorded, with its dates as far from now', async () => {
    const { choices, environmentId } = caseOf('key-expires-soon')
    const recording = await makeFirstContact(
      leaping(caseOf('key-expires-soon')),
      { ...choices, environmentId },
      new AbortController().signal,
    )
    const { signedIn, server } = await serve('key-expires-soon', servedRecording(recording, Date.now()))
    const file = written('served.json', writtenRecording(recording))
    const environment = recording.choices.environmentId ?? ''
    const found = await checked([...signedIn, '--environment', environment])
    expect(found.length).toBeGreaterThan(20)
    expect(found).toEqual(await checked(['--recording', file]))
    expect(server.tenant.writes()).toEqual([])
  })

  it('refuses whatever would change something', async () => {
    const { choices, environmentId } = caseOf('ready-to-enable')
    const recording = await makeFirstContact(
      leaping(caseOf('ready-to-enable')),
      { ...choices, environmentId },
      new AbortController().signal,
    )
    const { answers } = servedRecording(recording, Date.now())
    const url = 'https://management.azure.com/subscriptions/a/resourceGroups/b?api-version=2025-04-01'
    for (const method of ['PUT', 'POST', 'PATCH', 'DELETE']) expect(answers({ method, url, headers: {}, body: '{}' }).status).toBe(405)
  })
})
