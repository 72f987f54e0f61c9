import { defineMessages } from '../../machines/messages/message.ts'

/** What each verb does, and what its examples show. */
export const verbMessages = defineMessages({
  environments: { id: 'cmkWizard.verb.environments', defaultMessage: 'Lists the environments of a tenant.' },
  check: {
    id: 'cmkWizard.verb.check',
    defaultMessage: 'Checks all four steps for an environment and says what needs action, and who resolves it.',
  },
  plan: { id: 'cmkWizard.verb.plan', defaultMessage: 'Lists the changes that the wizard would make, or writes them as a script.' },
  drift: { id: 'cmkWizard.verb.drift', defaultMessage: 'Compares an environment with its baseline and lists what has changed.' },
  status: { id: 'cmkWizard.verb.status', defaultMessage: 'Lists the environments in the wizard’s records. Doesn’t sign in.' },
  report: { id: 'cmkWizard.verb.report', defaultMessage: 'Writes the evidence report from the wizard’s records. Doesn’t sign in.' },
  verify: { id: 'cmkWizard.verb.verify', defaultMessage: 'Checks whether reports were edited. Doesn’t sign in.' },
  schema: { id: 'cmkWizard.verb.schema', defaultMessage: 'Prints the JSON schema of what --json prints.' },
  completion: { id: 'cmkWizard.verb.completion', defaultMessage: 'Prints a script that completes commands in your shell.' },
  help: { id: 'cmkWizard.verb.help', defaultMessage: 'Shows help for a command.' },
  exampleEnvironments: { id: 'cmkWizard.example.environments', defaultMessage: 'With the account that Azure CLI is signed in with:' },
  examplePractice: { id: 'cmkWizard.example.practice', defaultMessage: 'On the practice tenant, without an account or a network:' },
  exampleCheck: { id: 'cmkWizard.example.check', defaultMessage: 'One environment, by its name or ID:' },
  exampleCustomers: { id: 'cmkWizard.example.customers', defaultMessage: 'Many customers at once, as JSON for a pipeline:' },
  examplePlan: { id: 'cmkWizard.example.plan', defaultMessage: 'Only the script goes to the file:' },
  exampleDrift: { id: 'cmkWizard.example.drift', defaultMessage: 'Nightly, in a pipeline:' },
  exampleStatus: { id: 'cmkWizard.example.status', defaultMessage: 'As JSON:' },
  exampleReport: { id: 'cmkWizard.example.report', defaultMessage: 'In German:' },
  exampleVerify: { id: 'cmkWizard.example.verify', defaultMessage: 'A page or a data file:' },
  exampleCompletion: { id: 'cmkWizard.example.completion', defaultMessage: 'For Bash:' },
})

/** What each option does. */
export const optionMessages = defineMessages({
  tenant: { id: 'cmkWizard.option.tenant', defaultMessage: 'the tenant: its ID or a domain' },
  signIn: { id: 'cmkWizard.option.signIn', defaultMessage: 'how to sign in: {ways}' },
  clientId: { id: 'cmkWizard.option.clientId', defaultMessage: 'the application (client) ID of the app registration or managed identity' },
  certificate: {
    id: 'cmkWizard.option.certificate',
    defaultMessage: 'a PEM file with the certificate and its key. A passphrase is read from {variable}',
  },
  secretVariable: {
    id: 'cmkWizard.option.secretVariable',
    defaultMessage: 'the environment variable with the client secret or passphrase, instead of {variable}',
  },
  tokenFile: {
    id: 'cmkWizard.option.tokenFile',
    defaultMessage: 'the file with the token of the workload identity, instead of {variable}',
  },
  cloud: { id: 'cmkWizard.option.cloud', defaultMessage: 'the cloud: {clouds}. Without it, the first' },
  cloudFile: { id: 'cmkWizard.option.cloudFile', defaultMessage: 'a cloud described in a JSON file, as the app takes it' },
  caFile: { id: 'cmkWizard.option.caFile', defaultMessage: 'certificate authorities to trust as well, as PEM' },
  practice: { id: 'cmkWizard.option.practice', defaultMessage: 'a case of the practice tenant instead of a real tenant' },
  customers: {
    id: 'cmkWizard.option.customers',
    defaultMessage: 'a JSON file with many customers. One that fails doesn’t stop the others',
  },
  group: { id: 'cmkWizard.option.group', defaultMessage: 'only the customers in this group' },
  atOnce: { id: 'cmkWizard.option.atOnce', defaultMessage: 'how many environments to check at once, from 1 to 32 (4)' },
  environment: { id: 'cmkWizard.option.environment', defaultMessage: 'the environment: its ID or name. Can be repeated' },
  all: { id: 'cmkWizard.option.all', defaultMessage: 'every environment with a finance and operations app' },
  folder: { id: 'cmkWizard.option.folder', defaultMessage: 'the folder with the wizard’s records. Without it, the app’s own' },
  script: { id: 'cmkWizard.option.script', defaultMessage: 'writes the plan of one environment as a script: {languages}' },
  format: { id: 'cmkWizard.option.format', defaultMessage: 'a page (html) or data (json). Without it, by the file’s name' },
  out: { id: 'cmkWizard.option.out', defaultMessage: 'where the report goes. Without it, standard output' },
  json: { id: 'cmkWizard.option.json', defaultMessage: 'prints one JSON document' },
  quiet: { id: 'cmkWizard.option.quiet', defaultMessage: 'shows no progress' },
})
