import { cpSync, mkdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { TENANT } from '#node/practice/people.ts'
import { engagementId } from '#node/records/engagement/store.ts'
import { testFolder } from '#test/folder.ts'
import { command } from './in-process.ts'
import { CASE, keptCase } from './kept-record.ts'

const OTHER = '11111111-2222-4333-8444-555555555555'

/** With the place of the record of another of the tenant's environments. */
const records = async () => {
  const kept = await keptCase()
  return { ...kept, other: path.join(kept.folder, engagementId({ tenantId: TENANT.id, environmentId: OTHER })) }
}

const DAMAGES: readonly (readonly [what: string, damage: (file: string) => void])[] = [
  ['is cut off', (file) => truncateSync(file, 200)],
  ['is of a newer version', (file) => writeFileSync(file, '{"schema":99}')],
  ['is another’s', () => undefined],
  ['has a log and no file', (file) => rmSync(file)],
]

describe('a record that can’t be read', () => {
  it.each(DAMAGES)('counts as not read in each command where it %s', async (_what, damage) => {
    const kept = await records()
    cpSync(kept.own, kept.other, { recursive: true })
    damage(path.join(kept.other, 'engagement.json'))
    const at = ['--folder', kept.folder, '--json']
    const [status, drift] = [await command(['status', ...at]), await command(['drift', '--practice', CASE, ...at])]
    expect([status.code, drift.code]).toEqual([3, 3])
    expect(JSON.parse(status.out).records).toHaveLength(2)
    expect(JSON.parse(drift.out).customers[0].environments).toMatchObject([
      { name: 'contoso-prod', state: expect.stringMatching(/changed$/) },
      { id: OTHER, state: 'not-read', problem: { title: expect.any(String) } },
    ])
    for (const verb of ['check', 'plan'])
      for (const [environment, state] of [
        [OTHER, 'not-read'],
        [kept.environmentId, 'in-order'],
      ] as const) {
        const { code, out } = await command([verb, '--practice', CASE, '--environment', environment, ...at])
        expect([verb, code, JSON.parse(out).customers[0].environments]).toMatchObject([verb, state === 'in-order' ? 0 : 3, [{ state }]])
      }
    const report = await command(['report', '--folder', kept.folder])
    expect([report.code, report.out]).toEqual([3, ''])
  })

  it('is the only one: drift names it, and doesn’t say that there are none', async () => {
    const { folder, file } = await records()
    truncateSync(file, 200)
    const { code, out } = await command(['drift', '--practice', CASE, '--folder', folder])
    expect(code).toBe(3)
    expect(out).toContain('Couldn’t be read')
    expect(out).not.toContain('There are no records')
  })

  it('may be any environment’s where its folder has another name', async () => {
    const { folder, own } = await records()
    renameSync(own, path.join(folder, 'copy'))
    const { code, out } = await command(['check', '--practice', CASE, '--folder', folder, '--json'])
    expect([code, JSON.parse(out).customers[0].environments]).toMatchObject([3, [{ state: 'not-read' }]])
  })
})

describe('a folder of records', () => {
  it.each(['check', 'plan', 'drift', 'status', 'report'])('that isn’t there ends %s with 3 and is named', async (verb) => {
    const folder = path.join(testFolder(), 'typo')
    const where = ['status', 'report'].includes(verb) ? [] : ['--practice', CASE]
    const { code, out, err } = await command([verb, ...where, '--folder', folder])
    expect([verb, code]).toEqual([verb, 3])
    expect(out + err).toContain(`There are no records in ${folder}.`)
  })

  it('that has records of other tenants only says so', async () => {
    const { folder, own } = await records()
    renameSync(own, own.replace(TENANT.id, OTHER))
    const { code, out } = await command(['drift', '--practice', CASE, '--folder', folder])
    expect(code).toBe(3)
    expect(out).toContain(`The records in ${folder} have none of this tenant.`)
  })
})

describe('a team-store.json of the profile that can’t be read', () => {
  it.each(['{"cut', '{"version":2}', '{"version":1,"address":"https://contosoteam.blob.core.windows.net/wizard"}'])(
    'isn’t “no records”: status says so and ends with 3: %s',
    async (content) => {
      const config = testFolder()
      const profile = path.join(config, 'CMK Enablement Wizard')
      mkdirSync(profile, { recursive: true })
      writeFileSync(path.join(profile, 'team-store.json'), content)
      const variables = { LANG: 'en_US.UTF-8', XDG_CONFIG_HOME: config, APPDATA: config, HOME: config }
      const { code, out, err } = await command(['status'], { variables })
      expect(code).toBe(3)
      expect(out + err).toContain('Couldn’t read in team-store.json which team store this computer uses.')
      expect(out + err).not.toContain('There are no records')
    },
  )
})
