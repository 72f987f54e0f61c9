import { defineMessages } from '../../machines/messages/message.ts'

/** What the command that serves the practice tenant prints. */
export const messages = defineMessages({
  purpose: { id: 'practiceTenant.purpose', defaultMessage: 'Serves the practice tenant over HTTPS on this computer.' },
  faults: { id: 'practiceTenant.faults', defaultMessage: 'Faults:' },
  scenarios: { id: 'practiceTenant.scenarios', defaultMessage: 'Scenarios:' },
  seeHelp: { id: 'practiceTenant.seeHelp', defaultMessage: 'Add --help to see the options.' },
  notImported: { id: 'practiceTenant.notImported', defaultMessage: 'Not imported: {file} {why}.' },
  notice: { id: 'practiceTenant.notice', defaultMessage: '{file}: {what}.' },
  unwritable: {
    id: 'practiceTenant.unwritable',
    defaultMessage: 'Couldn’t write {file}. Name a file in a folder that exists and that you can write to. ({error})',
  },
  serving: { id: 'practiceTenant.serving', defaultMessage: 'Practice tenant, scenario {scenario}: {story}' },
  furtherVaults: {
    id: 'practiceTenant.furtherVaults',
    defaultMessage: 'New key vaults use the next ports. Press Ctrl+C to stop.',
  },
  portInUse: {
    id: 'practiceTenant.portInUse',
    defaultMessage: 'Port {port} is in use. Choose another one with --port, or 0 for any free port. ({error})',
  },
  portForbidden: {
    id: 'practiceTenant.portForbidden',
    defaultMessage: 'This account can’t open port {port}. Choose one above 1023 with --port. ({error})',
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
    defaultMessage: 'the port of Resource Manager, identity, and Power Platform; other services use the ports after it (9443; 0: any)',
  },
  scenario: { id: 'practiceTenant.option.scenario', defaultMessage: 'what the tenant holds (ready-to-enable)' },
  caOut: {
    id: 'practiceTenant.option.caOut',
    defaultMessage: 'writes the certificate authority to this file, for tools to trust; each start creates a new one',
  },
  cloudOut: {
    id: 'practiceTenant.option.cloudOut',
    defaultMessage: 'writes the addresses of all services to this file, for the wizard’s --cloud-file; with --ca-out, the file trusts them',
  },
  import: {
    id: 'practiceTenant.option.import',
    defaultMessage: 'adds the environments in DIR/*.json, in the admin API’s own JSON',
  },
  speed: { id: 'practiceTenant.option.speed', defaultMessage: 'runs the tenant’s time N times as fast as yours (1)' },
  latency: { id: 'practiceTenant.option.latency', defaultMessage: 'delays every answer by this long (0)' },
  fault: {
    id: 'practiceTenant.option.fault',
    defaultMessage:
      'makes calls fail: * is any method or part of a path, ** any parts; with a number, only that call; can be repeated. For example {example}',
  },
  refusing: {
    id: 'practiceTenant.option.refusing',
    defaultMessage:
      'refuses people a token for resource-manager, key-vault, power-platform, or dataverse, as if consent were missing or a policy blocked it; can be repeated',
  },
  clientCertificateOut: {
    id: 'practiceTenant.option.clientCertificateOut',
    defaultMessage: 'writes a certificate and its key to this file; the service principal can sign in with it',
  },
  json: { id: 'practiceTenant.option.json', defaultMessage: 'prints the addresses as one line of JSON' },
  help: { id: 'practiceTenant.option.help', defaultMessage: 'shows this help' },
})
