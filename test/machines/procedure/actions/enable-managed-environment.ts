import type { EnableManagedEnvironment } from '#machines/procedure/actions/enable-managed-environment/action.ts'
import { ENVIRONMENT, environment } from '../../facts.ts'
import { accepted, type Case, followed, leaves, writes } from './case.ts'
import type { Things } from './sample.ts'

const basic = environment({ protectionLevel: 'Basic' })
const managedId = `/environments/${ENVIRONMENT}/governanceConfiguration`

export const sample = (names: Things): EnableManagedEnvironment => ({
  kind: 'enable-managed-environment',
  environmentId: names.environmentId,
  environmentName: names.environment,
})

export const cases: readonly Case[] = [
  writes(
    'it is not managed: asks, and follows the operation',
    { readEnvironment: basic, enableManagedEnvironment: accepted },
    [ENVIRONMENT],
    managedId,
    { pending: followed('managed-environment') },
  ),
  leaves('it is managed by now', { readEnvironment: environment() }, managedId),
  leaves(
    'another person is enabling Managed Environments at this moment: follows that',
    { readEnvironment: environment({ protectionLevel: 'Basic', ongoingOperation: { id: 'op', type: 'EnableGovernanceConfiguration' } }) },
    managedId,
    { pending: followed('managed-environment', { id: 'op' }) },
  ),
]
