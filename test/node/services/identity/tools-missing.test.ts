import { describe, expect, it } from 'vitest'
import { entrance, problemOf } from './entering.ts'
import { fakeIdentity, TENANT_ID } from './fake-identity.ts'
import { onlyOnPath } from './tools-on-path.ts'

// A separate file: the library remembers for the rest of the process that there is no PowerShell.
describe.runIf(process.platform !== 'win32')('a tool that is not on this computer', () => {
  it.each(['azure-cli', 'azure-powershell'] as const)('%s is named, with the ways around it', async (way) => {
    onlyOnPath({})
    const fake = await fakeIdentity()
    const { enter } = entrance(fake.cloud, { customCloud: { cloud: fake.cloud, authorities: [fake.ca] } })
    const problem = problemOf(await enter({ way, tenant: TENANT_ID }))
    expect(problem.title).toMatch(/^Azure (CLI|PowerShell) wasn’t found on this computer$/)
    expect(problem.remedy).toContain('choose another sign-in method')
  })
})
