import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { Proposal } from '#contract/pilot.ts'
import type { PolicyChoices } from '#machines/procedure/choices.ts'
import { BUILT_IN } from '#machines/procedure/templates/template.ts'
import { proposalsFile } from '#node/records/pilot/proposals-file.ts'
import { testFolder } from '#test/folder.ts'

const proposal: Proposal = { from: 'contoso-uat', at: 7, template: { ...BUILT_IN, name: 'contoso-uat' }, subscriptionId: 's1' }
const withProtections: Proposal = {
  ...proposal,
  template: { ...proposal.template, protection: { locks: ['vault'], rotation: true } },
  onlyProtection: true,
  auditLog: '/subscriptions/s1/workspaces/log',
  mail: ['ada@contoso.example'],
}

const policy: Required<PolicyChoices> = {
  subscriptionId: 's1',
  resourceGroup: 'rg',
  region: 'westeurope',
  vaultName: 'kv',
  keyStore: 'managed-hsm',
  vaultResourceGroup: 'rg',
  keyName: 'cmk',
  keySize: 3072,
  keyIsImported: true,
  policyName: 'cmk',
  tags: [{ name: 'owner', value: 'it' }],
  administratorObjectId: 'g1',
  administratorIsGroup: true,
}
const whole: Required<Omit<Proposal, 'onlyProtection'>> = {
  ...proposal,
  keyIsImported: true,
  subscriptionId: 's1',
  administratorObjectId: 'g1',
  administratorIsGroup: true,
  auditLog: '/subscriptions/s1/workspaces/log',
  mail: ['ada@contoso.example'],
  shared: { policy, geography: 'europe' },
}

async function place(): Promise<string> {
  const folder = testFolder()
  return path.join(folder, 'profile', 'proposals.json')
}

it('keeps a proposal for each engagement, the last one in place of earlier ones', async () => {
  const file = proposalsFile(await place(), Date.now)
  await Promise.all([file.keep({ a: withProtections, b: proposal }), file.keep({ b: { ...proposal, from: 'contoso-test' } })])
  expect([await file.of('a'), (await file.of('b'))?.from, await file.of('c')]).toEqual([withProtections, 'contoso-test', undefined])
})

it('keeps all that a pilot may have chosen, and the other proposals beside it', async () => {
  const file = proposalsFile(await place(), Date.now)
  await file.keep({ a: proposal })
  await file.keep({ b: whole })
  expect([await file.of('a'), await file.of('b')]).toEqual([proposal, whole])
})

it.each<[string, string]>([
  ['cut', '{"version": 1, "prop'],
  ['nested without end', '['.repeat(1_000_000)],
  ['of a newer version', '{"version": 2, "proposals": {}}'],
  ['with something else in it', JSON.stringify({ version: 1, proposals: { a: { ...proposal, token: 'x' } } })],
])('proposes nothing from a file that is %s, and keeps the next proposal', async (_, content) => {
  const at = await place()
  await proposalsFile(at, Date.now).keep({ a: proposal })
  await writeFile(at, content)
  const file = proposalsFile(at, Date.now)
  expect(await file.of('a')).toBeUndefined()
  await file.keep({ a: proposal })
  expect(await file.of('a')).toEqual(proposal)
  const aside = (await readdir(path.dirname(at))).find((name) => /^proposals\.(unreadable|newer)-/.test(name))
  expect(await readFile(path.join(path.dirname(at), aside ?? ''), 'utf8')).toBe(content)
})
