import type { Pitfall } from '../../guide.ts'

/** What goes wrong before and while integration is set up. Setup runs in Lifecycle Services, which no service of this wizard sees into. */
export const integrationPitfalls: readonly Pitfall[] = [
  {
    id: 'F-001',
    heading: 'The feature is missing in your region',
    text: 'Microsoft rolls it out region by region and publishes no list. Ask Microsoft before you set up integration only for the key: integration cannot be undone.',
    source: 'finance-and-operations-keys',
  },
  {
    id: 'F-003',
    heading: 'Human Resources stands alone',
    text: 'The stand-alone Human Resources app is not covered. Its data is covered after it has been migrated into a finance and operations environment.',
    source: 'finance-and-operations-keys',
  },
  {
    id: 'F-004',
    heading: 'Commerce parts stay outside',
    text: 'Content management, recommendations and scale units in another geography are not covered. Accept the gap in writing, or stop here.',
    source: 'finance-and-operations-keys',
  },
  {
    id: 'F-005',
    heading: 'Tax or electronic invoicing rests on Regulatory Configuration Service',
    text: 'The article says not covered with the stand-alone service and forecasts support for late 2023, a date that has passed. Move to Globalization Studio and ask Microsoft what holds today.',
    source: 'globalization-studio',
  },
  {
    id: 'F-009',
    heading: 'There is no project in Lifecycle Services',
    text: 'Since 16 February 2026, new customers get no project for Finance, Supply Chain Management, or Project Operations. Use a unified environment. Not affected: existing projects, Commerce, AX 2012 upgrades, on-premises. Exceptions: aka.ms/LCSProjectCreationException.',
    source: 'lifecycle-services-freeze',
  },
  {
    id: 'F-101',
    heading: 'Setup stops for lack of capacity',
    text: 'It needs 1 GB of free Dataverse database capacity in the tenant. Free or buy capacity, then select Resume in Lifecycle Services.',
    source: 'integration-new-dataverse',
  },
  {
    id: 'F-102',
    heading: 'Setup stops for lack of a licence',
    text: 'Whoever runs it needs a finance and operations licence. Assign one in the Microsoft 365 admin center, then select Resume in Lifecycle Services.',
    source: 'integration-new-dataverse',
  },
  {
    id: 'F-103',
    heading: 'The account may not create environments',
    text: 'The tenant may let only administrators create them. Ask for Power Platform administrator or Dynamics 365 administrator, sign in again, and run setup again.',
    source: 'integration-new-dataverse',
  },
  {
    id: 'F-104',
    heading: 'There is no Setup button',
    text: 'It shows only for sandbox and production environments, and only to a Project owner or Environment manager. Users report that it is missing on Tier-1 machines.',
    source: 'report-setup-missing',
  },
  {
    id: 'F-105',
    heading: 'The existing environment is refused for its geography',
    text: 'It has to lie in the geography of finance and operations, for example West US in United States. Choose or create one there.',
    source: 'integration-existing-dataverse',
  },
  {
    id: 'F-106',
    heading: 'The existing environment is refused for its apps',
    text: 'Its Dataverse was created without Enable Dynamics 365 apps, and that choice stays for good. Create another environment with it.',
    source: 'power-platform-integration-older',
  },
  {
    id: 'F-107',
    heading: 'The existing environment is refused for your role',
    text: 'You have to be System Administrator in it. A new role is seen after up to an hour, and one held for a time by Privileged Identity Management ends. Take the role, wait, try again.',
    source: 'integration-existing-dataverse',
  },
  {
    id: 'F-108',
    heading: 'A partner’s account is refused',
    text: 'The account must belong to the tenant that owns the project in Lifecycle Services. An administrator of the customer has to run setup.',
    source: 'integration-existing-dataverse',
  },
  {
    id: 'F-110',
    heading: 'Only the dual-write part fails',
    text: 'Dataverse is there and add-ins can be used. Select Resume in Lifecycle Services to try dual-write again; the key does not depend on it.',
    source: 'add-ins',
  },
  {
    id: 'F-111',
    heading: 'Lifecycle Services warns that dual-write is linked elsewhere',
    text: 'Integration and dual-write name two different environments. Link dual-write again to the environment of the integration before the key comes onto it.',
    source: 'dual-write-setup',
  },
  {
    id: 'F-112',
    heading: 'The wrong environment was linked',
    text: 'A link cannot be taken back or moved. The only way is to delete the finance and operations environment and deploy it again.',
    source: 'power-platform-integration-older',
  },
  {
    id: 'F-113',
    heading: 'Language or currency is not the wanted one',
    text: 'A new Dataverse takes both from the address of the tenant. For others create the environment by hand and link that one.',
    source: 'power-platform-integration-older',
  },
  {
    id: 'F-114',
    heading: 'Install a new add-in does not show',
    text: 'Users report it, without a cause. Refresh, look whether setup says it has completed, then ask Microsoft support.',
    source: 'report-add-in-missing',
  },
  {
    id: 'F-115',
    heading: 'An empty environment of the same name looks unneeded',
    text: 'Each environment in Lifecycle Services has one without Dataverse in the admin center. Look for a Finance and Operations URL before you delete any: one that has it is in use.',
    source: 'power-platform-integration',
  },
  {
    id: 'F-116',
    heading: 'Calls to virtual entities are not authorized',
    text: 'Somebody removed the two applications of Power Platform from finance and operations. Put back 61a0518c-121a-421a-9ad6-f0955a88be43 and f1752846-f0df-4766-96f5-c109adf67d7f.',
    source: 'virtual-entities',
  },
  {
    id: 'F-117',
    heading: 'The provisioning app does not install',
    text: 'Dataverse is linked to Lifecycle Services already, Platform Tools are missing, it was created without Dynamics 365 apps, or its host name has more than 19 characters.',
    source: 'provisioning-app',
  },
  {
    id: 'F-A09',
    heading: 'The migration out of Lifecycle Services shows a red check',
    text: 'It wants a deployed, linked environment, storage, and its administrator. Commerce is not supported, and the check does not detect it. In preview, Microsoft does not recommend it for production. Do not migrate and encrypt at the same time: no document says how they meet.',
    source: 'lifecycle-services-migration',
  },
]
