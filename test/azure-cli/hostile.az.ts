import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Action } from '#machines/procedure/action.ts'
import { vaultId } from '#machines/procedure/ids.ts'
import type { Tag } from '#machines/procedure/tags.ts'
import { writeScript } from '#node/exporters/write-script.ts'
import { practiceCloud } from '#node/practice/cloud-file.ts'
import { actionsFor, NAMES } from '../node/exporters/samples.ts'
import { azureCliMissing, type Rehearsal, rehearsing, runScript, strangersAsked } from './azure-cli.ts'

const SECRET = 'the text of a file on this computer'

/** Text that az itself would replace, if it were given as a word: files after an @, and its own placeholders. */
const valuesOf = (file: string): readonly string[] => [
  `@${file}`,
  `a=@${file}`,
  `=@${file}`,
  '@secret.txt',
  '@-',
  '{subscriptionId}',
  '--debug',
]

/** Groups, a vault, a policy and alerts with these values in every place that takes any text. */
function planOf({ server }: Rehearsal, values: readonly string[]): readonly Action[] {
  const { choices, person } = server.tenant.scenario
  const { subscriptionId = '', region = '' } = choices.policy ?? {}
  const tags: readonly Tag[] = values.flatMap((value, index) => [
    { name: `owner ${index}`, value },
    { name: value.replaceAll('/', '|'), value: 'name' },
  ])
  const [group, vault] = ['rg-hostile', 'kv-hostile']
  const id = vaultId(subscriptionId, group, vault)
  const all = actionsFor({ ...NAMES, group, vaultGroup: group, vault, policy: 'policy-hostile', key: 'key-hostile' })
  const { tenantId } = server.tenant.account(person)
  return [
    { ...all['register-provider'], subscriptionId },
    { ...all['create-resource-group'], subscriptionId, location: region, tags },
    { ...all['create-vault'], vault: { ...all['create-vault'].vault, subscriptionId, tenantId, location: region, tags } },
    { ...all['create-key'], subscriptionId },
    { ...all['create-policy'], policy: { ...all['create-policy'].policy, subscriptionId, location: 'unitedstates', vaultId: id, tags } },
    { ...all['mail-alerts'], subscriptionId, emails: ['a=@contoso.example', '@contoso.example'] },
  ]
}

describe.skipIf(azureCliMissing)('a script for Azure CLI with values from others', () => {
  let values: readonly string[] = []
  let script: string
  let strangers: () => readonly string[]
  const rehearsal = rehearsing('ready-to-enable', async (opened) => {
    strangers = strangersAsked(opened)
    const file = path.join(opened.folder, 'secret.txt')
    await writeFile(file, SECRET)
    values = valuesOf(file)
    script = path.join(opened.folder, 'hostile.sh')
    const cloud = practiceCloud(opened.server.addresses())
    const { tenantId } = opened.server.tenant.inspect()
    const context = { cloud, tenantId, writtenAt: opened.clock.now() }
    await writeFile(script, Object.values(writeScript('azure-cli', planOf(opened, values), context)).join(''))
  })

  it('gives Azure each of them as it is: az replaces none by a file', async () => {
    const ran = await runScript(rehearsal(), script, '--yes')
    expect(ran.status, `${ran.stdout}\n${ran.stderr}`).toBe(0)
    const { inspect, writes } = rehearsal().server.tenant
    expect(JSON.stringify(writes())).not.toContain(SECRET)
    const tagged = ['resourceGroups/rg-hostile', 'vaults/kv-hostile', 'enterprisePolicies/policy-hostile'].map((end) => {
      const made = writes().find(({ method, path: written }) => method === 'PUT' && written.endsWith(end))
      return z.looseObject({ tags: z.record(z.string(), z.string()) }).parse(JSON.parse(made?.body ?? '{}')).tags
    })
    for (const tags of tagged) for (const [index, value] of values.entries()) expect(tags[`owner ${index}`]).toBe(value)
    expect(inspect().actionGroups.flatMap(({ emails }) => emails.map(({ emailAddress }) => emailAddress))).toContain('a=@contoso.example')
  })

  it('asks no service by a version that the app does not use', () => {
    expect(strangers()).toEqual([])
  })

  it('changes nothing the second time', async () => {
    const before = rehearsal().server.tenant.writes()
    const ran = await runScript(rehearsal(), script, '--yes')
    expect(ran.status, `${ran.stdout}\n${ran.stderr}`).toBe(0)
    expect(rehearsal().server.tenant.writes()).toEqual(before)
    expect(rehearsal().defects).toEqual([])
  })
})
