import { defineMessages } from '../../machines/messages/message.ts'

export const refused = defineMessages({
  heading: {
    id: 'window.refused.heading',
    defaultMessage: '{services, plural, one {Couldn’t access 1 service} other {Couldn’t access # services}}',
  },
  note: { id: 'window.refused.note', defaultMessage: 'Other services are unaffected.' },
  show: { id: 'window.refused.show', defaultMessage: 'What to do' },
  hide: { id: 'window.refused.hide', defaultMessage: 'Hide what to do' },
})

/** Words around what is asked of a person. */
export const task = defineMessages({
  now: { id: 'window.task.now', defaultMessage: 'Do now' },
  why: { id: 'window.task.why', defaultMessage: 'Why' },
  happens: { id: 'window.task.happens', defaultMessage: 'What happens' },
  who: { id: 'window.task.who', defaultMessage: 'Who' },
  takes: { id: 'window.task.takes', defaultMessage: 'How long' },
})

export const findings = {
  ...defineMessages({
    heading: { id: 'window.findings.heading', defaultMessage: 'What we found' },
    checked: { id: 'window.findings.checked', defaultMessage: 'Last checked {at}, {relative}' },
    reading: { id: 'window.findings.reading', defaultMessage: 'Checking with Microsoft’s services' },
    readingAgain: { id: 'window.findings.readingAgain', defaultMessage: 'Checking again. These results are from {at}.' },
    seen: { id: 'window.findings.seen', defaultMessage: 'Found' },
    why: { id: 'window.findings.why', defaultMessage: 'Why' },
    details: { id: 'window.findings.details', defaultMessage: 'Details' },
    byHand: { id: 'window.findings.byHand', defaultMessage: 'Manual steps' },
    attest: { id: 'window.findings.attest', defaultMessage: 'I confirm this' },
    accessEnd: { id: 'window.findings.accessEnd', defaultMessage: 'Enter end date' },
    accessEndTitle: { id: 'window.findings.accessEndTitle', defaultMessage: 'When does the partner relationship end?' },
    accessEndDay: { id: 'window.findings.accessEndDay', defaultMessage: 'End date' },
    accessEndHint: { id: 'window.findings.accessEndHint', defaultMessage: 'As Partner Center shows it. You’re warned 30 days before.' },
    accessEndBroken: {
      id: 'window.findings.accessEndBroken',
      defaultMessage: 'Choose a date from tomorrow to two years from now.',
    },
    accessEndSave: { id: 'window.findings.accessEndSave', defaultMessage: 'Save date' },
    accessEndCancel: { id: 'window.findings.accessEndCancel', defaultMessage: 'Cancel' },
    copyShort: { id: 'window.findings.copyShort', defaultMessage: 'Copy message' },
    messageOf: { id: 'window.findings.messageOf', defaultMessage: 'the message' },
    confirmedBy: { id: 'window.findings.confirmedBy', defaultMessage: 'Confirmed by {by}, {at}' },
  }),
  /** By who gets it. */
  copyMessage: defineMessages({
    you: { id: 'window.findings.copyMessage.you', defaultMessage: 'Copy message to you' },
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
    customer: { id: 'window.findings.copyMessage.customer', defaultMessage: 'Copy message to the customer' },
    microsoft: { id: 'window.findings.copyMessage.microsoft', defaultMessage: 'Copy message to Microsoft' },
  }),
  pills: defineMessages({
    fail: { id: 'window.findings.pills.fail', defaultMessage: 'Action required' },
    planned: { id: 'window.findings.pills.planned', defaultMessage: 'Fix planned' },
    attest: { id: 'window.findings.pills.attest', defaultMessage: 'Confirm' },
    unknown: { id: 'window.findings.pills.unknown', defaultMessage: 'Not checked' },
    warning: { id: 'window.findings.pills.warning', defaultMessage: 'Warning' },
    pass: { id: 'window.findings.pills.pass', defaultMessage: 'Passed' },
    confirmed: { id: 'window.findings.pills.confirmed', defaultMessage: 'Confirmed' },
  }),
}

export const progress = {
  ...defineMessages({
    heading: { id: 'window.progress.heading', defaultMessage: 'Progress' },
    rechecking: { id: 'window.progress.rechecking', defaultMessage: 'Checking everything once more before anything changes.' },
    pausing: { id: 'window.progress.pausing', defaultMessage: 'Waiting before the next attempt.' },
    paused: { id: 'window.progress.paused', defaultMessage: 'Paused. Select Try again now to continue.' },
    attempt: { id: 'window.progress.attempt', defaultMessage: 'Attempt {attempt} of {of}.' },
    refused: { id: 'window.progress.refused', defaultMessage: 'Attempt {attempt} of {of}: {reason}' },
    held: { id: 'window.progress.held', defaultMessage: 'Waiting for you.' },
    nextTry: { id: 'window.progress.nextTry', defaultMessage: 'Next attempt in {left}.' },
    nextTryNow: { id: 'window.progress.nextTryNow', defaultMessage: 'The next attempt starts now.' },
    started: { id: 'window.progress.started', defaultMessage: 'started {at}' },
    resource: { id: 'window.progress.resource', defaultMessage: 'the resource ID' },
    unchanged: { id: 'window.progress.unchanged', defaultMessage: 'No change needed; nothing was written' },
  }),
  states: defineMessages({
    waiting: { id: 'window.progress.states.waiting', defaultMessage: 'Waiting' },
    running: { id: 'window.progress.states.running', defaultMessage: 'Running' },
    done: { id: 'window.progress.states.done', defaultMessage: 'Done' },
    refused: { id: 'window.progress.states.refused', defaultMessage: 'Refused' },
  }),
}

export const receipts = defineMessages({
  heading: { id: 'window.receipts.heading', defaultMessage: 'Completed changes' },
  written: { id: 'window.receipts.written', defaultMessage: 'Written' },
  found: { id: 'window.receipts.found', defaultMessage: 'Written, confirmed by a later check' },
  unchanged: { id: 'window.receipts.unchanged', defaultMessage: 'No change needed' },
  copyId: { id: 'window.receipts.copyId', defaultMessage: 'Copy ID' },
})

export const wait = {
  ...defineMessages({
    runningFor: { id: 'window.wait.runningFor', defaultMessage: 'Running for' },
    since: { id: 'window.wait.since', defaultMessage: 'since {at}' },
    now: { id: 'window.wait.now', defaultMessage: 'Now' },
    dayOf: { id: 'window.wait.dayOf', defaultMessage: 'Day {day} of at most {days}' },
    started: { id: 'window.wait.started', defaultMessage: 'Started {at}' },
    latestEnd: { id: 'window.wait.latestEnd', defaultMessage: 'Latest end {at}' },
    howMuchIsLeft: { id: 'window.wait.howMuchIsLeft', defaultMessage: 'Microsoft doesn’t say how much is left.' },
    late: {
      id: 'window.wait.late',
      defaultMessage: 'This takes longer than Microsoft documents. Ask Microsoft support, and give the operation ID.',
    },
    untilDone: { id: 'window.wait.untilDone', defaultMessage: 'Until it’s done' },
    state: { id: 'window.wait.state', defaultMessage: 'State' },
    environmentNow: { id: 'window.wait.environmentNow', defaultMessage: 'Environment now' },
    ownWords: { id: 'window.wait.ownWords', defaultMessage: 'Microsoft’s words' },
    outOfReach: { id: 'window.wait.outOfReach', defaultMessage: 'Can’t be reached since' },
    lastLook: { id: 'window.wait.lastLook', defaultMessage: 'Last checked' },
    noLook: { id: 'window.wait.noLook', defaultMessage: 'Not yet' },
    nextLook: { id: 'window.wait.nextLook', defaultMessage: 'Next check' },
    operation: { id: 'window.wait.operation', defaultMessage: 'Operation' },
    operationOf: { id: 'window.wait.operationOf', defaultMessage: 'the operation ID' },
    stages: { id: 'window.wait.stages', defaultMessage: 'Stages' },
    from: { id: 'window.wait.from', defaultMessage: 'since {at}' },
    mayClose: { id: 'window.wait.mayClose', defaultMessage: 'You can close this window.' },
    mayCloseWhy: {
      id: 'window.wait.mayCloseWhy',
      defaultMessage:
        'The work continues at Microsoft, and the wizard keeps checking in the background. We’ll notify you when it’s done or if you’re needed. If you quit the wizard, checking stops until you open it again.',
    },
    practiceEnds: {
      id: 'window.wait.practiceEnds',
      defaultMessage:
        'With a real environment, you could close the window now, and we’d notify you when it’s done. In the practice tenant, you can skip time. Closing the window ends the practice.',
    },
    stayOpen: {
      id: 'window.wait.stayOpen',
      defaultMessage: 'This takes minutes. You can close the window: we’ll notify you when it’s done.',
    },
  }),
  stageStates: defineMessages({
    done: { id: 'window.wait.stageStates.done', defaultMessage: 'done' },
    running: { id: 'window.wait.stageStates.running', defaultMessage: 'running' },
    failed: { id: 'window.wait.stageStates.failed', defaultMessage: 'failed' },
    open: { id: 'window.wait.stageStates.open', defaultMessage: 'not started' },
  }),
}
