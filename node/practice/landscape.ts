import type { EnvironmentWish } from './environment-payload.ts'
import type { World } from './world.ts'

/* A tenant with several finance and operations environments: a first sandbox, production, two other sandboxes, a copy
   of production, and one in another policy. */

type Wish = Omit<EnvironmentWish, 'tenantId' | 'createdBy'>

/** The sandbox that is encrypted first. */
export const FIRST_SANDBOX_ID = '5b2e8f17-94c3-4d0a-b6e1-2f7a9c8d3e46'

export const LANDSCAPE_IDS = {
  uat: FIRST_SANDBOX_ID,
  production: '3c9e7b14-52d8-4f60-8a1b-d7f0c6e4a259',
  test: '8d41a6c9-07f5-4b3e-92d8-e6b1f5a0c374',
  copy: 'c07f93e2-6a8b-4158-bd94-a1e3d5f2b860',
  train: 'a4d81e5c-7f30-42b9-9c6e-5b0e3a7d9f18',
  dev: 'f1a8d5b3-3e62-49c7-80bf-9d4c7e2a6b15',
} as const

function wish(
  id: string,
  name: string,
  organizationId: string,
  more: Pick<Wish, 'sku' | 'protectionLevel'>,
): Wish & Required<Pick<Wish, 'dataverse' | 'financeAndOperations'>> {
  return {
    name: id,
    displayName: name,
    location: 'unitedstates',
    azureRegion: 'eastus',
    ...more,
    dataverse: {
      organizationId,
      domainName: name,
      uniqueName: `unq${organizationId.replaceAll('-', '').slice(0, 29)}`,
      instanceUrl: `https://${name}.crm.dynamics.com`,
    },
    financeAndOperations: { id: organizationId, type: 'Linked', url: `https://${name}.operations.dynamics.com/` },
  }
}

/** The last is in another policy. */
export const LANDSCAPE: readonly Wish[] = [
  wish(LANDSCAPE_IDS.uat, 'contoso-uat', '21c7e0b4-8d95-4f3a-a6b2-7e9f1c5d0843', { sku: 'Sandbox', protectionLevel: 'Standard' }),
  wish(LANDSCAPE_IDS.production, 'contoso-prod', 'e7a05c3d-9f12-4b68-83d4-6c1e0f7a2b95', {
    sku: 'Production',
    protectionLevel: 'Standard',
  }),
  wish(LANDSCAPE_IDS.test, 'contoso-test', '6e3f9a81-50c4-4d27-b8e6-1a7d2f9c4b05', { sku: 'Sandbox', protectionLevel: 'Basic' }),
  wish(LANDSCAPE_IDS.copy, 'contoso-prod-copy', 'b94d60f7-2e1a-4c83-95d7-0f8b3a6e1c52', { sku: 'Sandbox', protectionLevel: 'Basic' }),
  wish(LANDSCAPE_IDS.train, 'contoso-train', '7c2b5f90-e3d6-4a18-95b7-4d0f8a1e6c3b', { sku: 'Sandbox', protectionLevel: 'Standard' }),
  wish(LANDSCAPE_IDS.dev, 'contoso-dev', '0a5d7c3e-f496-4b18-a2c9-8e1b6d4f7035', { sku: 'Sandbox', protectionLevel: 'Standard' }),
]

/** @param put assigns the last one's policy @returns all, the first sandbox first */
export function landscape(
  world: World,
  put: (world: World, environment: ReturnType<World['environment']>) => void,
): readonly ReturnType<World['environment']>[] {
  const environments = LANDSCAPE.map((each) => world.environment(each))
  const last = environments.at(-1)
  if (last) put(world, last)
  return environments
}
