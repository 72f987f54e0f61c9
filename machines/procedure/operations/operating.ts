import type { Pitfall } from '../guide.ts'
import { operationMessages } from './messages.ts'

/** What goes wrong in the years after: shown where the wizard ends, because nobody asks it any more when it happens. */
export const operatingPitfalls: readonly Pitfall[] = [
  {
    id: 'F-A02',
    heading: operationMessages.lockedEnvironmentDeleted,
    text: operationMessages.lockedEnvironmentDeletedText,
    source: 'lock-unlock',
  },
  {
    id: 'F-A04',
    heading: operationMessages.restoreImpossibleAfterChange,
    text: operationMessages.restoreImpossibleAfterChangeText,
    source: 'power-platform-keys',
  },
  {
    id: 'F-A05',
    heading: operationMessages.copyRestoreTargetRefused,
    text: operationMessages.copyRestoreTargetRefusedText,
    source: 'power-platform-keys',
  },
  {
    id: 'F-A06',
    heading: operationMessages.reEnablingLockedEnvironment,
    text: operationMessages.reEnablingLockedEnvironmentText,
    source: 'lock-unlock',
  },
  {
    id: 'F-A08',
    heading: operationMessages.changeAnotherKeyMeans,
    text: operationMessages.changeAnotherKeyMeansText,
    source: 'power-platform-keys',
  },
  {
    id: 'F-A10',
    heading: operationMessages.dataverseCanNeitherDeleted,
    text: operationMessages.dataverseCanNeitherDeletedText,
    source: 'environment-deletion',
  },
  {
    id: 'F-A11',
    heading: operationMessages.linkedEnvironmentChangedAnother,
    text: operationMessages.linkedEnvironmentChangedAnotherText,
    source: 'environment-types',
  },
]
