import { spawnSync } from 'node:child_process'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Action, ActionKind } from '#machines/procedure/action.ts'
import { NEAR_EXPIRY_ALERT_NAME, nearExpiryBody } from '#machines/procedure/actions/alert-near-expiry/near-expiry.ts'
import { LOCK_NAME } from '#machines/procedure/actions/create-lock/lock.ts'
import { actionGroupBody, actionGroupId, emailReceiver } from '#machines/procedure/actions/mail-alerts/action-group.ts'
import { AUDIT_LOG_NAME } from '#machines/procedure/actions/send-audit-log/audit-log.ts'
import { policyId, vaultId } from '#machines/procedure/ids.ts'
import { AZURE_ROLES } from '#machines/procedure/rights/roles.ts'
import { auditLogBody, LOCK_BODY, ROTATION_BODY, vaultBody } from '#node/exporters/requests.ts'
import { writeScript } from '#node/exporters/write-script.ts'
import { assignmentName } from '#node/services/azure/assignment-name.ts'
import { type FakeCloud, fakeCloud, isRead, type State } from './run-bash.ts'
import {
  ADMINISTRATOR,
  actions,
  actionsFor,
  allNamed,
  context,
  ENVIRONMENT,
  HOSTILE,
  KEY_ACCESS,
  NAMES,
  POLICY,
  PRINCIPAL,
  SUBSCRIPTION,
  TENANT,
  VAULT,
  wholeProcedure,
} from './samples.ts'

// A run is dozens of processes: half a second alone on a core, several on a busy one.
vi.setConfig({ testTimeout: 30_000 })

const written = (plan: readonly Action[]): string => writeScript('azure-cli', plan, context)['enable-cmk.sh'] ?? ''

const clouds: FakeCloud[] = []
async function cloud(state: State = {}): Promise<FakeCloud> {
  const made = await fakeCloud(state)
  clouds.push(made)
  return made
}
afterEach(async () => {
  await Promise.all(clouds.splice(0).map((each) => each.close()))
})

/** The changes a run made, without the reads. */
const changesOf = (calls: readonly (readonly string[])[]) =>
  calls
    .filter((call) => !isRead(call))
    .map((call) => call.filter((word) => word !== '--only-show-errors' && word !== '--output' && word !== 'tsv'))

const EVERYTHING_BEFORE_THE_POLICY = { provider: '', group: '', vault: '', key: '' }
const READY_TO_LINK = { ...EVERYTHING_BEFORE_THE_POLICY, policy: '', managed: '' }
const OLD_ROLES = `${VAULT} /x/${KEY_ACCESS} 2026-01-05T09:00:00Z\n${POLICY} /x/${AZURE_ROLES.reader} 2026-01-05T09:00:00Z\n`

const roleBody = (roleId: string, principalId: string, principalType: string) => ({
  properties: {
    roleDefinitionId: `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`,
    principalId,
    principalType,
  },
})

const ACTION_GROUP = actionGroupId(SUBSCRIPTION, NAMES.vaultGroup)

/** A request, as az makes it of its address and its body. */
const rest = (method: string, url: string, body: unknown, ...options: readonly string[]) => [
  ...['rest', `--method=${method}`, ...options, `--url=${url}`],
  `--body=${JSON.stringify(body)}`,
]
const platform = (path: string, body: unknown) =>
  rest(
    'post',
    `https://api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform/environments/${ENVIRONMENT}/${path}`,
    body,
    '--resource=https://service.powerapps.com',
  )
const SYSTEM_ID = { SystemId: '/regions/europe/providers/Microsoft.PowerPlatform/enterprisePolicies/s' }
const newKey = ['keyvault', 'key', 'create', `--id=https://vault.test/keys/${NAMES.key}`, '--kty=RSA', '--size=3072']

/** For each action, what has to be there already and the one change it makes. */
const EXPECTED: Readonly<Record<ActionKind, { readonly given: State; readonly change: readonly string[] }>> = {
  'register-provider': {
    given: {},
    change: [
      ...['rest', '--method=post'],
      `--url=/subscriptions/${SUBSCRIPTION}/providers/Microsoft.PowerPlatform/register?api-version=2025-04-01`,
    ],
  },
  'create-resource-group': {
    given: {},
    change: rest('put', `/subscriptions/${SUBSCRIPTION}/resourceGroups/${NAMES.group}?api-version=2025-04-01`, {
      location: 'westeurope',
      tags: { 'cost center': 'rg-cmk' },
    }),
  },
  'create-vault': {
    given: {},
    change: rest('put', `${VAULT}?api-version=2026-02-01`, vaultBody(actions['create-vault'].vault)),
  },
  'turn-on-purge-protection': {
    given: { vault: '' },
    change: rest('patch', `${VAULT}?api-version=2026-02-01`, { properties: { enablePurgeProtection: true } }),
  },
  'create-key': {
    given: { vault: '' },
    change: newKey,
  },
  'create-policy': {
    given: {},
    change: [
      ...['resource', 'create', `--id=${POLICY}`, '--is-full-object', '--api-version=2020-10-30'],
      `--properties={"location":"europe","kind":"Encryption","identity":{"type":"SystemAssigned"},"tags":{"cost center":"rg-cmk"},"properties":{"encryption":{"state":"Enabled","keyVault":{"id":"${VAULT}","key":{"name":"${NAMES.key}"}}}}}`,
    ],
  },
  'grant-key-access': {
    given: { policy: '' },
    change: rest(
      'put',
      `${VAULT}/providers/Microsoft.Authorization/roleAssignments/${assignmentName(VAULT, PRINCIPAL, KEY_ACCESS)}?api-version=2022-04-01`,
      roleBody(KEY_ACCESS, PRINCIPAL, 'ServicePrincipal'),
    ),
  },
  'grant-reader': {
    given: { policy: '' },
    change: rest(
      'put',
      `${POLICY}/providers/Microsoft.Authorization/roleAssignments/${assignmentName(POLICY, ADMINISTRATOR, AZURE_ROLES.reader)}?api-version=2022-04-01`,
      roleBody(AZURE_ROLES.reader, ADMINISTRATOR, 'User'),
    ),
  },
  'set-rotation-policy': {
    given: { vault: '', key: '' },
    change: [
      ...['keyvault', 'key', 'rotation-policy', 'update', `--id=https://vault.test/keys/${NAMES.key}`],
      `--value=${JSON.stringify(ROTATION_BODY)}`,
    ],
  },
  'send-audit-log': {
    given: {},
    change: rest(
      'put',
      `${VAULT}/providers/Microsoft.Insights/diagnosticSettings/${AUDIT_LOG_NAME}?api-version=2021-05-01-preview`,
      auditLogBody(actions['send-audit-log']),
    ),
  },
  'mail-alerts': {
    given: {},
    change: rest('put', `${ACTION_GROUP}?api-version=2023-01-01`, actionGroupBody(actions['mail-alerts'].emails)),
  },
  'alert-near-expiry': {
    given: {},
    change: rest(
      'put',
      `${VAULT}/providers/Microsoft.EventGrid/eventSubscriptions/${NEAR_EXPIRY_ALERT_NAME}?api-version=2025-02-15`,
      nearExpiryBody(ACTION_GROUP),
    ),
  },
  'create-lock': {
    given: {},
    change: rest('put', `${VAULT}/providers/Microsoft.Authorization/locks/${LOCK_NAME}?api-version=2020-05-01`, LOCK_BODY),
  },
  'enable-managed-environment': {
    given: {},
    change: platform('governanceConfiguration?api-version=2021-04-01', { protectionLevel: 'Standard', settings: { extendedSettings: {} } }),
  },
  'link-environment': {
    given: READY_TO_LINK,
    change: platform('enterprisePolicies/Encryption/link?api-version=2019-10-01', SYSTEM_ID),
  },
  'rotate-key': {
    given: { vault: '', key: '' },
    change: newKey,
  },
  'unlink-environment': {
    given: { ...READY_TO_LINK, 'link-status': 'Linked' },
    change: platform('enterprisePolicies/Encryption/unlink?api-version=2019-10-01', SYSTEM_ID),
  },
}

describe('an action as a script for Azure CLI', () => {
  for (const action of Object.values(actions)) {
    it(`makes one change for ${action.kind}, and none when it is run again`, async () => {
      const { given, change } = EXPECTED[action.kind]
      const { run } = await cloud(given)
      const first = await run(written([action]))
      expect(first).toMatchObject({ status: 0, errors: '', left: [] })
      expect(changesOf(first.calls)).toEqual([change])
      expect(first.output).toContain('Changed: 1.')
      const second = await run(written([action]))
      expect(changesOf(second.calls)).toEqual([])
      expect(second.output).toContain('Changed: 0.')
    })
  }

  it('creates a key through Azure Resource Manager where the vault keeps this computer’s network out', async () => {
    const { run } = await cloud({ vault: '' })
    const { calls } = await run(written([{ ...actions['create-key'], throughAzure: true }]))
    expect(changesOf(calls)).toEqual([
      rest('put', `${VAULT}/keys/${NAMES.key}?api-version=2026-02-01`, {
        properties: { kty: 'RSA', keySize: 3072, attributes: { enabled: true } },
      }),
    ])
  })

  it('adds to the access policies of a vault that has no roles, and only what is missing', async () => {
    const { run } = await cloud({ policy: '', vault: '' })
    const script = written([{ ...actions['grant-key-access'], byAccessPolicy: true }])
    const { calls } = await run(script)
    expect(changesOf(calls)).toEqual([
      rest('put', `${VAULT}/accessPolicies/add?api-version=2026-02-01`, {
        properties: {
          accessPolicies: [{ tenantId: TENANT, objectId: PRINCIPAL, permissions: { keys: ['get', 'wrapKey', 'unwrapKey'] } }],
        },
      }),
    ])
    expect(changesOf((await run(script)).calls)).toEqual([])
  })
})

describe('a whole procedure as a script for Azure CLI', () => {
  it('makes every change once and in order, waits for the new access, proves the end, and changes nothing the second time', async () => {
    const { run } = await cloud()
    const first = await run(written(wholeProcedure()))
    expect(first).toMatchObject({ status: 0, errors: '', left: [] })
    expect(changesOf(first.calls)).toEqual(wholeProcedure().map(({ kind }) => EXPECTED[kind].change))
    // The time of the steps in between counts toward the wait.
    const waited = Number(first.sleeps.find((seconds) => seconds !== '15'))
    expect(waited).toBeGreaterThan(280)
    expect(waited).toBeLessThanOrEqual(300)
    expect(first.output).toContain(`Linked: the environment names ${POLICY}, status Linked.`)
    expect(first.output.trimEnd().endsWith('Changed: 9.')).toBe(true)
    const second = await run(written(wholeProcedure()))
    expect(second.status).toBe(0)
    expect(changesOf(second.calls)).toEqual([])
    expect(second.sleeps).toEqual([])
    expect(second.output).toContain('No changes are left.')
    expect(second.output).toContain('Linked: ')
  })

  it('begins by showing every change and whom it cuts off, and with --show ends there', async () => {
    const { run } = await cloud()
    const { status, output, calls } = await run(written(wholeProcedure()), ['--show'])
    expect(status).toBe(0)
    expect(output.match(/ {2}to do {3}/g)).toHaveLength(9)
    expect(output).toContain('USERS ARE OFFLINE FOR ALL OR PART OF THIS TIME')
    expect(changesOf(calls)).toEqual([])
  })

  it('changes nothing when it cannot ask and --yes was not given', async () => {
    const { run } = await cloud()
    const { status, errors, calls } = await run(written(wholeProcedure()), [])
    expect(status).toBe(1)
    expect(errors).toContain('nobody can be asked here')
    expect(changesOf(calls)).toEqual([])
  })

  it('explains its options, and takes no others', async () => {
    const { run } = await cloud()
    expect(await run(written([]), ['--help'])).toMatchObject({ status: 0, calls: [] })
    expect(await run(written([]), ['--force'])).toMatchObject({ status: 2, calls: [] })
  })

  it('stops in another tenant before it reads anything', async () => {
    const { run } = await cloud({ tenant: 'eeeeeeee-0000-4000-8000-000000000001' })
    const { status, errors, calls } = await run(written(wholeProcedure()))
    expect(status).toBe(1)
    expect(errors).toContain(`this plan is for ${TENANT}`)
    expect(calls).toHaveLength(1)
  })

  it('names no host but in settings that a variable can replace', async () => {
    const script = written(wholeProcedure())
    const code = script.split('\n').filter((line) => !line.trimStart().startsWith('#'))
    expect(code.filter((line) => line.includes('https://'))).toEqual([
      "POWER_PLATFORM_URL='https://api.bap.microsoft.com'",
      "POWER_PLATFORM_AUDIENCE='https://service.powerapps.com'",
    ])
    const { run } = await cloud(READY_TO_LINK)
    const { calls } = await run(script, ['--yes'], {
      CMK_POWER_PLATFORM_URL: 'https://localhost:9443',
      CMK_POWER_PLATFORM_AUDIENCE: 'api://practice',
    })
    const platform = calls.filter((call) => call.some((word) => word.startsWith('--resource=')))
    expect(platform.length).toBeGreaterThan(0)
    for (const call of platform) {
      expect(call).toContain('--resource=api://practice')
      expect(call.find((word) => word.startsWith('--url='))).toMatch(/^--url=https:\/\/localhost:9443\//)
    }
  })

  it('holds for every plan what bash takes for a script', () => {
    for (const plan of [[], wholeProcedure(), ...Object.values(actions).map((action) => [action])]) {
      const { status, stderr } = spawnSync('bash', ['-n'], { input: written(plan), encoding: 'utf8' })
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    }
    expect(written([])).toContain('\nset -euo pipefail\n')
  })
})

describe('what goes wrong on the way', () => {
  it('a new identity that the directory does not know yet is waited for', async () => {
    const { run } = await cloud({ policy: '', 'principal-unknown': '3' })
    const { status, calls, sleeps } = await run(written([actions['grant-key-access']]))
    expect(status).toBe(0)
    expect(changesOf(calls)).toHaveLength(4)
    expect(sleeps).toEqual(['15', '15', '15'])
  })

  it('people who get mail already keep getting it when someone is added to the action group', async () => {
    const [first = '', second = ''] = actions['mail-alerts'].emails
    const { run } = await cloud({ 'action-group': `enabled true\nmail ${first.toUpperCase()}\nmail other@contoso.example\n` })
    const { status, errors, calls } = await run(written([actions['mail-alerts']]))
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
    const update = ['resource', 'update', `--ids=${ACTION_GROUP}`, '--api-version=2023-01-01']
    expect(changesOf(calls)).toEqual([
      [...update, '--set', 'properties.enabled=true'],
      [...update, '--add', 'properties.emailReceivers', JSON.stringify(emailReceiver(second))],
    ])
  })

  it('a role that another person assigned meanwhile counts as assigned', async () => {
    const { run } = await cloud({ policy: '', 'role-exists': '1' })
    expect(await run(written([actions['grant-key-access']]))).toMatchObject({ status: 0, errors: '' })
  })

  it('access that is old enough is not waited for, on any page of the list', async () => {
    const { run } = await cloud({ ...READY_TO_LINK, roles: OLD_ROLES })
    const { calls, sleeps } = await run(written([actions['grant-key-access'], actions['grant-reader'], actions['link-environment']]))
    expect(changesOf(calls)).toEqual([EXPECTED['link-environment'].change])
    expect(sleeps.filter((seconds) => seconds !== '15')).toEqual([])
  })

  it('access that an interrupted run gave a minute ago is waited for', async () => {
    const given = new Date(Date.now() - 60_000).toISOString()
    const { run } = await cloud({ ...READY_TO_LINK, roles: `${VAULT} /x/${KEY_ACCESS} ${given}\n` })
    const { sleeps } = await run(written([actions['grant-key-access'], actions['link-environment']]))
    const waited = Number(sleeps.find((seconds) => seconds !== '15'))
    expect(waited).toBeGreaterThan(200)
    expect(waited).toBeLessThanOrEqual(241)
  })

  it('a link that fails is said with its operation, and can be tried again', async () => {
    const { run, put } = await cloud({ ...READY_TO_LINK, 'link-fails': '' })
    const failed = await run(written([actions['link-environment']]))
    expect(failed.status).toBe(1)
    expect(failed.errors).toMatch(/operation op-\d+ ended Failed/)
    await put({ 'link-status': 'LinkFailed' })
    const again = await run(written([actions['link-environment']]))
    expect(again.status).toBe(1)
    expect(changesOf(again.calls)).toEqual([EXPECTED['link-environment'].change])
  })

  it('a link that runs already is looked at until it ends, not begun again', async () => {
    const { run } = await cloud({ ...READY_TO_LINK, 'link-status': 'Linking', operations: 'op-1 NewCustomerManagedKey Running\n' })
    const { status, output, calls } = await run(written([actions['link-environment']]))
    expect(status).toBe(0)
    expect(changesOf(calls)).toEqual([])
    expect(output).toContain('it runs already')
    expect(output).toContain('Linked: ')
  })

  it('an environment in another policy stays there', async () => {
    const { run } = await cloud({ ...READY_TO_LINK, 'link-status': 'Linked' })
    const { status, errors, calls } = await run(written([actions['link-environment']]), ['--yes'], { FAKE_POLICY: '/subscriptions/other' })
    expect(status).toBe(1)
    expect(errors).toContain('another encryption policy: /subscriptions/other')
    expect(changesOf(calls)).toEqual([])
  })

  it('an operation that outlasts the time continues, and the script says so', async () => {
    const { run } = await cloud({ ...READY_TO_LINK, 'link-fails': '' })
    const { status, errors } = await run(written([actions['link-environment']]), ['--yes'], { CMK_OPERATION_TIMEOUT_SECONDS: '0' })
    expect(status).toBe(1)
    expect(errors).toContain('the operation still runs')
  })

  it('a service that asks for a pause gets it, also before an operation is asked for', async () => {
    const { run } = await cloud({ ...READY_TO_LINK, busy: '2' })
    expect(await run(written([actions['link-environment']]))).toMatchObject({ status: 0, errors: '' })
  })

  it('an operation is not asked for twice when it may have begun', async () => {
    const { run } = await cloud({ ...READY_TO_LINK, unavailable: '1' })
    const { status, errors, calls } = await run(written([actions['link-environment']]))
    expect(status).toBe(1)
    expect(errors).toContain('ServiceUnavailable')
    expect(changesOf(calls)).toHaveLength(1)
  })
})

describe('hostile names in a script for Azure CLI', () => {
  const names = HOSTILE
  const actionsOf = (name: string) => actionsFor(allNamed(name))

  it('reach az as they are when it is asked, and run nothing', async () => {
    const { run } = await cloud({ vault: '' })
    const plan = names.flatMap((name) => [actionsOf(name)['create-resource-group'], actionsOf(name)['create-key']])
    const { status, errors, calls, left } = await run(written(plan), ['--show'])
    expect({ status, errors, left }).toEqual({ status: 0, errors: '', left: [] })
    const askedFor = (command: string) => calls.filter((call) => call.slice(0, 2).join(' ') === command)
    expect(askedFor('rest --method=get').map((call) => call[2])).toEqual(
      names.flatMap((name) => {
        const group = `/subscriptions/${SUBSCRIPTION}/resourceGroups/${encodeURIComponent(name)}`
        const vault = `${group}/providers/Microsoft.KeyVault/vaults/${encodeURIComponent(name)}`
        return [`--url=${group}?api-version=2025-04-01`, `--url=${vault}?api-version=2026-02-01`]
      }),
    )
    expect(askedFor('keyvault key').map((call) => call[3])).toEqual(
      names.map((name) => `--id=https://vault.test/keys/${encodeURIComponent(name)}`),
    )
  })

  it('reach az as they are when it changes something, and run nothing', async () => {
    const { run } = await cloud({ forgets: '' })
    const plan = names.flatMap((name) => [actionsOf(name)['create-resource-group'], actionsOf(name)['create-policy']])
    const { status, errors, calls, left } = await run(written(plan))
    expect({ status, errors, left }).toEqual({ status: 0, errors: '', left: [] })
    const changes = changesOf(calls)
    expect(changes).toHaveLength(2 * names.length)
    for (const [index, name] of names.entries()) {
      expect(changes[2 * index]).toContain(
        `--url=/subscriptions/${SUBSCRIPTION}/resourceGroups/${encodeURIComponent(name)}?api-version=2025-04-01`,
      )
      const [, , id, , , properties] = changes[2 * index + 1] ?? []
      expect(id).toBe(`--id=${policyId(SUBSCRIPTION, name, name)}`)
      expect(JSON.parse(properties?.slice('--properties='.length) ?? '')).toMatchObject({
        properties: { encryption: { keyVault: { id: vaultId(SUBSCRIPTION, name, name), key: { name } } } },
      })
    }
  })

  it('are no word by which az itself would read a file, in any place', async () => {
    const files = ['@/etc/passwd', '@secret', 'a=@/etc/passwd', '=@secret']
    const plan = files.flatMap((name) => {
      const all = Object.values(actionsFor({ ...allNamed(name), environment: 'Contoso' }))
      const tags = [
        { name: 'owner', value: name },
        { name, value: name },
      ]
      const { 'create-resource-group': group, 'create-vault': vault, 'create-policy': policy } = actionsFor(allNamed(name))
      const mail = { ...actions['mail-alerts'], emails: [`${name}@contoso.example`] }
      return [
        ...all.filter(({ kind }) => !kind.endsWith('environment')),
        { ...group, tags },
        { ...vault, vault: { ...vault.vault, tags } },
        { ...policy, policy: { ...policy.policy, tags } },
        mail,
      ]
    })
    const given = { ...READY_TO_LINK, roles: '', 'action-group': 'enabled true\n' }
    const runs = [await (await cloud({ forgets: '' })).run(written(plan)), await (await cloud(given)).run(written(plan))]
    for (const { calls } of runs) expect(calls.flat().filter((word) => /^(?:[^=]*=)?@/.test(word))).toEqual([])
    expect(runs.flatMap(({ calls }) => calls).length).toBeGreaterThan(50)
  })

  it('are shown on one line, even where a display name has several', async () => {
    const { run } = await cloud(READY_TO_LINK)
    const { output, left } = await run(
      written([actionsFor({ ...NAMES, environment: 'Contoso\u202e\n$(touch HARM)\r`touch HARM`' })['link-environment']]),
      ['--show'],
    )
    expect(output).toContain('Add Contoso $(touch HARM) `touch HARM` to the policy cmk-policy')
    expect(left).toEqual([])
  })
})

describe('the library of the scripts for Azure CLI', () => {
  it('knows the seconds of a moment in every month and century', () => {
    const moments = Array.from({ length: 400 }, (_, index) =>
      Date.UTC(1970, index * 5, 1 + (index % 31), index % 24, index % 60, index % 60),
    )
    const library = written([actions['grant-reader']]).replace(/\nmain "\$@"\n$/, '\n')
    const asked = moments.map((moment) => `epoch_of ${new Date(moment).toISOString()}; echo "$EPOCH"`)
    const { stdout } = spawnSync('bash', ['-s'], {
      input: `${library}\n${asked.join('\n')}\nepoch_of nonsense; echo "$EPOCH"\n`,
      encoding: 'utf8',
    })
    expect(stdout.trim().split('\n')).toEqual([...moments.map((moment) => String(moment / 1000)), '0'])
  })
})

it('gives Reader to a group as one, and looks for what the group itself was given', async () => {
  const { run } = await cloud({ policy: '' })
  const { calls } = await run(written([{ ...actions['grant-reader'], principalType: 'Group' }]))
  const said = calls.map((call) => call.join(' '))
  expect(said.some((call) => call.includes(`$filter=principalId%20eq%20'${ADMINISTRATOR}'`))).toBe(true)
  expect(said.join()).not.toContain('assignedTo')
  expect(said.join()).toContain('"principalType":"Group"')
})
