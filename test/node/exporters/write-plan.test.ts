import { describe, expect, it } from 'vitest'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import type { Action } from '#machines/procedure/action.ts'
import { planWritten } from '#node/exporters/write-script.ts'
import { openPractice } from '#node/practice/open.ts'

const open = openPractice('ready-to-enable', {
  wall: () => Date.parse('2026-11-24T12:00:00Z'),
  timers: { after: () => () => undefined },
  speed: 1,
  longest: 0,
  random: () => 0.5,
})
const group = (name: string, location = 'eastus'): Action => ({
  kind: 'create-resource-group',
  subscriptionId: '2f9d8c1b-7e6a-4d35-8b1c-5a0e9f3d7c24',
  name,
  location,
})

describe('a plan written for a page', () => {
  it('is files by name, for the tenant and at the time of its clock', () => {
    const written = planWritten({ ...open, cloud: CLOUDS.commercial }, [group('rg-cmk')], 'azure-cli')
    if (written.kind !== 'files') throw new Error(written.kind)
    expect(written.files.map(({ name }) => name)).toEqual(['enable-cmk.sh'])
    expect(written.files[0]?.text).toContain(open.tenant.account.tenantId)
    expect(written.files[0]?.text).toContain('2026-11-24 12:00 UTC')
    expect(written.files[0]?.text).toContain("/resourceGroups/rg-cmk'")
  })

  it('is nothing when nothing is planned', () => {
    expect(planWritten(open, [], 'terraform')).toEqual({ kind: 'nothing-planned' })
  })

  it('is a sentence when a name cannot be written into a script', () => {
    expect(planWritten(open, [group('rg‮cmk')], 'powershell')).toEqual({ kind: 'refused', why: expect.stringContaining('U+202E') })
    for (const location of ['@/etc/passwd', 'a=@/etc/passwd'])
      expect(planWritten(open, [group('rg', location)], 'bicep')).toEqual({
        kind: 'refused',
        why: expect.stringContaining('reads a file'),
      })
  })
})
