import { type Stored, text } from '#machines/engine/stored.ts'
import { defineMessages, verbatim } from '#machines/messages/message.ts'
import { managing } from '../../steps/membership/managing.ts'
import type { Definition } from '../definition.ts'
import {
  alreadyRuns,
  type EnvironmentOperation,
  followed,
  followingOf,
  namingWhatRuns,
  operationWait,
  type Reached,
} from '../environment-operation.ts'
import { environmentPath, turned } from '../fields.ts'
import { actionMessages } from '../messages.ts'
import { inPowerPlatform, isForbidden, known } from '../refusals.ts'

const stored = {
  environmentId: text,
  environmentName: text,
}

export type EnableManagedEnvironment = Stored<'enable-managed-environment', typeof stored>

/** The admin API's name for the operation that creates a Managed Environment. */
const isManaging = (type: string | undefined): boolean => type?.toLowerCase() === 'enablegovernanceconfiguration'

export const isReached: Reached = ({ protectionLevel }) => protectionLevel?.toLowerCase() === 'standard'

const messages = defineMessages('action.enableManagedEnvironment', {
  why: {
    id: 'scripts.reason.enableManagedEnvironment',
    defaultMessage: 'Only a Managed Environment can be added to an encryption policy.',
  },
  title: 'Make {environmentName} a Managed Environment',
  before: 'Not managed (Basic)',
  after:
    'Managed (Standard) with default settings. Every app, flow, and site in it then needs a license with premium usage rights, such as Power Apps Premium or Dynamics 365 Finance',
  undo: 'Yes, while no managed feature is in use',
  f801Meaning: 'The account can’t enable Managed Environments. Environment Admin and Delegated Admin aren’t enough.',
  f801Remedy: 'Ask for Power Platform Administrator or Dynamics 365 Administrator, sign in again, then check again.',
  waitTitle: 'Microsoft is enabling Managed Environments',
})

export const enableManagedEnvironment: Definition<EnableManagedEnvironment, EnvironmentOperation> = {
  kind: 'enable-managed-environment',
  stored,
  why: { text: messages.why, source: 'power-platform-keys', heading: 'Add an environment to the enterprise policy to encrypt data' },
  part: 'managed',
  describe: ({ environmentName }) => ({
    title: messages.title({ environmentName }),
    resource: verbatim('governanceConfiguration: Standard'),
    before: messages.before,
    after: messages.after,
    reversible: 'while-unused',
    undo: messages.undo,
    usersCutOff: false,
    takes: actionMessages.fewMinutes,
    owner: 'power-platform-administrator',
  }),
  fields: ({ environmentId }) => [
    turned(environmentPath(environmentId), 'properties.governanceConfiguration.protectionLevel', 'Basic', 'Standard'),
  ],
  async apply({ environmentId }, { powerPlatform }, now, signal) {
    const read = await powerPlatform.readEnvironment(environmentId, signal)
    if (!read.ok) return read
    const environment = read.value
    const resourceId = `/environments/${environmentId}/governanceConfiguration`
    const following = followingOf({ purpose: 'managed-environment', environmentId, since: now })
    if (managing(environment) === 'managed') return { ok: true, resourceId, written: false }
    if (isManaging(environment.ongoingOperation?.type)) return alreadyRuns(environment, resourceId, following)
    const asked = powerPlatform.enableManagedEnvironment(environmentId, signal)
    return followed(await namingWhatRuns(asked, environmentId, powerPlatform, signal), resourceId, following)
  },
  grantsRights: 'power-platform-administrator',
  refusals: inPowerPlatform(
    known('F-801', isForbidden, { meaning: messages.f801Meaning, remedy: messages.f801Remedy }, 'power-platform-administrator'),
  ),
  wait: operationWait('managed-environment', isReached, {
    title: messages.waitTitle,
    range: actionMessages.takesFewMinutes,
    takesDays: false,
  }),
}
