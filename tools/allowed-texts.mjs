const SERVICE = 'What a service of Microsoft answers, in its own words: the wizard shows them as they come.'
const ROLES = 'Names and descriptions of roles, as Azure gives them.'
const NAMES_IN_ARTICLES = 'Names of products, and an article’s own terms, word for word.'
const NAMES = 'Names of people and environments: data.'
const COMMANDS = 'Commands for a shell.'
const PRODUCTS = 'Names that Microsoft gives its services and tools, the same in every language.'
const DEVELOPERS = 'Only developers read it.'

/**
 * Texts that read as English and are no message, each with the reason why: one text of a file, or all texts of a file or a folder, which
 * ends in a slash. The list only becomes shorter.
 * @type {readonly { readonly file: string, readonly text?: string, readonly why: string }[]}
 */
export const ALLOWED_TEXTS = [
  { file: 'node/cli/cmk-wizard/completion.ts', why: COMMANDS },
  {
    file: 'node/cli/cmk-wizard/customers.ts',
    text: 'What cmk-wizard takes with --customers, version {}',
    why: 'The published schema, which is in English.',
  },
  { file: 'node/cli/cmk-wizard/results.ts', why: 'The published schema, which is in English.' },
  { file: 'electron/ipc/registrar.ts', text: 'There is no such call.', why: DEVELOPERS },
  { file: 'electron/ipc/registrar.ts', text: 'The sender is not the wizard’s own page.', why: DEVELOPERS },
  { file: 'electron/presenter/answer.ts', text: 'The sender is not the trainer’s own page.', why: DEVELOPERS },
  { file: 'electron/presenter/answer.ts', text: 'The message doesn’t have the expected format.', why: DEVELOPERS },
  { file: 'electron/window/app-protocol.ts', text: "img-src 'self' data:", why: 'A directive.' },
  { file: 'machines/cloud/china.ts', why: 'The name of a cloud, and where an address was read: only developers read that.' },
  { file: 'machines/cloud/commercial.ts', why: 'The name of a cloud, and where an address was read: only developers read that.' },
  { file: 'machines/cloud/government.ts', why: 'The name of a cloud, and where an address was read: only developers read that.' },
  { file: 'machines/procedure/script-languages.ts', text: 'Azure CLI (bash)', why: PRODUCTS },
  { file: 'machines/sign-in/permissions.ts', text: 'Azure Key Vault', why: PRODUCTS },
  { file: 'machines/sign-in/permissions.ts', text: 'Azure Resource Manager', why: PRODUCTS },
  { file: 'machines/sign-in/permissions.ts', text: 'Azure Service Management', why: PRODUCTS },
  { file: 'machines/procedure/catalog/', why: DEVELOPERS },
  {
    file: 'machines/procedure/actions/create-lock/lock.ts',
    text: 'Environments are encrypted with a key here. If it is deleted, they go offline for all users.',
    why: 'Kept in Azure, for whoever meets the lock in the portal.',
  },
  {
    file: 'machines/procedure/actions/alert-near-expiry/near-expiry.ts',
    text: 'A key is about to expire. Environments that are encrypted with it go offline for all users when it does.',
    why: 'Kept in Azure, for those who get the mail.',
  },
  { file: 'machines/procedure/geography.ts', why: 'Names of geographies, as the documents write them.' },
  { file: 'machines/procedure/coverage/finance-and-operations.ts', text: 'All other add-ins', why: NAMES_IN_ARTICLES },
  { file: 'machines/procedure/coverage/finance-and-operations.ts', text: 'All other add-ins support CMK policies', why: NAMES_IN_ARTICLES },
  {
    file: 'machines/procedure/coverage/finance-and-operations.ts',
    text: 'Commerce Scale Units, e-commerce, and ratings and reviews',
    why: NAMES_IN_ARTICLES,
  },
  { file: 'machines/procedure/coverage/finance-and-operations.ts', text: 'Dynamics 365 Supply Chain Management', why: NAMES_IN_ARTICLES },
  { file: 'machines/procedure/coverage/finance-and-operations.ts', text: 'Demand planning app', why: NAMES_IN_ARTICLES },
  { file: 'machines/procedure/coverage/finance-and-operations.ts', text: 'Dynamics 365 Human Resources', why: NAMES_IN_ARTICLES },
  {
    file: 'machines/procedure/coverage/finance-and-operations.ts',
    text: "The Human Resources stand-alone app doesn't support CMKs",
    why: NAMES_IN_ARTICLES,
  },
  { file: 'machines/procedure/coverage/finance-and-operations.ts', text: 'Microsoft Dynamics Lifecycle Services', why: NAMES_IN_ARTICLES },
  { file: 'machines/procedure/coverage/power-platform.ts', text: 'Customer Insights - Data', why: NAMES_IN_ARTICLES },
  { file: 'machines/procedure/coverage/power-platform.ts', text: 'Nuance Conversational IVR', why: NAMES_IN_ARTICLES },
  { file: 'machines/procedure/coverage/power-platform.ts', text: 'Chat for Dynamics 365', why: NAMES_IN_ARTICLES },
  { file: 'machines/procedure/coverage/power-platform.ts', text: 'Intelligent Order Management', why: NAMES_IN_ARTICLES },
  { file: 'machines/procedure/rights/azure-roles.ts', why: ROLES },
  { file: 'machines/procedure/rights/directory-roles.ts', why: ROLES },
  { file: 'machines/procedure/rights/local-roles.ts', why: ROLES },
  { file: 'machines/procedure/rights/roles.ts', why: ROLES },
  { file: 'machines/procedure/sources/sections.ts', why: 'Headings of documents, as their authors give them.' },
  { file: 'machines/procedure/sources/sources.ts', why: 'Titles of documents, as their authors give them.' },
  { file: 'node/practice/cloud-file.ts', text: 'Practice tenant on this computer', why: 'The name that a file gives its cloud: data.' },
  { file: 'node/practice/environment-payload.ts', why: SERVICE },
  { file: 'node/practice/faults.ts', why: SERVICE },
  { file: 'node/practice/people.ts', why: NAMES },
  { file: 'node/practice/recorded.ts', text: 'The recording has no answer to this request.', why: SERVICE },
  { file: 'node/practice/recorded.ts', text: 'This is a recording. Nothing in it can be changed.', why: SERVICE },
  { file: 'node/practice/rights.ts', why: ROLES },
  { file: 'node/practice/scenario-parts.ts', text: 'User Access Administrator', why: ROLES },
  { file: 'node/practice/scenario-parts.ts', text: "Ada Marsh's Environment", why: NAMES },
  { file: 'node/practice/scenario-parts.ts', text: 'Key Vault Administrator', why: ROLES },
  { file: 'node/practice/scenario-parts.ts', text: 'Key Vault Crypto Officer', why: ROLES },
  { file: 'node/practice/scenarios.ts', text: 'Key Vault Crypto Officer', why: ROLES },
  { file: 'node/practice/scenarios.ts', text: 'Key Vault Reader', why: ROLES },
  { file: 'node/practice/scenario-parts.ts', text: 'Key Vault Crypto Service Encryption User', why: ROLES },
  { file: 'node/practice/server.ts', why: DEVELOPERS },
  { file: 'node/practice/service.ts', why: SERVICE },
  { file: 'node/practice/services/', why: SERVICE },
  { file: 'node/practice/settling.ts', why: SERVICE },
  { file: 'node/practice/throttling.ts', why: SERVICE },
  { file: 'node/practice/vault-access.ts', why: SERVICE },
  { file: 'node/practice/world.ts', text: 'Key Vault Administrator', why: ROLES },
  { file: 'node/records/engagement/store.ts', text: 'The engagement was taken over by another wizard.', why: DEVELOPERS },
  {
    file: 'node/records/evidence/version-1.ts',
    why: 'What reports of version 1 hold, word for word. It is compared, never shown.',
  },
  { file: 'node/exporters/powershell/write-powershell.ts', text: 'Connect-AzAccount -Environment {} -Tenant {}', why: COMMANDS },
  { file: 'node/exporters/powershell/write-powershell.ts', text: 'Add-PowerAppsAccount -Endpoint {} -TenantID {}', why: COMMANDS },
  {
    file: 'node/services/identity/sign-in-service.ts',
    text: 'The sign-in could not be kept for the next start: {}',
    why: 'A line of the log.',
  },
]
