import { describe, expect, it } from 'vitest'
import { describeAction } from '#machines/procedure/action.ts'
import { SCRIPT_LANGUAGES } from '#machines/procedure/script-languages.ts'
import { firstPlan, inOneText } from '#node/cli/demo/script.ts'
import { writePlan } from '#node/exporters/write-script.ts'
import { SCENARIOS } from '#node/practice/scenarios.ts'
import { english } from '../../english.ts'
import { leaping } from '../../practised.ts'

const FROM_NOTHING = ['register-provider', 'create-resource-group', 'create-vault', 'create-key', 'create-policy', 'grant-key-access']

/** Plan of each scenario at its start. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'ready-to-enable': [...FROM_NOTHING, 'link-environment'],
  'integration-missing': [...FROM_NOTHING, 'enable-managed-environment', 'link-environment'],
  'encrypted-before-integration': [],
  'vault-without-purge-protection': ['create-policy', 'grant-key-access', 'link-environment'],
  'private-vault': ['create-key', 'create-policy', 'grant-key-access', 'link-environment'],
  'imported-key': [],
  'earlier-key': [...FROM_NOTHING, 'enable-managed-environment', 'link-environment'],
  'not-managed': [...FROM_NOTHING, 'enable-managed-environment', 'link-environment'],
  'wrong-region': ['link-environment'],
  'no-reader': ['grant-reader', 'link-environment'],
  'busy-environment': [...FROM_NOTHING, 'link-environment'],
  throttled: [...FROM_NOTHING, 'link-environment'],
  'link-fails': ['link-environment'],
  'already-encrypted': [],
  'policy-recreated': [],
  'unified-environment': ['register-provider', ...FROM_NOTHING, 'link-environment'],
}

describe('the whole plan of a scenario', () => {
  for (const scenario of SCENARIOS.filter(({ name }) => Object.hasOwn(EXPECTED, name))) {
    it(`holds what ${scenario.name} still needs, step 4 included, and reads it without writing`, async () => {
      const tenant = leaping(scenario)
      expect((await firstPlan(tenant, scenario.choices)).map(({ kind }) => kind)).toEqual(EXPECTED[scenario.name])
      expect(tenant.practice.writes()).toEqual([])
    })

    it(`is written out for ${scenario.name} in every language, with every change named at its beginning`, async () => {
      const tenant = leaping(scenario)
      const plan = await firstPlan(tenant, scenario.choices)
      for (const language of SCRIPT_LANGUAGES) {
        const files = writePlan(tenant, plan, language)
        const [first = ''] = Object.values(files)
        const beginning = language === 'arm' ? (files['README.txt'] ?? '') : first
        for (const [index, action] of plan.entries())
          expect(beginning).toContain(`  ${index + 1}. ${english.text(describeAction(action).title).replaceAll('’', "'")}\n`)
        if (plan.length === 0) expect(beginning).toContain('No changes are left.')
      }
    })
  }
})

describe('files in one text', () => {
  it('are one file as it is, or several each under its name', () => {
    expect(inOneText({ 'a.sh': 'echo\n' })).toBe('echo\n')
    expect(inOneText({ 'a.json': '{}\n', 'b.txt': 'b\n' })).toBe('==> a.json <==\n{}\n\n==> b.txt <==\nb\n')
  })
})
