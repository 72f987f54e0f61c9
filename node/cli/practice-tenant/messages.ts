import { defineMessages } from '#machines/messages/message.ts'

export const messages = defineMessages('practiceTenant', {
  purpose: 'Serves the practice tenant over HTTPS on this computer.',
  faults: 'Faults:',
  scenarios: 'Scenarios:',
  seeHelp: 'Add --help to see the options.',
  notImported: 'Not imported: {file} {why}.',
  notice: '{file}: {what}.',
  unwritable: 'Couldn’t write {file}. Name a file in a folder that exists and that you can write to. ({error})',
  serving: 'Practice tenant, scenario {scenario}: {story}',
  furtherVaults: 'New key vaults use the next ports. Press Ctrl+C to stop.',
  portInUse: 'Port {port} is in use. Choose another one with --port, or 0 for any free port. ({error})',
  portForbidden: 'This account can’t open port {port}. Choose one above 1023 with --port. ({error})',
  noRecording: 'The file that --recording names isn’t a recording of this wizard.',
  otherCloud: 'Only a recording of the commercial cloud can be served. The command “cmk-wizard check --recording” reads any.',
  differs: '{title} ({operation}). {meaning}',
  tenant: 'Tenant',
  subscription: 'Subscription',
  client: 'Client',
  secret: '{id}, secret {secret}',
  people: 'People',
  authority: 'Authority',
  cloudFile: 'Cloud file',
})

export const optionMessages = defineMessages('practiceTenant.option', {
  port: 'the port of Resource Manager, identity, and Power Platform; other services use the ports after it (9443; 0: any)',
  scenario: 'what the tenant holds (ready-to-enable)',
  recording:
    'answers as a file says that first-contact saved, in place of a scenario; lists in what it differs; nothing can be changed in it',
  caOut: 'writes the certificate authority to this file, for tools to trust; each start creates a new one',
  cloudOut: 'writes the addresses of all services to this file, for the wizard’s --cloud-file; with --ca-out, the file trusts them',
  import: 'adds the environments in DIR/*.json, in the admin API’s own JSON',
  speed: 'runs the tenant’s time N times as fast as yours (1)',
  latency: 'delays every answer by this long (0)',
  fault:
    'makes calls fail: * is any method or part of a path, ** any parts; with a number, only that call; can be repeated. For example {example}',
  refusing:
    'refuses people a token for resource-manager, key-vault, power-platform, or dataverse, as if consent were missing or a policy blocked it; can be repeated',
  clientCertificateOut: 'writes a certificate and its key to this file; the service principal can sign in with it',
  json: 'prints the addresses as one line of JSON',
  help: 'shows this help',
})
