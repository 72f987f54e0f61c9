import type { HttpClient } from '@azure/core-rest-pipeline'
import { describe, expect, it } from 'vitest'
import { AUTOMATION } from '#node/practice/people.ts'
import { command } from './in-process.ts'
import { CASE } from './kept-record.ts'
import { openCase, practiceIdentity } from './practice-identity.ts'

/** The environment names its policy, with a state of the link that no document has. */
const answeringOtherwise = (network: HttpClient): HttpClient => ({
  async sendRequest(request) {
    const response = await network.sendRequest(request)
    return { ...response, bodyAsText: response.bodyAsText?.replaceAll(/"linkStatus":"Linked"/g, '"linkStatus":"Paused"') ?? null }
  },
})

describe('a word of a service that no one knows', () => {
  it.each(['check', 'plan'] as const)('is not read, never in order: %s', async (verb) => {
    const identity = practiceIdentity({ 'contoso.com': () => openCase(CASE, [], answeringOtherwise) })
    const words = [verb, '--all', '--json', '--tenant', 'contoso.com', '--sign-in', 'secret', '--client-id', AUTOMATION.clientId]
    const { code, out } = await command(words, { variables: { LANG: 'en_US.UTF-8', AZURE_CLIENT_SECRET: 'x' }, identity })
    expect(code).toBe(3)
    const { customers } = JSON.parse(out)
    const environments: readonly { state: string; unread: readonly { key: string }[] }[] = customers[0].environments
    expect(environments.filter(({ unread }) => unread.some(({ key }) => key === 'linked-to-policy')).map(({ state }) => state)).toEqual([
      'not-read',
    ])
  })
})
