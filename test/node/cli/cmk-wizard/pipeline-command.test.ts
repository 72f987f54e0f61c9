import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { HttpClient } from '@azure/core-rest-pipeline'
import { expect, it } from 'vitest'
import { SCRIPT_LANGUAGES } from '#machines/procedure/script-languages.ts'
import { testFolder } from '#test/folder.ts'
import { command } from './in-process.ts'
import { keepRecord, readCase } from './kept-record.ts'
import { openCase, practiceIdentity } from './practice-identity.ts'

/* A script and a report are written as they are. Who can rename an environment isn't who runs the pipeline. */

const COMMAND = '##vso[task.complete result=Succeeded;]'
const REFUSED = 'Not printed: a name in it looks like a command to a pipeline. Write it with --out.\n'

const renamed = (network: HttpClient): HttpClient => ({
  async sendRequest(request) {
    const response = await network.sendRequest(request)
    return { ...response, bodyAsText: (response.bodyAsText ?? '').replaceAll('"contoso-prod"', `"${COMMAND}"`) }
  },
})

function plan(...words: readonly string[]) {
  const { environmentId } = openCase('ready-to-enable').practice.scenario
  const signIn = ['--tenant', 'contoso.example', '--sign-in', 'secret', '--client-id', environmentId]
  return command(['plan', ...signIn, '--environment', environmentId, ...words], {
    variables: { LANG: 'en_US.UTF-8', AZURE_CLIENT_SECRET: 'x' },
    identity: practiceIdentity({ 'contoso.example': () => openCase('ready-to-enable', [], renamed) }),
  })
}

it.each(SCRIPT_LANGUAGES)('a name commands no pipeline whose log has the script in %s', async (language) => {
  const { code, out, err } = await plan('--script', language)
  expect(out).not.toContain(COMMAND)
  expect([code, err.slice(-REFUSED.length)]).toEqual([3, REFUSED])
})

it('a script with such a name is written to files', async () => {
  const folder = path.join(testFolder(), 'script')
  const { code } = await plan('--script', 'azure-cli', '--out', folder)
  expect(code).toBe(1)
  expect(
    readdirSync(folder)
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .join(),
  ).toContain(COMMAND)
})

it.each(['html', 'json'])('a name commands no pipeline whose log has the report as %s', async (format) => {
  const folder = testFolder()
  await keepRecord(folder, await readCase(), COMMAND)
  expect(await command(['report', '--folder', folder, '--format', format])).toEqual({ code: 3, out: '', err: REFUSED })
})
