import { describe, expect, it } from 'vitest'
import { verbatim } from '../../../../machines/messages/message.ts'
import { administratorRolesOf, judgeAdministrator } from '../../../../machines/procedure/rights/directory-roles.ts'
import { english } from '../../../english.ts'
import { ADMINISTRATOR, account, environment } from '../../facts.ts'

const POWER_PLATFORM = '11648597-926c-4cf3-9c36-bcebb0ba8dcc'
const DYNAMICS = '44367163-eba1-44c3-98af-f5787879f96a'
const GLOBAL = '62e90394-69f5-4237-9190-012177145e10'
const USER_ADMINISTRATOR = 'fe930be7-5e62-47db-91af-98c3a49a38b1'

const judged = (directoryRoles: readonly string[], permissions?: readonly string[]) =>
  english.all(
    judgeAdministrator({ ...account, directoryRoles }, environment(permissions ? { permissions } : {}), verbatim('add the environment')),
  )

describe('the roles in the sign-in', () => {
  it('that administer Power Platform are known by their templates, in any case', () => {
    expect(
      administratorRolesOf({ ...account, directoryRoles: [GLOBAL, DYNAMICS.toUpperCase(), USER_ADMINISTRATOR, POWER_PLATFORM] }),
    ).toEqual(['Power Platform Administrator', 'Dynamics 365 Administrator', 'Global Administrator'])
  })

  it.each([POWER_PLATFORM, DYNAMICS, GLOBAL])('are a pass with %s, where the environment says nothing of permissions', (role) => {
    expect(judged([role])).toMatchObject({ status: 'pass', title: 'The account can add the environment' })
  })

  it('are not needed where the environment itself gives the permission: the role came through a group', () => {
    expect(judged([], ['ReadEnvironment', 'manageprotectionkeys'])).toMatchObject({ status: 'pass' })
  })

  it('that are missing are a warning and no more, with the role, its scope, who gives it and the command', () => {
    const observation = judged([USER_ADMINISTRATOR])
    expect(observation).toMatchObject({ status: 'warning', title: 'No role in the sign-in lets the account add the environment' })
    expect(observation.remedy).toContain('Power Platform Administrator for the whole directory')
    expect(observation.byHand?.join('\n')).toContain('Privileged Role Administrator or Global Administrator')
    expect(observation.byHand?.at(-1)).toContain(
      `"principalId":"${ADMINISTRATOR}","roleDefinitionId":"${POWER_PLATFORM}","directoryScopeId":"/"`,
    )
  })

  it('that the environment contradicts are a warning: the account may be missing from its security group', () => {
    const observation = judged([DYNAMICS], ['ReadEnvironment'])
    expect(observation).toMatchObject({ status: 'warning' })
    expect(observation.remedy).toContain('security group')
    expect(observation.seen).toContain('doesn’t give the account the permission ManageProtectionKeys')
    expect(judged([], ['ReadEnvironment'])).toMatchObject({
      status: 'warning',
      title: expect.stringContaining('No role in the sign-in'),
    })
  })

  it('are judged without an environment too', () => {
    expect(judgeAdministrator({ ...account, directoryRoles: [GLOBAL] }, undefined, verbatim('do it')).status).toBe('pass')
  })
})
