import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline'
import { describe, expect, it } from 'vitest'
import { AUTOMATION } from '#node/practice/people.ts'
import { command } from './in-process.ts'
import { CASE } from './kept-record.ts'
import { openCase, practiceIdentity } from './practice-identity.ts'

/** As Power Platform answers an app that no administrator has registered there. */
const MESSAGE = `The service principal with id '1' for application ${AUTOMATION.clientId} does not have permission to access the path 'https://api.bap.microsoft.com/x' in tenant 2.`

const refusing =
  (message: string) =>
  (network: HttpClient): HttpClient => ({
    sendRequest: async (request) =>
      /api\.bap\.microsoft\.com/.test(request.url)
        ? { request, status: 403, headers: createHttpHeaders(), bodyAsText: JSON.stringify({ error: { code: 'Forbidden', message } }) }
        : network.sendRequest(request),
  })

const SIGN_IN = ['--tenant', 'contoso.com', '--sign-in', 'secret', '--client-id', AUTOMATION.clientId]

const said = async (message: string, ...words: readonly string[]) => {
  const identity = practiceIdentity({ 'contoso.com': () => openCase(CASE, [], refusing(message)) })
  return command([...words, ...SIGN_IN], { variables: { LANG: 'en_US.UTF-8', AZURE_CLIENT_SECRET: 'x' }, identity })
}

describe('an app that isn’t registered in Power Platform', () => {
  it.each([
    ['environments', []],
    ['check', ['--all']],
    ['check', ['--environment', '3c9e7b14-52d8-4f60-8a1b-d7f0c6e4a259']],
  ] as const)('is told how an administrator registers it: %s %j', async (verb, words) => {
    const { out } = await said(MESSAGE, verb, ...words)
    expect(out).toContain(`New-PowerAppManagementApp -ApplicationId ${AUTOMATION.clientId}`)
  })

  it('isn’t what another refusal means', async () => {
    const { out } = await said('The user does not have the permission.', 'environments')
    expect(out).not.toContain('New-PowerAppManagementApp')
  })
})
