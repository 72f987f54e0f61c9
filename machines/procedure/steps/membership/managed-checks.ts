import { pass, warning } from '#machines/engine/step/observations.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import { type Check, textsOf } from '../../check.ts'
import type { MembershipFacts } from './facts.ts'
import { managing } from './managing.ts'
import { messages } from './messages.ts'

const owner = 'power-platform-administrator'

/** Consequences of a Managed Environment, shown before the change. */
export const managedChecks: readonly Check<MembershipFacts>[] = [
  {
    key: 'settings-in-group',
    id: 'F-804',
    part: 'managed',
    owner,
    ...textsOf(messages.settingsInGroup),
    link: 'admin-center-environment',
    source: 'terraform-provider',
    judge: ({ environment }) => {
      const value = valueIn(environment)
      if (!value?.inEnvironmentGroup) return undefined
      const seen = messages.settingsInGroup.groupSeen({ level: value.protectionLevel ?? messages.notGiven })
      return managing(value) === 'managed'
        ? pass(messages.settingsInGroup.groupKeepsManaged, seen)
        : warning(messages.settingsInGroup.groupMayLock, seen)
    },
  },
  {
    key: 'licences-for-apps',
    id: 'F-806',
    part: 'managed',
    owner: 'you',
    ...textsOf(messages.licencesForApps),
    link: 'microsoft-365-admin',
    source: 'managed-environment-licensing',
    judge: ({ environment }) => {
      const value = valueIn(environment)
      if (!value) return undefined
      const seen = messages.licencesForApps.levelAndLicenses({ level: value.protectionLevel ?? messages.notGiven })
      switch (managing(value)) {
        case 'managed':
          return pass(messages.licencesForApps.licenseRuleApplies, seen)
        case 'not-managed':
          return warning(messages.licencesForApps.licenseRuleBegins, seen)
        case 'unknown':
          return warning(messages.licencesForApps.licenseRuleUnknown, seen)
      }
    },
  },
]
