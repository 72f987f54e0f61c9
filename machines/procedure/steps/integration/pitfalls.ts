import type { Pitfall } from '../../guide.ts'
import { messages } from './pitfall-messages.ts'

/** Setup runs in Lifecycle Services, which the wizard can't read. */
export const integrationPitfalls: readonly Pitfall[] = [
  { id: 'F-001', ...messages.featureMissingRegion, source: 'finance-and-operations-keys' },
  { id: 'F-003', ...messages.humanResourcesStandsAlone, source: 'finance-and-operations-keys' },
  { id: 'F-004', ...messages.commercePartsStayOutside, source: 'finance-and-operations-keys' },
  { id: 'F-005', ...messages.regulatoryConfigurationService, source: 'globalization-studio' },
  { id: 'F-009', ...messages.noProjectLifecycleServices, source: 'lifecycle-services-freeze' },
  { id: 'F-101', ...messages.setupStopsLackCapacity, source: 'integration-new-dataverse' },
  { id: 'F-102', ...messages.setupStopsLackLicence, source: 'integration-new-dataverse' },
  { id: 'F-103', ...messages.mayNotCreateEnvironments, source: 'integration-new-dataverse' },
  { id: 'F-104', ...messages.noSetupButton, source: 'report-setup-missing' },
  { id: 'F-105', ...messages.refusedForGeography, source: 'integration-existing-dataverse' },
  { id: 'F-106', ...messages.refusedForApps, source: 'power-platform-integration-older' },
  { id: 'F-107', ...messages.refusedForRole, source: 'integration-existing-dataverse' },
  { id: 'F-108', ...messages.partnersAccountRefused, source: 'integration-existing-dataverse' },
  { id: 'F-110', ...messages.dualWritePartFails, source: 'add-ins' },
  { id: 'F-111', ...messages.dualWriteElsewhere, source: 'dual-write-setup' },
  { id: 'F-112', ...messages.wrongEnvironmentLinked, source: 'power-platform-integration-older' },
  { id: 'F-113', ...messages.languageOrCurrency, source: 'power-platform-integration-older' },
  { id: 'F-114', ...messages.addInMissing, source: 'report-add-in-missing' },
  { id: 'F-115', ...messages.emptyEnvironment, source: 'power-platform-integration' },
  { id: 'F-116', ...messages.virtualEntities, source: 'virtual-entities' },
  { id: 'F-117', ...messages.provisioningApp, source: 'provisioning-app' },
  { id: 'F-A09', ...messages.migrationCheck, source: 'lifecycle-services-migration' },
]
