import { defineMessages } from '../../machines/messages/message.ts'

/** Of the help. */
export const helpMessages = defineMessages('cmkWizard.help', {
  purpose: 'Checks customer-managed keys from a terminal or a pipeline. It only reads and never changes a tenant.',
  commands: 'Commands',
  options: 'Options',
  examples: 'Examples',
  exitCodes:
    'Exit codes. 0: in order. 1: something needs action or has changed. 2: the command line isn’t valid. 3: something couldn’t be read or written, or the folder has no records. With several, the highest. 130: canceled.',
  output: 'Results go to standard output, progress to standard error. NO_COLOR turns colors off.',
  more: 'Help for a command: {command}',
  version: 'The version: {command}',
})

/** What is wrong with a command. A value is never repeated: it could be a secret. */
export const usageMessages = defineMessages('cmkWizard.usage', {
  noVerb: 'The command is missing. The commands are {verbs}.',
  unknownVerb: 'There’s no command “{verb}”. The commands are {verbs}.',
  unknownOption: '{verb} has no option {option}.',
  similar: '{problem} Did you mean {option}?',
  secret: 'A secret doesn’t belong on a command line, where others can read it. Set {variable} instead.',
  noValue: '{option} needs a value: {takes}.',
  needsNoValue: '{option} takes no value.',
  oneOf: '{option} takes one of: {choices}.',
  between: '{option} takes a whole number from {least} to {most}.',
  repeated: '{option} can be given only once.',
  extraWord: 'Argument {place} isn’t part of {verb}. Check its spelling and quotes.',
  missing: '{verb} needs {missing}.',
  notTogether: '{one} and {other} can’t be combined.',
  variableNotSet: 'The environment variable {variable} isn’t set.',
  namedVariableNotSet: 'The environment variable that {option} names isn’t set.',
  notValid: '{option}: {problem}',
  noRecording: 'The file that {option} names isn’t a recording of this wizard.',
  needsPerson: '{option} needs a terminal: the whole file is shown to you before it’s saved. Without one, use {other}.',
  seeHelp: 'Options and examples: {command}',
})

/** What is wrong with the file of customers. */
export const customerMessages = defineMessages('cmkWizard.customers', {
  tooLarge: '{file} is too large for a list of customers.',
  notJson: '{file}, line {line}: this isn’t valid JSON.',
  newer: '{file} has version {version}, and this wizard supports version {known}.',
  problem: '{file}, line {line}: {member}: {problem}',
  ofCustomer: '{file}, line {line}: {customer}, {member}: {problem}',
  forCustomer: '{customer}: {problem}',
  missing: 'is missing',
  unknown: 'isn’t known',
  invalid: 'isn’t valid',
  empty: 'is empty',
  none: '{file} has no customers.',
  notText: '{file} isn’t a UTF-8 text file.',
  twice: 'is used twice',
  secret: 'secrets don’t belong in this file. Name an environment variable in secretVariable',
  noGroup: 'No customer is in the group that {option} names.',
})

/** What it says while it works, and of what it found. */
export const messages = defineMessages('cmkWizard', {
  signingIn: 'Signing in to {tenant}…',
  deviceCode: 'To sign in to {tenant}, open {address} and enter the code {code}.',
  unreadFile: 'Couldn’t read the file that {option} names: {error}.',
  signingInFor: 'Signing in to {tenant} for {customer}…',
  readingOf: 'Checking {environment} of {customer} ({number} of {total})…',
  reading: 'Checking {environment} ({number} of {total})…',
  failed: 'The command didn’t finish: {error}',
  canceled: 'Canceled.',
  timeIsOver: 'The time that {option} allows is over.',
  partial: '{why} The results are partial: they hold what was read until then.',
  timedOut: 'Not read: the time that {option} allows was over.',
  timedOutRemedy: 'Allow more time, or check fewer environments in one run.',
  ofCustomer: '{customer}: {summary}',
  noEnvironment: 'There’s no environment “{name}” in this tenant, or the account can’t see it.',
  ambiguous: 'Several environments are called “{name}”. Use the ID: {ids}.',
  notListed: 'Couldn’t read the list of environments.',
  notListedRemedy: 'Check the account, the tenant, and the name, then try again.',
  noneToCheck: 'This tenant has no environment with a finance and operations app.',
  severalRecords: 'The records have several environments. Choose one with {option}.',
  noRecord: 'The records in {folder} have no environment “{name}”.',
  noRecords: 'There are no records in {folder}.',
  noRecordsOfTenant: 'The records in {folder} have none of this tenant.',
  unreadRecord: 'Couldn’t read the record {record}.',
  unreadRecordRemedy: 'Open the environment in the wizard, or copy its record to the folder again.',
  unreadRecords: 'Couldn’t read these records in {folder}: {records}. To choose one of the others, use {option}.',
  noFile: 'It has a log, but the file of the environment is missing.',
  brokenLog: 'The log isn’t valid from line {line}: {why}',
  noLog: 'The log is empty.',
  comparing: 'Reading everything that the wizard reads…',
  nothingRead: 'No answer could be read.',
  heldCount: '{count, plural, one {# kind} other {# kinds}} of requests as expected',
  agree: 'Save this as {file}? Enter {yes} to save:',
  notAgreed: 'Not saved.',
  saved: 'Saved: {file}',
  notSaved: 'Couldn’t save {file}: {error}',
  remedy: 'next: {remedy}',
  passed: '{count, plural, one {# check} other {# checks}} passed',
  was: 'was: {was}',
  is: 'is: {is}',
  result:
    '{state, select, inOrder {In order} running {Running at Microsoft} toConfirm {To confirm} changesPlanned {Changes needed} actionRequired {Action required} unchanged {Unchanged} changed {Changed} noBaseline {No baseline yet} canceled {Canceled} other {Couldn’t be read}}',
  status:
    '{state, select, locked {Locked} actionRequired {Action required} confirm {To confirm} notChecked {Not checked} scheduled {Scheduled} ready {Ready} open {Ready} linked {Linked} encrypted {Encrypted} closed {Can’t be opened} other {Running}}',
  total:
    '{count, plural, one {# environment} other {# environments}}: {inOrder} in order, {findings} with findings, {unread} couldn’t be read{without, plural, =0 {} other {, # without a baseline}}{canceled, plural, =0 {} other {, # canceled}}.{customers, plural, =0 {} one { # customer couldn’t be read.} other { # customers couldn’t be read.}}',
})
