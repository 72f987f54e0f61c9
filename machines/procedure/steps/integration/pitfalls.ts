import type { Pitfall } from '../../guide.ts'
import { messages } from './pitfall-messages.ts'

/** What goes wrong before and while integration is set up. Setup runs in Lifecycle Services, which no service of this wizard sees into. */
export const integrationPitfalls: readonly Pitfall[] = [
  {
    id: 'F-001',
    heading: messages.featureMissingRegion,
    text: messages.featureMissingRegionText,
    source: 'finance-and-operations-keys',
  },
  {
    id: 'F-003',
    heading: messages.humanResourcesStandsAlone,
    text: messages.humanResourcesStandsAloneText,
    source: 'finance-and-operations-keys',
  },
  {
    id: 'F-004',
    heading: messages.commercePartsStayOutside,
    text: messages.commercePartsStayOutsideText,
    source: 'finance-and-operations-keys',
  },
  {
    id: 'F-005',
    heading: messages.regulatoryConfigurationService,
    text: messages.regulatoryConfigurationServiceText,
    source: 'globalization-studio',
  },
  {
    id: 'F-009',
    heading: messages.noProjectLifecycleServices,
    text: messages.noProjectLifecycleServicesText,
    source: 'lifecycle-services-freeze',
  },
  {
    id: 'F-101',
    heading: messages.setupStopsLackCapacity,
    text: messages.setupStopsLackCapacityText,
    source: 'integration-new-dataverse',
  },
  {
    id: 'F-102',
    heading: messages.setupStopsLackLicence,
    text: messages.setupStopsLackLicenceText,
    source: 'integration-new-dataverse',
  },
  {
    id: 'F-103',
    heading: messages.mayNotCreateEnvironments,
    text: messages.mayNotCreateEnvironmentsText,
    source: 'integration-new-dataverse',
  },
  {
    id: 'F-104',
    heading: messages.noSetupButton,
    text: messages.noSetupButtonText,
    source: 'report-setup-missing',
  },
  {
    id: 'F-105',
    heading: messages.refusedForGeography,
    text: messages.refusedForGeographyText,
    source: 'integration-existing-dataverse',
  },
  {
    id: 'F-106',
    heading: messages.refusedForApps,
    text: messages.refusedForAppsText,
    source: 'power-platform-integration-older',
  },
  {
    id: 'F-107',
    heading: messages.refusedForRole,
    text: messages.refusedForRoleText,
    source: 'integration-existing-dataverse',
  },
  {
    id: 'F-108',
    heading: messages.partnersAccountRefused,
    text: messages.partnersAccountRefusedText,
    source: 'integration-existing-dataverse',
  },
  {
    id: 'F-110',
    heading: messages.dualWritePartFails,
    text: messages.dualWritePartFailsText,
    source: 'add-ins',
  },
  {
    id: 'F-111',
    heading: messages.dualWriteElsewhere,
    text: messages.dualWriteElsewhereText,
    source: 'dual-write-setup',
  },
  {
    id: 'F-112',
    heading: messages.wrongEnvironmentLinked,
    text: messages.wrongEnvironmentLinkedText,
    source: 'power-platform-integration-older',
  },
  {
    id: 'F-113',
    heading: messages.languageOrCurrency,
    text: messages.languageOrCurrencyText,
    source: 'power-platform-integration-older',
  },
  {
    id: 'F-114',
    heading: messages.addInMissing,
    text: messages.addInMissingText,
    source: 'report-add-in-missing',
  },
  {
    id: 'F-115',
    heading: messages.emptyEnvironment,
    text: messages.emptyEnvironmentText,
    source: 'power-platform-integration',
  },
  {
    id: 'F-116',
    heading: messages.virtualEntities,
    text: messages.virtualEntitiesText,
    source: 'virtual-entities',
  },
  {
    id: 'F-117',
    heading: messages.provisioningApp,
    text: messages.provisioningAppText,
    source: 'provisioning-app',
  },
  {
    id: 'F-A09',
    heading: messages.migrationCheck,
    text: messages.migrationCheckText,
    source: 'lifecycle-services-migration',
  },
]
