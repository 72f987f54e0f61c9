import type { EnableManagedEnvironment } from '../../../../machines/procedure/actions/enable-managed-environment/action.ts'
import { ENVIRONMENT, environment, ok } from '../../facts.ts'
import { accepted, type Case, followed, says } from './case.ts'
import { type Names, SAMPLE } from './sample.ts'

const basic = environment({ protectionLevel: 'Basic' })
const managedId = `/environments/${ENVIRONMENT}/governanceConfiguration`

export const example: EnableManagedEnvironment = {
  kind: 'enable-managed-environment',
  environmentId: ENVIRONMENT,
  environmentName: 'contoso-prod',
}

/** The same with names as an administrator chooses them. */
export const sample = (names: Names): EnableManagedEnvironment => ({
  kind: 'enable-managed-environment',
  environmentId: SAMPLE.environment,
  environmentName: names.environment,
})

export const cases: readonly Case[] = [
  {
    when: 'it is not managed: asks, and follows the operation',
    answers: { readEnvironment: says(ok(basic)), enableManagedEnvironment: says(ok(accepted)) },
    reads: ['readEnvironment'],
    writes: [['enableManagedEnvironment', ENVIRONMENT]],
    resourceId: managedId,
    pending: followed('managed-environment'),
  },
  {
    when: 'it is managed by now',
    answers: { readEnvironment: says(ok(environment())) },
    reads: ['readEnvironment'],
    writes: [],
    resourceId: managedId,
  },
  {
    when: 'another person is enabling Managed Environments at this moment: follows that',
    answers: {
      readEnvironment: says(
        ok(environment({ protectionLevel: 'Basic', ongoingOperation: { id: 'op', type: 'EnableGovernanceConfiguration' } })),
      ),
    },
    reads: ['readEnvironment'],
    writes: [],
    resourceId: managedId,
    pending: followed('managed-environment', { id: 'op' }),
  },
]
