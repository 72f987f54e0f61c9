import { defineMessages } from '../../machines/messages/message.ts'

/** What the command that serves the practice tenant prints. */
export const messages = defineMessages({
  purpose: { id: 'practiceTenant.purpose', defaultMessage: 'Serves the practice tenant over HTTPS on this machine.' },
  faults: { id: 'practiceTenant.faults', defaultMessage: 'Faults:' },
  scenarios: { id: 'practiceTenant.scenarios', defaultMessage: 'Scenarios:' },
  seeHelp: { id: 'practiceTenant.seeHelp', defaultMessage: 'Add --help to see what can be asked for.' },
  notImported: { id: 'practiceTenant.notImported', defaultMessage: 'Not imported: {file} {why}.' },
  notice: { id: 'practiceTenant.notice', defaultMessage: '{file}: {what}.' },
  unwritable: {
    id: 'practiceTenant.unwritable',
    defaultMessage: '{file} cannot be written. Name a file in a folder that exists and may be written to. ({error})',
  },
  serving: { id: 'practiceTenant.serving', defaultMessage: 'Practice tenant, scenario {scenario}: {story}' },
  furtherVaults: {
    id: 'practiceTenant.furtherVaults',
    defaultMessage: 'Further vaults take the next ports when they are created. Press Ctrl+C to stop.',
  },
  portInUse: {
    id: 'practiceTenant.portInUse',
    defaultMessage: 'Port {port} is in use. Choose another with --port, or 0 for any that is free. ({error})',
  },
  portForbidden: {
    id: 'practiceTenant.portForbidden',
    defaultMessage: 'Port {port} may not be opened by this account. Choose one above 1023 with --port. ({error})',
  },
  tenant: { id: 'practiceTenant.tenant', defaultMessage: 'Tenant' },
  subscription: { id: 'practiceTenant.subscription', defaultMessage: 'Subscription' },
  client: { id: 'practiceTenant.client', defaultMessage: 'Client' },
  secret: { id: 'practiceTenant.secret', defaultMessage: '{id}, secret {secret}' },
  people: { id: 'practiceTenant.people', defaultMessage: 'People' },
  authority: { id: 'practiceTenant.authority', defaultMessage: 'Authority' },
  cloudFile: { id: 'practiceTenant.cloudFile', defaultMessage: 'Cloud file' },
})

/** What each option of the command does. */
export const optionMessages = defineMessages({
  port: {
    id: 'practiceTenant.option.port',
    defaultMessage: 'of Resource Manager, identity and Power Platform; further services take the ports after it (9443; 0: any)',
  },
  scenario: { id: 'practiceTenant.option.scenario', defaultMessage: 'what the tenant holds (ready-to-enable)' },
  caOut: {
    id: 'practiceTenant.option.caOut',
    defaultMessage: 'writes the certificate authority there, for tools to trust; it is made anew at each start',
  },
  cloudOut: {
    id: 'practiceTenant.option.cloudOut',
    defaultMessage: 'writes what the wizard’s --cloud-file takes there: the addresses of all services; with --ca-out it trusts them',
  },
  import: {
    id: 'practiceTenant.option.import',
    defaultMessage: 'adds the environments in DIR/*.json, in the admin API’s own JSON',
  },
  speed: { id: 'practiceTenant.option.speed', defaultMessage: 'lets the tenant’s time run N times as fast as yours (1)' },
  latency: { id: 'practiceTenant.option.latency', defaultMessage: 'holds every answer back so long (0)' },
  fault: {
    id: 'practiceTenant.option.fault',
    defaultMessage:
      'lets calls go wrong: * is any method or a part of a path, ** any parts; with a number only the call of that number; may be repeated. For example {example}',
  },
  refusing: {
    id: 'practiceTenant.option.refusing',
    defaultMessage:
      'refuses people a token for resource-manager, key-vault, power-platform or dataverse, as if consent were missing, or a policy forbade it; may be repeated',
  },
  clientCertificateOut: {
    id: 'practiceTenant.option.clientCertificateOut',
    defaultMessage: 'writes a certificate with its key there, by which the service principal may sign in',
  },
  json: { id: 'practiceTenant.option.json', defaultMessage: 'prints the addresses as one line of JSON' },
  help: { id: 'practiceTenant.option.help', defaultMessage: 'prints this' },
})
