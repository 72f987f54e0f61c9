import { defineMessages } from '../../machines/messages/message.ts'

/** Of the help. */
export const helpMessages = defineMessages({
  purpose: {
    id: 'cmkWizard.help.purpose',
    defaultMessage: 'Checks customer-managed keys from a terminal or a pipeline. It only reads and never changes a tenant.',
  },
  commands: { id: 'cmkWizard.help.commands', defaultMessage: 'Commands' },
  options: { id: 'cmkWizard.help.options', defaultMessage: 'Options' },
  examples: { id: 'cmkWizard.help.examples', defaultMessage: 'Examples' },
  exitCodes: {
    id: 'cmkWizard.help.exitCodes',
    defaultMessage:
      'Exit codes. 0: in order. 1: something needs action or has changed. 2: the command line isn’t valid. 3: something couldn’t be read or written, or the folder has no records. With several, the highest. 130: canceled.',
  },
  output: {
    id: 'cmkWizard.help.output',
    defaultMessage: 'Results go to standard output, progress to standard error. NO_COLOR turns colors off.',
  },
  more: { id: 'cmkWizard.help.more', defaultMessage: 'Help for a command: {command}' },
})

/** What is wrong with a command. A value is never repeated: it could be a secret. */
export const usageMessages = defineMessages({
  noVerb: { id: 'cmkWizard.usage.noVerb', defaultMessage: 'The command is missing. The commands are {verbs}.' },
  unknownVerb: { id: 'cmkWizard.usage.unknownVerb', defaultMessage: 'There’s no command “{verb}”. The commands are {verbs}.' },
  unknownOption: { id: 'cmkWizard.usage.unknownOption', defaultMessage: '{verb} has no option {option}.' },
  similar: { id: 'cmkWizard.usage.similar', defaultMessage: '{problem} Did you mean {option}?' },
  secret: {
    id: 'cmkWizard.usage.secret',
    defaultMessage: 'A secret doesn’t belong on a command line, where others can read it. Set {variable} instead.',
  },
  noValue: { id: 'cmkWizard.usage.noValue', defaultMessage: '{option} needs a value: {takes}.' },
  needsNoValue: { id: 'cmkWizard.usage.needsNoValue', defaultMessage: '{option} takes no value.' },
  oneOf: { id: 'cmkWizard.usage.oneOf', defaultMessage: '{option} takes one of: {choices}.' },
  between: { id: 'cmkWizard.usage.between', defaultMessage: '{option} takes a whole number from {least} to {most}.' },
  repeated: { id: 'cmkWizard.usage.repeated', defaultMessage: '{option} can be given only once.' },
  extraWord: { id: 'cmkWizard.usage.extraWord', defaultMessage: 'Argument {place} isn’t part of {verb}. Check its spelling and quotes.' },
  missing: { id: 'cmkWizard.usage.missing', defaultMessage: '{verb} needs {missing}.' },
  notTogether: { id: 'cmkWizard.usage.notTogether', defaultMessage: '{one} and {other} can’t be combined.' },
  variableNotSet: { id: 'cmkWizard.usage.variableNotSet', defaultMessage: 'The environment variable {variable} isn’t set.' },
  noCase: { id: 'cmkWizard.usage.noCase', defaultMessage: 'There’s no practice case “{name}”. The cases are {cases}.' },
  seeHelp: { id: 'cmkWizard.usage.seeHelp', defaultMessage: 'Options and examples: {command}' },
})

/** What is wrong with the file of customers. */
export const customerMessages = defineMessages({
  tooLarge: { id: 'cmkWizard.customers.tooLarge', defaultMessage: '{file} is too large for a list of customers.' },
  notJson: { id: 'cmkWizard.customers.notJson', defaultMessage: '{file}, line {line}: this isn’t valid JSON.' },
  newer: { id: 'cmkWizard.customers.newer', defaultMessage: '{file} has version {version}, and this wizard supports version {known}.' },
  problem: { id: 'cmkWizard.customers.problem', defaultMessage: '{file}, line {line}: {member}: {problem}' },
  ofCustomer: { id: 'cmkWizard.customers.ofCustomer', defaultMessage: '{file}, line {line}: {customer}, {member}: {problem}' },
  forCustomer: { id: 'cmkWizard.customers.forCustomer', defaultMessage: '{customer}: {problem}' },
  missing: { id: 'cmkWizard.customers.missing', defaultMessage: 'is missing' },
  unknown: { id: 'cmkWizard.customers.unknown', defaultMessage: 'isn’t known' },
  invalid: { id: 'cmkWizard.customers.invalid', defaultMessage: 'isn’t valid' },
  twice: { id: 'cmkWizard.customers.twice', defaultMessage: 'is used twice' },
  secret: {
    id: 'cmkWizard.customers.secret',
    defaultMessage: 'secrets don’t belong in this file. Name an environment variable in secretVariable',
  },
  noGroup: { id: 'cmkWizard.customers.noGroup', defaultMessage: 'No customer is in the group “{group}”.' },
})

/** What it says while it works, and of what it found. */
export const messages = defineMessages({
  signingIn: { id: 'cmkWizard.signingIn', defaultMessage: 'Signing in to {tenant}…' },
  deviceCode: { id: 'cmkWizard.deviceCode', defaultMessage: 'To sign in to {tenant}, open {address} and enter the code {code}.' },
  reading: { id: 'cmkWizard.reading', defaultMessage: 'Checking {environment} ({number} of {total})…' },
  failed: { id: 'cmkWizard.failed', defaultMessage: 'The command didn’t finish: {error}' },
  canceled: { id: 'cmkWizard.canceled', defaultMessage: 'Canceled.' },
  noEnvironment: {
    id: 'cmkWizard.noEnvironment',
    defaultMessage: 'There’s no environment “{name}” in this tenant, or the account can’t see it.',
  },
  ambiguous: { id: 'cmkWizard.ambiguous', defaultMessage: 'Several environments are called “{name}”. Use the ID: {ids}.' },
  notListed: { id: 'cmkWizard.notListed', defaultMessage: 'Couldn’t read the list of environments.' },
  notListedRemedy: { id: 'cmkWizard.notListedRemedy', defaultMessage: 'Check the account, the tenant, and the name, then try again.' },
  noneToCheck: { id: 'cmkWizard.noneToCheck', defaultMessage: 'This tenant has no environment with a finance and operations app.' },
  severalRecords: { id: 'cmkWizard.severalRecords', defaultMessage: 'The records have several environments. Choose one with {option}.' },
  noRecord: { id: 'cmkWizard.noRecord', defaultMessage: 'The records in {folder} have no environment “{name}”.' },
  noRecords: { id: 'cmkWizard.noRecords', defaultMessage: 'There are no records in {folder}.' },
  brokenLog: { id: 'cmkWizard.brokenLog', defaultMessage: 'The log isn’t valid from line {line}: {why}' },
  noLog: { id: 'cmkWizard.noLog', defaultMessage: 'The log is empty.' },
  saved: { id: 'cmkWizard.saved', defaultMessage: 'Saved: {file}' },
  notSaved: { id: 'cmkWizard.notSaved', defaultMessage: 'Couldn’t save {file}: {error}' },
  remedy: { id: 'cmkWizard.remedy', defaultMessage: 'next: {remedy}' },
  passed: { id: 'cmkWizard.passed', defaultMessage: '{count, plural, one {# check} other {# checks}} passed' },
  change: { id: 'cmkWizard.change', defaultMessage: 'was: {was}. Is: {is}' },
  result: {
    id: 'cmkWizard.result',
    defaultMessage:
      '{state, select, inOrder {In order} running {Running at Microsoft} toConfirm {To confirm} changesPlanned {Changes needed} actionRequired {Action required} unchanged {Unchanged} changed {Changed} noBaseline {No baseline yet} other {Couldn’t be read}}',
  },
  status: {
    id: 'cmkWizard.status',
    defaultMessage:
      '{state, select, locked {Locked} actionRequired {Action required} confirm {To confirm} notChecked {Not checked} scheduled {Scheduled} ready {Ready} open {Ready} linked {Linked} encrypted {Encrypted} closed {Can’t be opened} other {Running}}',
  },
  total: {
    id: 'cmkWizard.total',
    defaultMessage:
      '{count, plural, one {# environment} other {# environments}}: {inOrder} in order, {findings} with findings, {unread} couldn’t be read',
  },
})
