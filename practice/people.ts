import { ADMINISTRATOR_ROLES } from './rights.ts'
import type { Person } from './state.ts'

/** The practice company's directory; the same in every scenario. */
export const TENANT = { id: '6b1f5d2e-0c4a-4f7b-9a3d-8e2c1b7f4a90', name: 'Contoso', domain: 'contoso.example' } as const

/** The company's one subscription. */
export const SUBSCRIPTION = { id: '2f9d8c1b-7e6a-4d35-8b1c-5a0e9f3d7c24', name: 'Contoso Production' } as const

/** The partner's directory, of which the practice tenant knows no more than the name. */
const FABRIKAM = '0e7c4b95-3d81-4a26-b5f0-92d8c6a1e734'

/** The one directory in which all personal Microsoft accounts live. */
const PERSONAL_ACCOUNTS = '9188040d-6c67-4ae5-b112-36a304b66dad'

/**
 * The accounts that can sign in, each with other rights. Azure and Entra don't know each other's roles: a Power Platform
 * administrator has no rights in Azure by that role, and the other way round.
 */
export const PEOPLE = {
  /** Power Platform Administrator; what she may do in Azure is the scenario's. */
  ada: {
    id: 'ada',
    objectId: 'a1d4c7e2-3b5f-4a86-9c0d-1e2f3a4b5c6d',
    userName: `ada@${TENANT.domain}`,
    displayName: 'Ada Marsh',
    directoryRoles: [ADMINISTRATOR_ROLES.powerPlatform],
    standing: 'member',
  },
  /** Power Platform Administrator without any right in Azure. */
  grace: {
    id: 'grace',
    objectId: 'b2e5d8f3-4c60-4b97-8d1e-2f3a4b5c6d7e',
    userName: `grace@${TENANT.domain}`,
    displayName: 'Grace Okafor',
    directoryRoles: [ADMINISTRATOR_ROLES.powerPlatform],
    standing: 'member',
  },
  /** Key vault administrator without any role in Power Platform. */
  kim: {
    id: 'kim',
    objectId: 'c3f6e904-5d71-4ca8-9e2f-3a4b5c6d7e8f',
    userName: `kim@${TENANT.domain}`,
    displayName: 'Kim Lindqvist',
    directoryRoles: [],
    standing: 'member',
  },
  /** Global Administrator who has elevated herself in Azure: she may read and give access everywhere, and create nothing. */
  gloria: {
    id: 'gloria',
    objectId: 'e518ab26-7f93-4eca-9041-5c6d7e8f90a1',
    userName: `gloria@${TENANT.domain}`,
    displayName: 'Gloria Tanaka',
    directoryRoles: [ADMINISTRATOR_ROLES.global],
    standing: 'member',
  },
  /** Contributor of the subscription and nothing more there: the documented role that is not enough. */
  carl: {
    id: 'carl',
    objectId: 'f629bc37-80a4-4fdb-a152-6d7e8f90a1b2',
    userName: `carl@${TENANT.domain}`,
    displayName: 'Carl Reyes',
    directoryRoles: [ADMINISTRATOR_ROLES.dynamics365],
    standing: 'member',
  },
  /** A partner's employee who administers Power Platform here by GDAP: a role, but no user object that could be given anything. */
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
  /** Of another tenant that has nothing to do with this one. */
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

/** Security groups of the company. Scenarios decide who is in them, and what they may do. */
export const GROUPS = {
  keyAdministrators: { objectId: '4b7f0e82-c5d9-4136-a6b7-c2d3e4f50617', displayName: 'Key administrators' },
} as const

export type PersonId = keyof typeof PEOPLE

/**
 * A service principal for rehearsals without a person. Its secrets guard nothing: they are printed in the documentation. The
 * expired one is for seeing what the identity service says of it.
 */
export const AUTOMATION = {
  clientId: '5d8c2a71-94e3-4b6f-a0d7-c61e3f8b2954',
  objectId: '8e3b7c50-1f69-4da2-b8c4-0a5d9e6f1273',
  displayName: 'contoso-automation',
  secret: 'practice-only',
  expiredSecrets: ['practice-expired'],
} as const
