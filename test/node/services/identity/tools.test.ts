import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { keepingTokens } from '#node/services/identity/kept-tokens.ts'
import { testFolder } from '#test/folder.ts'
import { entrance, openOf, problemOf } from './entering.ts'
import { fakeIdentity, TENANT_ID, tokenFor } from './fake-identity.ts'
import { onlyAzureCli, onlyOnPath } from './tools-on-path.ts'

const onUnix = process.platform !== 'win32'

/** Azure CLI, as far as a token is asked of it. `$6` is the audience. */
const signedInCli = `case "$1 $2" in "account get-access-token") ;; *) exit 2 ;; esac
echo '{ "accessToken": "${tokenFor('any')}", "expires_on": ${Math.floor(Date.now() / 1000) + 3600}, "tokenType": "Bearer" }'`

const signedInPowerShell = `[ "$1" = "/?" ] && exit 0
echo '{ "Token": "${tokenFor('any')}", "ExpiresOn": "${new Date(Date.now() + 3_600_000).toISOString()}" }'`

const failing = (words: string): string => `[ "$1" = "/?" ] && exit 0\necho "${words}" >&2\nexit 1`

async function door() {
  const fake = await fakeIdentity()
  return entrance(fake.cloud, { customCloud: { cloud: fake.cloud, authorities: [fake.ca] } })
}

/** Also run in Windows' Node.js. */
describe('the account that is signed in to Azure CLI', () => {
  it('opens the tenant without a question', async () => {
    onlyAzureCli({
      prints: JSON.stringify({ accessToken: tokenFor('any'), expires_on: Math.floor(Date.now() / 1000) + 3600, tokenType: 'Bearer' }),
    })
    const { tenant } = openOf(await (await door()).enter({ way: 'azure-cli', tenant: TENANT_ID }))
    expect(tenant).toMatchObject({ account: { userName: 'ada@contoso.example' }, refusedAudiences: [] })
  })

  it('is asked for by the command, where there is none', async () => {
    onlyAzureCli({ fails: "ERROR: Please run 'az login' to setup account." })
    const problem = problemOf(await (await door()).enter({ way: 'azure-cli', tenant: TENANT_ID }))
    expect(problem.title).toBe('No one is signed in to Azure CLI for this tenant')
  })

  it('is missing with the tool: it isn’t started, since the system would say so in its own language', async () => {
    vi.stubEnv('PATH', testFolder({ 'other.cmd': '@echo other' }))
    onTestFinished(() => void vi.unstubAllEnvs())
    const problem = problemOf(await (await door()).enter({ way: 'azure-cli', tenant: TENANT_ID }))
    expect(problem.title).toBe('Azure CLI wasn’t found on this computer')
    expect(problem.refusal).toBeUndefined()
  })
})

describe.runIf(onUnix)('the account that is signed in to a tool', () => {
  it.each([
    ['azure-cli', { az: signedInCli }],
    ['azure-powershell', { pwsh: signedInPowerShell }],
  ] as const)('%s opens the tenant without a question', async (way, programs) => {
    onlyOnPath(programs)
    const { enter, opened, files } = await door()
    const { tenant } = openOf(await enter({ way, tenant: TENANT_ID }))
    expect(tenant).toMatchObject({ account: { userName: 'ada@contoso.example' }, refusedAudiences: [] })
    expect(tenant.note).toBeUndefined()
    expect(opened).toEqual([])
    expect(files.contents.size).toBe(0)
  })

  it.each([
    ['azure-cli', { az: failing("Please run 'az login' to setup account.") }, 'az login --tenant 6b1f5d2e'],
    ['azure-powershell', { pwsh: failing('Run Connect-AzAccount to login.') }, 'Connect-AzAccount -Tenant 6b1f5d2e'],
  ] as const)('%s without an account says which command signs in', async (way, programs, command) => {
    onlyOnPath(programs)
    const problem = problemOf(await (await door()).enter({ way, tenant: TENANT_ID }))
    expect(problem.title).toMatch(/^No one is signed in to Azure (CLI|PowerShell) for this tenant$/)
    expect(problem.remedy).toContain(command)
  })

  it.each([
    ['sh: 1: az: not found', 'Azure CLI wasn’t found on this computer'],
    ['Starting.\naz: /opt/az/bin/az: not found\nEnded.', 'Azure CLI wasn’t found on this computer'],
    ['az: failed\nThe tenant was not found', 'The sign-in was refused'],
    ['not found, says az: the tenant', 'The sign-in was refused'],
  ])('azure-cli that says “%s” is there or not', async (words, title) => {
    onlyOnPath({ az: failing(words) })
    expect(problemOf(await (await door()).enter({ way: 'azure-cli', tenant: TENANT_ID })).title).toContain(title)
  })

  it.each(['azure-cli', 'azure-powershell'] as const)('%s that is not on this computer is named, with the ways around it', async (way) => {
    onlyOnPath({})
    const problem = problemOf(await (await door()).enter({ way, tenant: TENANT_ID }))
    expect(problem.title).toMatch(/^Azure (CLI|PowerShell) wasn’t found on this computer$/)
    expect(problem.remedy).toContain('choose another sign-in method')
  })

  it.each([
    ['azure-cli', { az: signedInCli }],
    ['azure-powershell', { pwsh: signedInPowerShell }],
  ] as const)('%s is found once it is installed, without a restart', async (way, programs) => {
    const { enter } = await door()
    onlyOnPath({})
    expect(problemOf(await enter({ way, tenant: TENANT_ID })).title).toContain('wasn’t found')
    onlyOnPath(programs)
    expect(openOf(await enter({ way, tenant: TENANT_ID })).tenant.refusedAudiences).toEqual([])
  })

  it('whose sign-in was revoked is read by Entra’s own code', async () => {
    onlyOnPath({
      az: failing(
        'AADSTS50173: The provided grant has expired due to it being revoked. Interactive authentication is needed. Please run: az login --scope x',
      ),
    })
    expect(problemOf(await (await door()).enter({ way: 'azure-cli', tenant: TENANT_ID }))).toMatchObject({
      title: 'Your sign-in has ended',
      refusal: { code: 'AADSTS50173', request: 'Sign-in (azure-cli)' },
    })
  })

  it.each([
    ['azure-cli', 'az', signedInCli],
    ['azure-powershell', 'pwsh', signedInPowerShell],
  ] as const)('%s is started once for each service, however many requests follow', async (way, program, script) => {
    const starts = path.join(testFolder(), 'starts')
    // How Azure PowerShell’s library looks whether there is one is no question for a token.
    onlyOnPath({ [program]: `[ "$1" = "/?" ] || echo started >> '${starts}'\n${script}` })
    const { services } = openOf(await (await door()).enter({ way, tenant: TENANT_ID }))
    const signal = new AbortController().signal
    await services.azure.listSubscriptions(signal)
    await services.azure.listSubscriptions(signal)
    expect(readFileSync(starts, 'utf8').match(/started/g)).toHaveLength(3)
  })

  it('azure-powershell is looked for once, and by its library before each token', async () => {
    const looks = path.join(testFolder(), 'looks')
    onlyOnPath({ pwsh: `[ "$1" = "/?" ] && echo looked >> '${looks}'\n${signedInPowerShell}` })
    openOf(await (await door()).enter({ way: 'azure-powershell', tenant: TENANT_ID }))
    expect(readFileSync(looks, 'utf8').match(/looked/g)).toHaveLength(1 + 3)
  })

  it('is started again shortly before its token expires', async () => {
    let now = Date.parse('2026-11-24T10:00:00Z')
    const given: string[] = []
    const { getToken } = keepingTokens(
      {
        async getToken(scope) {
          given.push(String(scope))
          return { token: `${scope} ${given.length}`, expiresOnTimestamp: now + 3_600_000 }
        },
      },
      () => now,
    )
    const tokenFor = async (scope: string) => (await getToken(scope, {}))?.token
    expect([await tokenFor('a'), await tokenFor('a'), await tokenFor('b')]).toEqual(['a 1', 'a 1', 'b 2'])
    now += 54 * 60_000
    expect(await tokenFor('a')).toBe('a 1')
    now += 2 * 60_000
    expect([await tokenFor('a'), await tokenFor('a')]).toEqual(['a 3', 'a 3'])
    // A service that no longer takes the token says why in claims: the one that is kept would be turned away again.
    await getToken('a', { claims: '{}' })
    expect(given).toHaveLength(4)
  })

  it('is one account: a token of another one isn’t taken for a service', async () => {
    const bob = tokenFor('any', { oid: '99999999-3b5f-4a86-9c0d-1e2f3a4b5c6d', upn: 'bob@contoso.example' })
    onlyOnPath({
      az: `case "$6" in https://vault.azure.net) echo '{ "accessToken": "${bob}", "expires_on": 4102444800 }'; exit ;; esac\n${signedInCli}`,
    })
    const { tenant } = openOf(await (await door()).enter({ way: 'azure-cli', tenant: TENANT_ID }))
    expect(tenant.account.userName).toBe('ada@contoso.example')
    expect(tenant.refusedAudiences).toMatchObject([
      { audience: 'key-vault', problem: { meaning: expect.stringContaining('another account') } },
    ])
  })

  it.each(['5', 'null', '{}', '["a.b.c"]', '""'])('that gives %s for a token doesn’t say who signed in', async (token) => {
    onlyOnPath({ az: `echo '{ "accessToken": ${token}, "expires_on": 4102444800 }'` })
    const problem = problemOf(await (await door()).enter({ way: 'azure-cli', tenant: TENANT_ID }))
    expect(problem.title).toBe('The sign-in doesn’t say who signed in')
  })

  it('that gives no token for one service is of use for the others', async () => {
    onlyOnPath({
      az: `case "$6" in https://vault.azure.net) echo 'AADSTS65002: Consent between first party applications must be configured. az login --scope x' >&2; exit 1 ;; esac\n${signedInCli}`,
    })
    const { tenant } = openOf(await (await door()).enter({ way: 'azure-cli', tenant: TENANT_ID }))
    expect(tenant.refusedAudiences).toMatchObject([{ audience: 'key-vault', problem: { refusal: { code: 'AADSTS65002' } } }])
  })
})

/** Processor time of this process, in milliseconds, while a sign-in fails by a tool that says this on one line. */
async function processorTimeOf(way: 'azure-cli' | 'azure-powershell', says: string): Promise<number> {
  const file = path.join(testFolder({ said: says }), 'said')
  const script = `[ "$1" = "/?" ] && exit 0\nexec 1>&2\nwhile IFS= read -r line; do printf '%s' "$line"; done < '${file}'\nprintf '%s' "$line"\nexit 1`
  onlyOnPath({ [way === 'azure-cli' ? 'az' : 'pwsh']: script })
  const { enter } = await door()
  const before = process.cpuUsage()
  problemOf(await enter({ way, tenant: TENANT_ID }))
  return process.cpuUsage(before).user / 1000
}

describe.runIf(onUnix)('a long line that a tool writes before it fails', () => {
  it.each([
    ['azure-cli', 'x'],
    ['azure-cli', 'az:'],
    ['azure-cli', 'az login'],
    ['azure-powershell', 'x'],
    ['azure-powershell', 'Az.Accounts'],
    ['azure-powershell', 'Run Connect-AzAccount to login'],
  ] as const)('of %s, made of “%s”, takes no more than in proportion to its length', async (way, word) => {
    const ofLength = (length: number) => processorTimeOf(way, word.repeat(length / word.length))
    const short = await ofLength(12_000)
    // Sixteen times as long; where each character is compared with each, it takes 256 times as long.
    expect(await ofLength(192_000)).toBeLessThan(16 * Math.max(short, 50))
  })
})
