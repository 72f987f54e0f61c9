import { beforeAll, describe, expect, it, vi } from 'vitest'
import { VERBS, type Verb } from '#node/cli/cmk-wizard/grammar.ts'
import { AUTOMATION } from '#node/practice/people.ts'
import { keepRecord, readCase } from '../node/cli/cmk-wizard/kept-record.ts'
import { endsWithTheFile, inFolder, runApart, SECRET, type Served, serve, written } from '../node/cli/cmk-wizard/program.ts'

endsWithTheFile()

/** Each verb by the built program, in a process of its own: what each answers is the subject of test/node/cli/cmk-wizard. */

// As the tests that start no process: on a busy machine each takes seconds.
vi.setConfig({ testTimeout: 60_000 })

const REPORT = 'Bericht über CMK 太郎.html'

let served: Served
const records = inFolder('Aufzeichnungen 太郎')

beforeAll(async () => {
  served = await serve('already-encrypted')
  const kept = await readCase()
  await keepRecord(records, kept)
})

interface Asked {
  readonly words: readonly string[]
  readonly code: number
  readonly says: string | RegExp
}

const environment = (): readonly string[] => [...served.signedIn, '--environment', served.environmentId]

const asked: Readonly<Record<Verb, () => Asked>> = {
  environments: () => ({ words: ['environments', ...served.signedIn], code: 0, says: 'contoso-prod (Production)' }),
  check: () => ({ words: ['check', ...environment()], code: 1, says: 'contoso-prod' }),
  plan: () => ({ words: ['plan', '--practice', 'ready-to-enable'], code: 1, says: 'PRACTICE TENANT' }),
  drift: () => ({ words: ['drift', ...environment(), '--folder', records, '--json'], code: 1, says: '"changed"' }),
  'first-contact': () => ({ words: ['first-contact', '--practice', 'already-encrypted'], code: 0, says: 'answers compared' }),
  status: () => ({ words: ['status', '--folder', records], code: 0, says: 'contoso-prod' }),
  report: () => ({ words: ['report', '--folder', records, '--out', inFolder(REPORT)], code: 0, says: /^$/ }),
  // Output of the previous verb.
  verify: () => ({ words: ['verify', inFolder(REPORT)], code: 0, says: REPORT }),
  schema: () => ({ words: ['schema'], code: 0, says: '"$schema"' }),
  completion: () => ({ words: ['completion', 'bash'], code: 0, says: 'cmk-wizard' }),
  help: () => ({ words: ['help', 'check'], code: 0, says: 'cmk-wizard check' }),
}

describe('each verb of the command line on Windows', () => {
  it.each(VERBS)('%s', async (verb) => {
    const { words, code, says } = asked[verb]()
    const ended = await runApart(words, SECRET)
    expect(ended.code, ended.err).toBe(code)
    expect(ended.out).toMatch(says)
  })

  it('reads a list of customers that was written with a byte order mark and Windows’ line breaks', async () => {
    const customer = { name: 'Contoso, Jürgen', tenant: served.tenantId, signIn: { way: 'secret', clientId: AUTOMATION.clientId } }
    const text = JSON.stringify({ format: 'cmk-wizard-customers', version: 1, customers: [customer] }, undefined, 2)
    const list = written('Kunden 太郎.json', `\ufeff${text.replaceAll('\n', '\r\n')}`)
    const ended = await runApart(['environments', '--customers', list, '--cloud-file', served.cloudFile], SECRET)
    expect(ended.code, ended.err).toBe(0)
    expect(ended.out).toContain('Contoso, Jürgen')
  })
})
