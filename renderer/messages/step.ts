import { defineMessages } from '#machines/messages/message.ts'

export const refused = defineMessages('window.refused', {
  heading: '{services, plural, one {Couldn’t access 1 service} other {Couldn’t access # services}}',
  note: 'Other services are unaffected.',
  show: 'What to do',
  hide: 'Hide what to do',
})

export const task = defineMessages('window.task', {
  now: 'Do now',
  who: 'Who',
  takes: 'How long',
  answer: 'Go to the question',
  show: 'Show what to do',
  goBack: 'Go back to that step',
  howFar: 'How far Microsoft got',
  noStages: 'Microsoft didn’t say in which stage',
  details: 'Details for Microsoft support',
})

/** Of an environment that is in another policy than the chosen one. */
export const otherPolicy = defineMessages('window.otherPolicy', {
  decide: 'Decide which policy the environment uses',
  chosen: 'In step 3, you chose {chosen}. Nothing changes before you confirm.',
  use: 'Use {name}',
  change: 'Change to {chosen}',
  ifUse: 'If you use {name}',
  noDowntime: 'No downtime: the environment stays in its policy.',
  checkedThere: 'Step 3 opens with this policy. Enter its key store and key there, and have them checked.',
  unused: 'The environment doesn’t use {chosen}.',
  ifChange: 'If you change to {chosen}',
  twoOutages: 'Two outages: leaving the old policy, for which no time is documented, and joining the new one, which takes up to four days.',
  oldKeyToo: 'The new policy needs access to the old key too.',
  keepOld: 'Keep the old key for 30 more days.',
})

/** The question of step 2. */
export const names = defineMessages('window.names', {
  operations: 'Finance and operations name',
  platform: 'Power Platform name',
  differs: 'Differs from {name}',
  choose: 'No, choose another',
  ask: 'Copy question for a colleague',
  question:
    'Is this the environment that our users work in? Finance and operations: {operations} ({address}). Power Platform: {platform} ({type}, {region}). Its data is to be encrypted with our own key, so please compare the address with the one that you open.',
  logged: 'Changes nothing in your tenant. Your answer is logged.',
})

export const findings = {
  answers: defineMessages('window.findings.answers', {
    environment: 'Yes, it’s the right one',
    licenses: 'Yes, they have the licenses',
    works: 'Yes, everything works',
    unsure: 'Continue without knowing',
    onWord: 'Yes, I rely on it',
  }),
  ...defineMessages('window.findings', {
    heading: 'What we found',
    checked: 'Last checked {at}, {relative}',
    reading: 'Checking with Microsoft’s services',
    readingAgain: 'Checking again. These results are from {at}.',
    seen: 'Found',
    why: 'Why',
    source: 'Source',
    details: 'Details',
    byHand: 'Manual steps',
    attest: 'Yes, I confirm this',
    accessEnd: 'Enter end date',
    accessEndTitle: 'When does the partner relationship end?',
    accessEndDay: 'End date',
    accessEndHint: 'As Partner Center shows it. You’re warned 30 days before.',
    accessEndBroken: 'Choose a date from tomorrow to two years from now.',
    accessEndSave: 'Save date',
    accessEndCancel: 'Cancel',
    copyShort: 'Copy message',
    messageOf: 'the message',
    confirmedBy: 'Confirmed by {by}, {at}',
  }),
  /** By recipient. */
  copyMessage: defineMessages('window.findings.copyMessage', {
    you: 'Copy message to you',
    'key-vault-administrator': {
      id: 'window.findings.copyMessage.keyVaultAdministrator',
      defaultMessage: 'Copy message to the key vault admin',
    },
    'power-platform-administrator': {
      id: 'window.findings.copyMessage.powerPlatformAdministrator',
      defaultMessage: 'Copy message to the Power Platform admin',
    },
    'lifecycle-services-administrator': {
      id: 'window.findings.copyMessage.lifecycleServicesAdministrator',
      defaultMessage: 'Copy message to the Lifecycle Services admin',
    },
    customer: 'Copy message to the customer',
    microsoft: 'Copy message to Microsoft',
  }),
  pills: defineMessages('window.findings.pills', {
    fail: 'Action required',
    planned: 'Fix planned',
    attest: 'Confirm',
    unknown: 'Not checked',
    warning: 'Warning',
    pass: 'Passed',
    confirmed: 'Confirmed',
  }),
}

export const progress = {
  ...defineMessages('window.progress', {
    heading: 'Progress',
    rechecking: 'Checking everything once more before anything changes.',
    pausing: 'Waiting before the next attempt.',
    asking: 'Waiting for your sign-in.',
    paused: 'Paused. Select Try again now to continue.',
    attempt: 'Attempt {attempt} of {of}.',
    refused: 'Attempt {attempt} of {of}: {reason}',
    held: 'Waiting for you.',
    nextTry: 'Next attempt in {left}.',
    nextTryNow: 'The next attempt starts now.',
    started: 'Started {at}',
    resource: 'the resource ID',
    unchanged: 'No change needed; nothing was written',
  }),
  states: defineMessages('window.progress.states', {
    waiting: 'Waiting',
    running: 'Running',
    done: 'Done',
    refused: 'Refused',
  }),
}

export const receipts = defineMessages('window.receipts', {
  heading: 'Changes',
  written: 'Done',
  found: 'Done, confirmed by a later check',
  started: 'Started',
  failed: 'Failed',
  unchanged: 'No change needed',
  copyId: 'Copy ID',
})

export const versions = defineMessages('window.versions', {
  heading: 'Versions of {key}',
  version: 'Version',
  created: { id: 'window.versions.created', defaultMessage: 'Created', description: 'When a version of the key was created' },
  state: 'State',
  todo: 'What to do',
  newest: { id: 'window.versions.newest', defaultMessage: 'New', description: 'Of a version of the key' },
  previous: { id: 'window.versions.previous', defaultMessage: 'Previous', description: 'Of a version of the key' },
  enabled: { id: 'window.versions.enabled', defaultMessage: 'Enabled', description: 'Of a version of the key' },
  disabled: { id: 'window.versions.disabled', defaultMessage: 'Disabled', description: 'Of a version of the key' },
  notKnown: 'Not known',
  keep: 'Keep enabled',
  keepUntil: 'Keep enabled until {at}',
  saveDate: 'Save date',
})

export const wait = {
  ...defineMessages('window.wait', {
    nothingToDo: 'You have nothing to do',
    usersWork: 'You have nothing to do. Users keep working.',
    readEnabled: '{environment} was read as enabled {at}.',
    whenDone: 'When it’s done',
    afterStart: 'Up to {needed} after the start',
    thenRead: 'We then read the key and the environment again, and notify you.',
    // No end is documented.
    atWork: 'Microsoft is at work',
    checkMicrosoft: 'Check what Microsoft says',
    late: 'This takes longer than Microsoft documents. If it still runs, ask Microsoft support, and give the operation ID.',
    runningFor: 'Running for',
    since: 'since {at}',
    dayOf: 'Day {day} of at most {days}',
    dayNow: 'Day {day}, now',
    passedOf: '{passed} of at most {of}',
    startedFor: 'Started {at}. Running for {duration}.',
    howMuchIsLeft: 'Microsoft doesn’t say how much is left.',
    usersNow: 'What users notice',
    usersUnknown: 'Not known',
    unreachedSince: 'Can’t be reached since {at}',
    microsoftNow: 'What Microsoft does',
    stageSince: 'Stage {name}, since {at}',
    stagesDone: '{done, plural, one {# of {of, number} stages is done.} other {# of {of, number} stages are done.}}',
    untilDone: 'Until it’s done',
    state: 'State',
    environmentNow: 'Environment now',
    ownWords: 'Microsoft’s words',
    outOfReach: 'Can’t be reached since',
    lastLook: 'Last checked',
    noLook: 'Not yet',
    nextLook: 'Next check',
    lookingNow: 'Checking now',
    operation: 'Operation',
    operationOf: 'the operation ID',
    stages: 'Stages',
    from: 'since {at}',
    mayClose: 'You can close this window.',
    mayCloseWhy:
      'Microsoft continues without it, and we’ll notify you when it’s done or you’re needed. If you quit the wizard, checking stops until you open it again.',
    practiceEnds: 'Closing this window ends the practice. With a real environment, you can close it.',
    stayOpen: 'This takes minutes. You can close the window: we’ll notify you when it’s done.',
  }),
  stageStates: defineMessages('window.wait.stageStates', {
    done: 'done',
    running: 'running',
    failed: 'failed',
    open: 'not started',
  }),
}
