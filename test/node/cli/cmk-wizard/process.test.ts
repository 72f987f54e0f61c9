import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { request } from 'node:https'
import path from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createEnvironmentPayload } from '#node/practice/environment-payload.ts'
import { AUTOMATION, PEOPLE, TENANT } from '#node/practice/people.ts'
import { standInForAzureCli } from './azure-cli.ts'
import {
  assertion,
  buildProgram,
  clientCertificate,
  type Ended,
  endsWithTheFile,
  resultIn,
  run,
  runApart,
  SECRET,
  type Served,
  serve,
  start,
  written,
} from './program.ts'

endsWithTheFile()

/** Nothing can press Ctrl+C for another process on Windows: Node.js ends it instead. */
const isWindows = process.platform === 'win32'

/** A disk without room, where the system has one to try with. */
const FULL = '/dev/full'

const HOSTILE = '=cmd|"A\'\u202e👩\u200d🔧\u001b[31m\u0007'
const HOSTILE_ID = '9d1c2b3a-4e5f-4a6b-8c7d-0e1f2a3b4c5d'

const environmentNamed = (displayName: string, name: string) =>
  createEnvironmentPayload({
    name,
    displayName,
    sku: 'Sandbox',
    tenantId: TENANT.id,
    location: 'unitedstates',
    azureRegion: 'eastus',
    protectionLevel: 'Standard',
    createdBy: { id: PEOPLE.ada.objectId, displayName: PEOPLE.ada.displayName, userPrincipalName: PEOPLE.ada.userName },
    dataverse: {
      organizationId: name,
      domainName: 'hostile',
      uniqueName: 'unqhostile',
      instanceUrl: 'https://hostile.crm.contoso.example',
    },
    financeAndOperations: { id: name, type: 'Linked', url: 'https://hostile.operations.contoso.example/' },
  })

let encrypted: Served
let ready: Served

beforeAll(async () => {
  buildProgram()
  ;[encrypted, ready] = await Promise.all([
    serve('already-encrypted'),
    serve('ready-to-enable', { environments: [environmentNamed(HOSTILE, HOSTILE_ID)] }),
  ])
}, 120_000)

/** Nothing of a sign-in is ever printed, and nothing commands the terminal. */
function isClean({ out, err }: Ended): void {
  const all = out + err
  expect(all).not.toContain(AUTOMATION.secret)
  expect(all).not.toMatch(/\beyJ[\w-]{5,}\./)
  expect(all.replaceAll('\n', '')).not.toMatch(/(?!\u200d)[\p{Cc}\p{Cf}]/u)
}

const customersIn = (ended: Ended) => {
  const result = resultIn(ended)
  if (!('customers' in result)) throw new Error('It has no customers.')
  return result.customers
}

describe('cmk-wizard against the practice cloud over HTTPS', () => {
  it('lists environments, hostile names included', async () => {
    const [json, told] = await Promise.all([
      runApart(['environments', ...ready.signedIn, '--json'], SECRET),
      run(['environments', ...ready.signedIn, '--quiet'], SECRET),
    ])
    expect([json.code, told.code, told.err]).toEqual([0, 0, ''])
    const names = customersIn(json).flatMap(({ environments }) => environments.map(({ name }) => name))
    expect(names).toContain('contoso-prod')
    // Services' names are cleaned where they come in; what is left of it is the name's own letters.
    expect(names).toContain('=cmd|"A\' 👩\u200d🔧 [31m')
    expect(told.out).toContain('contoso-prod (Production)')
    for (const each of [json, told]) isClean(each)
  })

  it('checks an environment by its name, and says who can resolve what it finds', async () => {
    const [json, told] = await Promise.all([
      run(['check', ...encrypted.signedIn, '--environment', 'CONTOSO-PROD', '--json'], SECRET),
      runApart(['check', ...encrypted.signedIn, '--environment', encrypted.environmentId], SECRET),
    ])
    expect([json.code, told.code]).toEqual([1, 1])
    const [customer] = customersIn(json)
    expect(customer).toMatchObject({ tenantId: TENANT.id, practice: false })
    expect(customer?.environments).toMatchObject([{ id: encrypted.environmentId, name: 'contoso-prod', type: 'Production' }])
    expect(told.out).toMatch(/\? F-\d+ .*\n {4}found: .*\n {4}owner: .*\n {4}next: /)
    expect(told.err).toMatch(/Signing in to .*…\nChecking .* \(1 of 1\)…\n/)
    for (const each of [json, told]) isClean(each)
  })

  it('plans, and writes the plan as a script alone', async () => {
    const planned = await run(['plan', '--practice', 'ready-to-enable', '--json'])
    const [customer] = customersIn(planned)
    expect(customer?.practice).toBe(true)
    expect(JSON.stringify(customer?.environments)).toContain('"kind":"create-vault"')
    const script = await run(['plan', '--practice', 'ready-to-enable', '--script', 'azure-cli'])
    expect(script.out).toMatch(/^#!\/usr\/bin\/env bash\n/)
    expect(script.out).not.toContain('PRACTICE TENANT')
    expect(script.err).toContain('PRACTICE TENANT')
  })

  it('says a problem of the sign-in in its own words and ends with 3', async () => {
    const ended = await runApart(['check', ...ready.signedIn, '--all'], { AZURE_CLIENT_SECRET: 'WRONG-SECRET' })
    expect(ended.code).toBe(3)
    expect(ended.out).toContain('next: ')
    expect(ended.out + ended.err).not.toContain('WRONG-SECRET')
  })

  it('ends with 3 for an environment that there is not', async () => {
    const ended = await run(['check', ...ready.signedIn, '--environment', 'no such', '--json'], SECRET)
    expect(ended.code).toBe(3)
    expect(customersIn(ended)[0]?.environments).toMatchObject([{ name: 'no such', state: 'not-read' }])
  })

  it('ends with 3, with the service’s own words, where a service gives no answer that can be read', async () => {
    const odd = await serve('already-encrypted', { faults: [{ method: 'GET', path: '/**/environments', fault: 'redirect-elsewhere' }] })
    const [json, told] = await Promise.all([
      run(['check', ...odd.signedIn, '--all', '--json'], SECRET),
      run(['check', ...odd.signedIn, '--all'], SECRET),
    ])
    expect([json.code, told.code]).toEqual([3, 3])
    expect(customersIn(json)[0]?.problem?.details).toEqual(expect.any(String))
    expect(told.out).toContain('error details: ')
  })

  it('speaks the language that is asked for, else the system’s', async () => {
    const asked = await run(['environments', '--practice', 'ready-to-enable', '--language', 'de'])
    const system = await run(['help'], { LANG: 'ja_JP.UTF-8' })
    expect(asked.out).toContain('ÜBUNGSMANDANT')
    expect(system.out).toContain('コマンド')
  })

  it('names a language that there isn’t', async () => {
    const ended = await run(['environments', '--practice', 'ready-to-enable', '--language', 'xx'])
    expect([ended.code, ended.out]).toEqual([2, ''])
    expect(ended.err).toContain('--language takes one of: en, de')
  })

  it('changed nothing in any tenant', () => {
    expect([...encrypted.server.tenant.writes(), ...ready.server.tenant.writes()]).toEqual([])
  })
})

describe('the ways to sign in', () => {
  const list = (way: readonly string[], variables: Readonly<Record<string, string>> = {}, by = run) =>
    by(['environments', '--cloud-file', ready.cloudFile, '--tenant', ready.tenantId, '--sign-in', ...way, '--json'], variables)

  it('take a secret from a variable of one’s own', async () => {
    const ended = await list(['secret', '--client-id', AUTOMATION.clientId, '--secret-variable', 'OWN'], { OWN: AUTOMATION.secret })
    expect(ended.code).toBe(0)
    isClean(ended)
  })

  it('refuse to begin where the variable isn’t set', async () => {
    const ended = await list(['secret', '--client-id', AUTOMATION.clientId])
    expect([ended.code, ended.out]).toEqual([2, ''])
    expect(ended.err).toContain('The environment variable AZURE_CLIENT_SECRET isn’t set.')
  })

  it('take the account of Azure CLI, for the tenant that is named', async () => {
    const asked = standInForAzureCli(ready)
    const PATH = `${path.dirname(asked.program)}${path.delimiter}${process.env['PATH']}`
    const ended = await list(['azure-cli'], { PATH }, runApart)
    expect(ended.code).toBe(0)
    expect(readFileSync(asked.log, 'utf8')).toContain(`--tenant ${ready.tenantId}`)
    isClean(ended)
  })

  it('take a certificate', async () => {
    const file = written('client.pem', clientCertificate)
    expect((await list(['certificate', '--client-id', AUTOMATION.clientId, '--certificate', file])).code).toBe(0)
  })

  it('take the token of a workload identity from its file', async () => {
    const file = written('token', assertion(ready))
    const ended = await list(['workload-identity', '--client-id', AUTOMATION.clientId], { AZURE_FEDERATED_TOKEN_FILE: file })
    expect([ended.code, ended.err]).toEqual([0, expect.any(String)])
    isClean(ended)
  })

  it('say that the token file is missing, or can’t be read', async () => {
    const missing = await list(['workload-identity', '--client-id', AUTOMATION.clientId])
    expect(missing.code).toBe(3)
    expect(missing.out).toContain('AZURE_FEDERATED_TOKEN_FILE')
    const unreadable = await list(['workload-identity', '--client-id', AUTOMATION.clientId, '--token-file', 'not-there'])
    expect(unreadable.code).toBe(3)
    // Not by its path: that could be the token itself.
    expect(unreadable.out).toContain('Couldn’t read the file that --token-file names: ENOENT.')
  })

  it('take the tokens of a managed identity from where it runs', async () => {
    const address = await managedIdentity()
    const ended = await list(['managed-identity'], { IDENTITY_ENDPOINT: address, IDENTITY_HEADER: 'header' }, runApart)
    expect([ended.code, ended.err]).toEqual([0, expect.any(String)])
    isClean(ended)
  })

  it.skipIf(isWindows)('show a device code, and wait for it until Ctrl+C', async () => {
    const words = ['environments', '--cloud-file', ready.cloudFile, '--tenant', ready.tenantId, '--sign-in', 'device-code']
    const child = start(words)
    const code = await heard(child, /enter the code (\S+)\.\n/)
    expect(code).toMatch(/^[A-Z0-9]{6,}$/)
    child.kill('SIGINT')
    expect(await once(child, 'close')).toEqual([130, null])
  })
})

/** A program's standard error, up to a match. */
function heard(child: ReturnType<typeof start>, what: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (part: string) => {
      said += part
      const found = what.exec(said)
      if (found) resolve(found[1] ?? '')
    })
    child.once('close', () => reject(new Error(`It ended and had said only: ${said}`)))
  })
}

/** Stands in for the endpoint of an app service: it gives real tokens of the served cloud. */
async function managedIdentity(): Promise<string> {
  const identity = ready.server.addresses().find(({ origin }) => origin === 'https://login.microsoftonline.com')?.address ?? ''
  const ca = readFileSync(JSON.parse(readFileSync(ready.cloudFile, 'utf8')).ca, 'utf8')
  const server = createServer((asked, answer) => {
    const resource = new URL(asked.url ?? '', 'http://localhost').searchParams.get('resource') ?? ''
    const form = {
      grant_type: 'client_credentials',
      client_id: AUTOMATION.clientId,
      client_secret: AUTOMATION.secret,
      scope: `${resource}/.default`,
    }
    const posting = request(`${identity}/${ready.tenantId}/oauth2/v2.0/token`, {
      ca,
      agent: false,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    posting.on('response', async (got) => {
      const { access_token, expires_in } = JSON.parse(Buffer.concat(await got.toArray()).toString('utf8'))
      answer.setHeader('content-type', 'application/json')
      answer.end(
        JSON.stringify({ access_token, expires_on: String(Math.floor(Date.now() / 1000) + expires_in), resource, token_type: 'Bearer' }),
      )
    })
    posting.end(new URLSearchParams(form).toString())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/msi/token`
}

describe('many customers', () => {
  const list = (customers: readonly unknown[]) => written('customers.json', { format: 'cmk-wizard-customers', version: 1, customers })

  it('are checked together: one that fails stops no other, and the worst exit code counts', async () => {
    const signIn = { way: 'secret', clientId: AUTOMATION.clientId }
    const file = list([
      { name: 'Contoso', tenant: ready.tenantId, environments: ['contoso-prod'], signIn },
      { name: 'Gone', tenant: 'gone.example', signIn },
      { name: HOSTILE, tenant: ready.tenantId, environments: [HOSTILE_ID], signIn },
    ])
    const ended = await run(['check', '--customers', file, '--cloud-file', ready.cloudFile, '--json'], SECRET)
    expect(ended.code).toBe(3)
    const [contoso, gone, hostile] = customersIn(ended)
    expect(contoso).toMatchObject({ customer: 'Contoso', environments: [{ name: 'contoso-prod' }] })
    expect(gone?.problem?.title).toEqual(expect.any(String))
    expect(hostile).toMatchObject({ customer: HOSTILE, environments: [{ id: HOSTILE_ID }] })
    isClean(ended)
    isClean(await run(['check', '--customers', file, '--cloud-file', ready.cloudFile], SECRET))
  })

  it('say nothing beside the results where many are read at once', async () => {
    const customers = Array.from({ length: 12 }, (_, at) => ({
      name: `Customer ${at}`,
      tenant: ready.tenantId,
      signIn: { way: 'secret', clientId: AUTOMATION.clientId },
    }))
    const words = ['environments', '--customers', list(customers), '--cloud-file', ready.cloudFile, '--at-once', '32', '--quiet', '--json']
    const ended = await runApart(words, SECRET)
    expect(ended.err).toBe('')
    expect(customersIn(ended)).toHaveLength(12)
  })

  it('are refused as a whole, by name and line, where the list is wrong', async () => {
    const file = list([{ name: 'Contoso', tenant: 'contoso.com', signIn: { way: 'secret', secret: 'TOP-SECRET' } }])
    const ended = await run(['check', '--customers', file], SECRET)
    expect([ended.code, ended.out]).toEqual([2, ''])
    expect(ended.err).toMatch(/customers\.json, line 10: Contoso, signIn\.secret: secrets don’t belong in this file/)
    expect(ended.err).not.toContain('TOP-SECRET')
  })
})

describe('as a process', () => {
  const CLOSED = 'Standard output was closed before the results were written. Read them to the end, or write them to a file.\n'

  /** Its exit code and standard error, where no one reads its results. */
  async function unheard(words: readonly string[], close: (child: ReturnType<typeof start>) => void) {
    const child = start(words, SECRET)
    close(child)
    if (!child.stderr) throw new Error('It has no pipes.')
    const [err, [code]] = await Promise.all([textOf(child.stderr), once(child, 'close')])
    return { code, err }
  }

  // Under Wine a write to a pipe succeeds although its reader closes before it has everything; Windows itself wasn't tried.
  it.skipIf(isWindows)('ends with 3, in one line, where the reader closes the pipe before it has everything', async () => {
    const hundreds = Array.from({ length: 800 }, (_, at) => environmentNamed(`${'long '.repeat(150)}${at}`, randomUUID()))
    const large = await serve('ready-to-enable', { environments: hundreds })
    const afterFirst = ({ stdout }: ReturnType<typeof start>) => void stdout?.once('data', () => stdout.destroy())
    expect(await unheard(['environments', ...large.signedIn, '--json', '--quiet'], afterFirst)).toEqual({ code: 3, err: CLOSED })
  })

  it.each([
    [['check', '--practice', 'already-encrypted', '--json', '--quiet']],
    [['check', '--practice', 'already-encrypted', '--quiet']],
    [['environments', '--practice', 'ready-to-enable', '--quiet']],
    [['help']],
    [['--version']],
  ])('ends with 3 where the reader closes the pipe before the results come: %s', async (words) => {
    expect(await unheard(words, ({ stdout }) => stdout?.destroy())).toEqual({ code: 3, err: CLOSED })
  })

  it('ends with 3 where no one reads anything of it', async () => {
    const child = start(['check', '--practice', 'already-encrypted'])
    child.stdout?.destroy()
    child.stderr?.destroy()
    expect(await once(child, 'close')).toEqual([3, null])
  })

  it('gives its results where no one reads its progress', async () => {
    const child = start(['check', '--practice', 'already-encrypted', '--json'])
    child.stderr?.destroy()
    let out = ''
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      out += part
    })
    const [code] = await once(child, 'close')
    expect(resultIn({ code, out, err: '' }).exitCode).toBe(1)
  })

  it('ends with 3 where no one reads what stands beside a script', async () => {
    const child = start(['plan', '--practice', 'ready-to-enable', '--script', 'azure-cli', '--quiet'])
    child.stderr?.destroy()
    if (!child.stdout) throw new Error('It has no pipes.')
    const [out, [code]] = await Promise.all([textOf(child.stdout), once(child, 'close')])
    expect(out).toContain('#!')
    expect(code).toBe(3)
  })

  it.skipIf(!existsSync(FULL))('ends with 3 where its results can’t be written: 1 would say that something was found', async () => {
    const full = openSync(FULL, 'w')
    onTestFinished(() => closeSync(full))
    const child = start(['schema'], {}, full)
    const said: string[] = []
    child.stderr?.setEncoding('utf8').on('data', (part: string) => said.push(part))
    expect(await once(child, 'close')).toEqual([3, null])
    expect(said.join('')).toMatch(/^The command didn’t finish: ENOSPC.*\n$/)
  })

  it.skipIf(isWindows)('ends at once with Ctrl+C while it reads', async () => {
    const slow = await serve('already-encrypted', {}, 250)
    const child = start(['check', ...slow.signedIn, '--environment', slow.environmentId, '--json'], SECRET)
    let out = ''
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      out += part
    })
    await heard(child, /(Checking) /)
    child.kill('SIGINT')
    expect(await once(child, 'close')).toEqual([130, null])
    // A whole document, which says of what was asked that it was canceled.
    expect(customersIn({ code: 130, out, err: '' })).toMatchObject([{ environments: [{ state: 'canceled' }] }])
  })

  it('has no color without a terminal, with or without NO_COLOR', async () => {
    for (const variables of [{}, { NO_COLOR: '1' }, { FORCE_COLOR: '1' }])
      expect((await run(['check', '--practice', 'ready-to-enable'], variables)).out).not.toContain('\u001b')
  })

  it('ends with 2 and says where help is, with nothing on standard output', async () => {
    const ended = await runApart(['check', '--enviroment', 'x'])
    expect([ended.code, ended.out]).toEqual([2, ''])
    expect(ended.err).toBe('check has no option --enviroment. Did you mean --environment?\nOptions and examples: cmk-wizard help check\n')
  })

  it('names a cloud file that isn’t accepted', async () => {
    const ended = await run(['check', '--tenant', 'contoso.com', '--sign-in', 'azure-cli', '--all', '--cloud-file', 'not-there.json'])
    expect(ended.code).toBe(2)
    expect(ended.err).toContain('not-there.json')
  })
})
