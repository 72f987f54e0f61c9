import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Choices } from '#machines/procedure/choices.ts'
import { createKeysHost } from '#node/host/customer-managed-keys.ts'
import { newEngagement, writeEngagement } from '#node/records/engagement/engagement.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import { engagementId } from '#node/records/engagement/store.ts'
import { thisRun } from '#node/records/engagement/this-run.ts'
import { proposalsFile } from '#node/records/pilot/proposals-file.ts'

const CONTOSO = { id: '5ac6f30d-1111-4222-8333-444455556666', name: 'Contoso' }
const FABRIKAM = { id: '6bc7f40e-1111-4222-8333-444455556666', name: 'Fabrikam' }
const WORKSPACE = '/subscriptions/s1/resourceGroups/rg-log/providers/Microsoft.OperationalInsights/workspaces/log-contoso'
const PEOPLE = ['ada@contoso.example', 'kim@contoso.example']
const CHOSEN: Choices = {
  policy: {
    subscriptionId: 's1',
    resourceGroup: 'rg-contoso-uat',
    region: 'westeurope',
    vaultName: 'kv-contoso-uat',
    vaultResourceGroup: '',
    keyName: 'cmk-contoso-uat',
    keySize: 3072,
    policyName: 'cmk-contoso-uat',
    administratorObjectId: 'ada-id',
  },
  protection: { locks: ['vault', 'policy'], rotation: true, auditLog: WORKSPACE, mail: PEOPLE },
}
/** Contoso's own data. */
const OWN = /log-contoso|contoso\.example|"s1"|ada-id/

it('a pilot’s protections reach its own tenant whole, and another one without what is the pilot’s', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'apply-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const plant = async (tenant: typeof CONTOSO, name: string, choices: Choices = {}): Promise<string> => {
    const whose = {
      appVersion: '0',
      cloud: { id: 'commercial', name: 'Azure' },
      tenant,
      environment: { id: name, displayName: name, type: 'Sandbox' },
      account: { objectId: 'a', userName: 'a@b.example', displayName: 'A' },
      reached: 'integration',
      steps: {},
    }
    const id = engagementId({ tenantId: tenant.id, environmentId: name })
    await mkdir(path.join(folder, 'engagements', id), { recursive: true })
    await writeFile(path.join(folder, 'engagements', id, 'engagement.json'), writeEngagement({ ...newEngagement(whose, 1), choices }))
    return id
  }
  const pilot = await plant(CONTOSO, 'contoso-uat', CHOSEN)
  const [near, far, done] = [
    await plant(CONTOSO, 'contoso-test'),
    await plant(FABRIKAM, 'fabrikam-prod'),
    await plant(FABRIKAM, 'fabrikam-uat', { policy: { ...CHOSEN.policy, policyName: 'theirs' } as Choices['policy'] & object }),
  ]
  const file = path.join(folder, 'proposals.json')
  const host = createKeysHost({
    openPractice: () => Promise.reject(new Error('Nothing is practised here.')),
    scenarios: [],
    wall: () => 1,
    proposals: proposalsFile(file, Date.now),
    store: engagementStore(path.join(folder, 'engagements'), thisRun(), () => 1),
  })
  onTestFinished(() => host.stop())
  const applied = await host.applyChoices({ pilot, ids: [near, far, done], policy: 'own', keep: true })
  expect(applied).toMatchObject({
    ok: true,
    value: {
      protections: [
        ...['Delete lock on the key store', 'Delete lock on the policy', 'Rotation policy', 'Audit log', 'Alert before the key expires'],
      ],
      rows: [
        { environment: 'contoso-test', isProposed: true },
        { environment: 'fabrikam-prod', isProposed: true, values: { vaultName: 'kv-fabrikam-prod' } },
        { environment: 'fabrikam-uat', isProposed: true },
      ],
    },
  })
  const notCarried = 'Not carried over: workspace log-contoso, ada@contoso.example, and kim@contoso.example'
  const rows = applied.ok ? applied.value.rows : []
  expect(rows.map(({ notes }) => notes.includes(notCarried))).toEqual([false, true, true])
  expect(rows[2]?.values).toBeUndefined()
  const { proposals } = JSON.parse(await readFile(file, 'utf8'))
  expect(proposals[near]).toMatchObject({ auditLog: WORKSPACE, mail: PEOPLE })
  for (const id of [far, done]) {
    expect(proposals[id].template.protection).toEqual({ locks: ['vault', 'policy'], rotation: true, auditLog: true, expiryAlert: true })
    expect(JSON.stringify(proposals[id])).not.toMatch(OWN)
  }
})
