import type { Pitfall } from '../guide.ts'
import { operationMessages } from './messages.ts'

/** Risks of the following years, shown at the end because the wizard is rarely opened later. */
export const operatingPitfalls: readonly Pitfall[] = [
  { id: 'F-A02', ...operationMessages.guide.lockedEnvironmentDeleted, source: 'lock-unlock' },
  { id: 'F-A04', ...operationMessages.guide.restoreImpossibleAfterChange, source: 'power-platform-keys' },
  { id: 'F-A05', ...operationMessages.guide.copyRestoreTargetRefused, source: 'power-platform-keys' },
  { id: 'F-A06', ...operationMessages.guide.reEnablingLockedEnvironment, source: 'lock-unlock' },
  { id: 'F-A08', ...operationMessages.guide.changeAnotherKeyMeans, source: 'power-platform-keys' },
  { id: 'F-A10', ...operationMessages.guide.dataverseCanNeitherDeleted, source: 'environment-deletion' },
  { id: 'F-A11', ...operationMessages.guide.linkedEnvironmentChangedAnother, source: 'environment-types' },
]
