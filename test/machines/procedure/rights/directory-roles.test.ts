import { describe, expect, it } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { administratorRolesOf, judgeAdministrator, rightsInPowerPlatform } from '#machines/procedure/rights/directory-roles.ts'
import { english } from '#test/english.ts'
import { ADMINISTRATOR, absent, account, environment, ok, REFUSALS, refused } from '../../facts.ts'

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

describe('what the account may do in Power Platform', () => {
  const GIVES = ['ReadEnvironment', 'ManageProtectionKeys']
  const shown = (permissions?: readonly string[]) => ok(environment(permissions ? { permissions } : {}))

  it.each([
    ['yes', 'a role in the sign-in', [POWER_PLATFORM], undefined, shown()],
    ['yes', 'the environment’s permission alone', [], undefined, shown(GIVES)],
    ['no', 'the environment’s permissions, over a role in the sign-in', [DYNAMICS], undefined, shown(['ReadEnvironment'])],
    ['yes', 'an answer that only a registered application gets', [], true, shown()],
    ['no', 'an application that isn’t registered', [], true, refused(REFUSALS.forbidden)],
    ['no', 'an environment that the account isn’t shown', [], undefined, absent],
    ['unknown', 'a service that doesn’t answer', [], undefined, refused(REFUSALS.unavailable)],
    ['unknown', 'an environment that names no permissions', [USER_ADMINISTRATOR], undefined, shown()],
    ['unknown', 'no environment', [], undefined, undefined],
  ] as const)('is %s by %s', (held, _by, directoryRoles, isApplication, answer) => {
    expect(rightsInPowerPlatform({ directoryRoles, ...(isApplication ? { isApplication } : {}) }, answer).held).toBe(held)
  })
})
