import { setMaxListeners } from 'node:events'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isAction } from '#machines/procedure/action.ts'
import { LOCKABLE } from '#machines/procedure/actions/create-lock/lock.ts'
import { actionGroupBody, actionGroupId } from '#machines/procedure/actions/mail-alerts/action-group.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import type { OperationId } from '#machines/procedure/procedure.ts'
import { observe } from '#machines/procedure/reading.ts'
import { writeScript } from '#node/exporters/write-script.ts'
import { practiceCloud } from '#node/practice/cloud-file.ts'
import type { ScenarioName } from '#node/practice/scenario-titles.ts'
import { policyId } from '#node/practice/state.ts'
import { azureCliMissing, type Rehearsal, rehearse, rehearsing, runScript, servicesOf, strangersAsked } from './azure-cli.ts'

const DAY = 86_400_000

const { signal } = new AbortController()
// A reading is a dozen requests at once, each of which listens for the same abort.
setMaxListeners(0, signal)

/** Choices remembered from before the operation, and made in it. */
function chosen({ server }: Rehearsal): Choices {
  const { scenario, inspect } = server.tenant
  const named = (name: string) => inspect().policies.find((policy) => policy.name === name)
  const [now, next] = [named('cmk-contoso-prod'), named('cmk-contoso-next')]
  const held = now ? { heldPolicyId: policyId(now), changedFromPolicyId: policyId(now) } : {}
  const [workspace] = inspect().workspaces
  const protection = {
    locks: LOCKABLE,
    rotation: true as const,
    mail: ['ada@contoso.example', 'kim@contoso.example'],
    ...(workspace ? { auditLog: workspace.id } : {}),
  }
  return { ...scenario.choices, protection, ...held, ...(next ? { nextPolicyId: policyId(next) } : {}) }
}

describe.skipIf(azureCliMissing).each<[OperationId, ScenarioName]>([
  ['rotate', 'already-encrypted'],
  ['revert', 'already-encrypted'],
  ['change', 'another-policy'],
  ['re-enable', 'locked'],
  ['protect', 'already-encrypted'],
])('the Azure CLI script of the operation %s', (operation, scenario) => {
  let script: string
  let choices: Choices
  const plannedIn = async (opened: Rehearsal) =>
    (await observe(operation, { services: servicesOf(opened), choices, now: () => opened.clock.now(), signal })).plan
  const rehearsal = rehearsing(scenario, async (opened) => {
    script = path.join(opened.folder, 'operation.sh')
    choices = chosen(opened)
    const cloud = practiceCloud(opened.server.addresses())
    const { tenantId } = opened.server.tenant.inspect()
    const plan = (await plannedIn(opened)).filter(isAction)
    await writeFile(script, Object.values(writeScript('azure-cli', plan, { cloud, tenantId, writtenAt: opened.clock.now() })).join(''))
  })

  it('is carried out by bash and az by the versions of the app alone, and leaves nothing that the wizard would still plan', async () => {
    const strangers = strangersAsked(rehearsal())
    const ran = await runScript(rehearsal(), script, '--yes')
    expect(ran.status, `${ran.stdout}\n${ran.stderr}`).toBe(0)
    expect(strangers()).toEqual([])
    rehearsal().clock.advance(DAY)
    expect(await plannedIn(rehearsal())).toEqual([])
  })

  it('changes nothing the second time', async () => {
    const before = rehearsal().server.tenant.writes()
    const ran = await runScript(rehearsal(), script, '--yes')
    expect(ran.status, `${ran.stdout}\n${ran.stderr}`).toBe(0)
    expect(rehearsal().server.tenant.writes()).toEqual(before)
    expect(rehearsal().defects).toEqual([])
  })
})

describe.skipIf(azureCliMissing)('the Azure CLI script that adds someone to an action group', () => {
  it('keeps everyone who gets its mail, and adds no one twice', async () => {
    const rehearsal = await rehearse('already-encrypted')
    try {
      const { inspect } = rehearsal.server.tenant
      const [vault] = inspect().vaults
      if (!vault) throw new Error('The practice tenant has no vault.')
      const id = actionGroupId(vault.subscriptionId, vault.resourceGroup)
      await rehearsal.az(
        'rest',
        '--method=put',
        `--url=${id}?api-version=2023-01-01`,
        `--body=${JSON.stringify(actionGroupBody(['lee@contoso.example']))}`,
      )
      const emails = ['Lee@contoso.example', 'kim@contoso.example']
      const { subscriptionId, resourceGroup } = vault
      const plan = [{ kind: 'mail-alerts' as const, subscriptionId, resourceGroup, emails, groupExists: true as const }]
      const context = { cloud: practiceCloud(rehearsal.server.addresses()), tenantId: inspect().tenantId, writtenAt: rehearsal.clock.now() }
      const script = path.join(rehearsal.folder, 'mail.sh')
      await writeFile(script, Object.values(writeScript('azure-cli', plan, context)).join(''))
      for (const changed of [1, 0]) {
        const ran = await runScript(rehearsal, script, '--yes')
        expect(ran.status, `${ran.stdout}\n${ran.stderr}`).toBe(0)
        expect(ran.stdout).toContain(`Changed: ${changed}.`)
        expect(inspect().actionGroups.map(({ emails: all }) => all.map(({ emailAddress }) => emailAddress))).toEqual([
          ['lee@contoso.example', 'kim@contoso.example'],
        ])
      }
    } finally {
      await rehearsal.close()
    }
  })
})
