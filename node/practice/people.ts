import { ADMINISTRATOR_ROLES } from './rights.ts'
import type { Person } from './state.ts'

export const TENANT = { id: '6b1f5d2e-0c4a-4f7b-9a3d-8e2c1b7f4a90', name: 'Contoso', domain: 'contoso.example' } as const

export const SUBSCRIPTION = { id: '2f9d8c1b-7e6a-4d35-8b1c-5a0e9f3d7c24', name: 'Contoso Production' } as const

const FABRIKAM = '0e7c4b95-3d81-4a26-b5f0-92d8c6a1e734'

/** The tenant of all personal Microsoft accounts. */
const PERSONAL_ACCOUNTS = '9188040d-6c67-4ae5-b112-36a304b66dad'

/**
 * Accounts with different rights. Azure and Entra roles are separate: a Power Platform administrator has no rights in
 * Azure, and vice versa.
 */
export const PEOPLE = {
  /** Power Platform Administrator; rights in Azure depend on the scenario. */
  ada: {
    id: 'ada',
    objectId: 'a1d4c7e2-3b5f-4a86-9c0d-1e2f3a4b5c6d',
    userName: `ada@${TENANT.domain}`,
    displayName: 'Ada Marsh',
    directoryRoles: [ADMINISTRATOR_ROLES.powerPlatform],
    standing: 'member',
  },
  /** Power Platform Administrator without rights in Azure. */
  grace: {
    id: 'grace',
    objectId: 'b2e5d8f3-4c60-4b97-8d1e-2f3a4b5c6d7e',
    userName: `grace@${TENANT.domain}`,
    displayName: 'Grace Okafor',
    directoryRoles: [ADMINISTRATOR_ROLES.powerPlatform],
    standing: 'member',
  },
  kim: {
    id: 'kim',
    objectId: 'c3f6e904-5d71-4ca8-9e2f-3a4b5c6d7e8f',
    userName: `kim@${TENANT.domain}`,
    displayName: 'Kim Lindqvist',
    directoryRoles: [],
    standing: 'member',
  },
  /** Global Administrator with elevated access in Azure: can read and assign roles everywhere, but create nothing. */
  gloria: {
    id: 'gloria',
    objectId: 'e518ab26-7f93-4eca-9041-5c6d7e8f90a1',
    userName: `gloria@${TENANT.domain}`,
    displayName: 'Gloria Tanaka',
    directoryRoles: [ADMINISTRATOR_ROLES.global],
    standing: 'member',
  },
  /** Only Contributor of the subscription: the documented role that isn't enough. */
  carl: {
    id: 'carl',
    objectId: 'f629bc37-80a4-4fdb-a152-6d7e8f90a1b2',
    userName: `carl@${TENANT.domain}`,
    displayName: 'Carl Reyes',
    directoryRoles: [ADMINISTRATOR_ROLES.dynamics365],
    standing: 'member',
  },
  /** Partner's employee with GDAP: a role, but no user object to assign anything to. */
  petra: {
    id: 'petra',
    objectId: '073acd48-91b5-40ec-b263-7e8f90a1b2c3',
    userName: 'petra@fabrikam.example',
    displayName: 'Petra Novak (Fabrikam)',
    directoryRoles: [ADMINISTRATOR_ROLES.powerPlatform],
    standing: 'delegated',
    partnerGroup: '295cef60-b3d7-420e-9485-a0b1c2d3e4f5',
    home: { tenantId: FABRIKAM, identityProvider: `https://sts.windows.net/${FABRIKAM}/` },
  },
  nobody: {
    id: 'nobody',
    objectId: 'd407fa15-6e82-4db9-8f30-4b5c6d7e8f90',
    userName: `nobody@${TENANT.domain}`,
    displayName: 'Noor Body',
    directoryRoles: [],
    standing: 'member',
  },
  frank: {
    id: 'frank',
    objectId: '184bde59-a2c6-41fd-8374-8f90a1b2c3d4',
    userName: 'frank@fabrikam.example',
    displayName: 'Frank Weber (another tenant)',
    directoryRoles: [],
    standing: 'outside',
    home: { tenantId: FABRIKAM, identityProvider: `https://sts.windows.net/${FABRIKAM}/` },
  },
  robin: {
    id: 'robin',
    objectId: '00000000-0000-0000-295c-ef60b3d7520e',
    userName: 'robin@outlook.example',
    displayName: 'Robin Hale (personal account)',
    directoryRoles: [],
    standing: 'outside',
    home: { tenantId: PERSONAL_ACCOUNTS, identityProvider: 'live.com' },
  },
} as const satisfies Record<string, Person>

/** Members and rights depend on the scenario. */
export const GROUPS = {
  keyAdministrators: { objectId: '4b7f0e82-c5d9-4136-a6b7-c2d3e4f50617', displayName: 'Key administrators' },
} as const

export type PersonId = keyof typeof PEOPLE

/**
 * Service principal for unattended rehearsals. Its secrets protect nothing and are in the documentation; the expired
 * one shows the identity service's message.
 */
export const AUTOMATION = {
  clientId: '5d8c2a71-94e3-4b6f-a0d7-c61e3f8b2954',
  objectId: '8e3b7c50-1f69-4da2-b8c4-0a5d9e6f1273',
  displayName: 'contoso-automation',
  secret: 'practice-only',
  expiredSecrets: ['practice-expired'],
} as const
