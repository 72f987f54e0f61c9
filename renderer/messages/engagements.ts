import { defineMessages } from '../../machines/messages/message.ts'

/** Words for environments that were worked on before, and for their record on this computer. */
export const engagements = {
  ...defineMessages({
    heading: { id: 'window.engagements.heading', defaultMessage: 'Continue where you left off' },
    lead: {
      id: 'window.engagements.lead',
      defaultMessage:
        '{count, plural, =0 {No environment needs anyone now.} one {# environment needs someone now.} other {# environments need someone now.}} Opening one signs in as before and checks every step again.',
    },
    environment: { id: 'window.engagements.environment', defaultMessage: 'Environment' },
    stage: { id: 'window.engagements.stage', defaultMessage: 'Stage' },
    status: { id: 'window.engagements.status', defaultMessage: 'Status' },
    next: { id: 'window.engagements.next', defaultMessage: 'Next action and owner' },
    checked: { id: 'window.engagements.checked', defaultMessage: 'Last checked' },
    unnamed: { id: 'window.engagements.unnamed', defaultMessage: 'Unnamed environment' },
    unreadable: { id: 'window.engagements.unreadable', defaultMessage: 'Unreadable environment' },
    production: { id: 'window.engagements.production', defaultMessage: 'Production' },
    sandbox: { id: 'window.engagements.sandbox', defaultMessage: 'Sandbox' },
    step: { id: 'window.engagements.step', defaultMessage: 'Step {step} of {steps}' },
    allSteps: { id: 'window.engagements.allSteps', defaultMessage: 'All steps' },
    stages: { id: 'window.engagements.stages', defaultMessage: 'Steps: {stages}' },
    stageIs: {
      id: 'window.engagements.stageIs',
      defaultMessage: '{number} {state, select, verified {verified} action {action required} current {current} other {not started}}',
    },
    locked: { id: 'window.engagements.locked', defaultMessage: 'Locked' },
    keyLost: { id: 'window.engagements.keyLost', defaultMessage: 'The key can’t be used' },
    restore: { id: 'window.engagements.restore', defaultMessage: 'Restore key access' },
    action: { id: 'window.engagements.action', defaultMessage: 'Action required' },
    fix: { id: 'window.engagements.fix', defaultMessage: '{count, plural, one {Fix # finding} other {Fix # findings}} in step {step}' },
    whyAndMore: {
      id: 'window.engagements.whyAndMore',
      defaultMessage: '{why} and {more, plural, one {# more finding} other {# more findings}}',
    },
    confirm: { id: 'window.engagements.confirm', defaultMessage: 'Confirm' },
    confirmIn: {
      id: 'window.engagements.confirmIn',
      defaultMessage: '{count, plural, one {Confirm # finding} other {Confirm # findings}} in step {step}',
    },
    notChecked: { id: 'window.engagements.notChecked', defaultMessage: 'Not checked' },
    checkAgain: { id: 'window.engagements.checkAgain', defaultMessage: 'Check step {step} again' },
    encrypting: { id: 'window.engagements.encrypting', defaultMessage: 'Encrypting' },
    encryptingDay: { id: 'window.engagements.encryptingDay', defaultMessage: 'Encrypting, day {day} of 4' },
    overdue: { id: 'window.engagements.overdue', defaultMessage: 'Taking longer than 4 days: open it' },
    managing: { id: 'window.engagements.managing', defaultMessage: 'Enabling Managed Environments' },
    leaving: { id: 'window.engagements.leaving', defaultMessage: 'Removing it from its policy' },
    rotating: { id: 'window.engagements.rotating', defaultMessage: 'Switching to the new key version' },
    registering: { id: 'window.engagements.registering', defaultMessage: 'Registering the resource provider' },
    assigning: { id: 'window.engagements.assigning', defaultMessage: 'Waiting for the role assignment' },
    since: { id: 'window.engagements.since', defaultMessage: 'Since {when}' },
    nothing: { id: 'window.engagements.nothing', defaultMessage: 'Nothing to do' },
    ready: { id: 'window.engagements.ready', defaultMessage: 'Ready' },
    planned: { id: 'window.engagements.planned', defaultMessage: '{count, plural, one {# change planned} other {# changes planned}}' },
    review: { id: 'window.engagements.review', defaultMessage: '{count, plural, one {Review # change} other {Review # changes}}' },
    continueWith: { id: 'window.engagements.continueWith', defaultMessage: 'Continue with step {step}' },
    linked: { id: 'window.engagements.linked', defaultMessage: 'Linked' },
    linkedWhy: { id: 'window.engagements.linkedWhy', defaultMessage: 'The environment doesn’t show your key yet' },
    checkStatus: { id: 'window.engagements.checkStatus', defaultMessage: 'Check the encryption status' },
    encrypted: { id: 'window.engagements.encrypted', defaultMessage: 'Encrypted' },
    closed: { id: 'window.engagements.closed', defaultMessage: 'Can’t be opened' },
    running: { id: 'window.engagements.running', defaultMessage: 'Running' },
    filter: { id: 'window.engagements.filter', defaultMessage: 'Filter' },
    all: { id: 'window.engagements.all', defaultMessage: 'All' },
    search: { id: 'window.engagements.search', defaultMessage: 'Search customer or environment' },
    shown: { id: 'window.engagements.shown', defaultMessage: '{count} of {total} environments' },
    none: { id: 'window.engagements.none', defaultMessage: 'No environment matches.' },
    showAll: { id: 'window.engagements.showAll', defaultMessage: 'Show all' },
    openIt: { id: 'window.engagements.openIt', defaultMessage: 'Open' },
    openOf: { id: 'window.engagements.openOf', defaultMessage: 'Open {environment}' },
    details: { id: 'window.engagements.details', defaultMessage: 'Details' },
    detailsOf: { id: 'window.engagements.detailsOf', defaultMessage: 'Details of {environment}' },
    environmentId: { id: 'window.engagements.environmentId', defaultMessage: 'Environment ID' },
    tenantId: { id: 'window.engagements.tenantId', defaultMessage: 'Tenant ID' },
    folder: { id: 'window.engagements.folder', defaultMessage: 'Folder' },
    cloud: { id: 'window.engagements.cloud', defaultMessage: 'Cloud' },
    account: { id: 'window.engagements.account', defaultMessage: 'Last signed in as' },
    saved: { id: 'window.engagements.saved', defaultMessage: 'Last saved' },
    remove: { id: 'window.engagements.remove', defaultMessage: 'Remove from list' },
    removeOf: { id: 'window.engagements.removeOf', defaultMessage: 'Remove {environment} from the list' },
    removing: {
      id: 'window.engagements.removing',
      defaultMessage:
        'Removes it from this list only. Nothing changes at Microsoft, and running operations continue. The log stays in its folder on this computer. If you choose the environment again, a new log starts.',
    },
    removeNow: { id: 'window.engagements.removeNow', defaultMessage: 'Remove it' },
    keep: { id: 'window.engagements.keep', defaultMessage: 'Keep it' },
  }),
  recovery: defineMessages({
    eyebrow: { id: 'window.engagements.recovery.eyebrow', defaultMessage: 'Since your last visit' },
    reading: { id: 'window.engagements.recovery.reading', defaultMessage: 'Checking every step again' },
    differs: { id: 'window.engagements.recovery.differs', defaultMessage: 'Something changed since your last visit' },
    same: { id: 'window.engagements.recovery.same', defaultMessage: 'Your saved work was repaired' },
    failed: { id: 'window.engagements.recovery.failed', defaultMessage: 'Couldn’t check the steps' },
    last: {
      id: 'window.engagements.recovery.last',
      defaultMessage: 'Last worked on {when} as {account}. A step counts only if the services confirm it now.',
    },
    step: { id: 'window.engagements.recovery.step', defaultMessage: 'Step {step}: {title}' },
    was: { id: 'window.engagements.recovery.was', defaultMessage: 'Saved' },
    is: { id: 'window.engagements.recovery.is', defaultMessage: 'Now' },
    found: { id: 'window.engagements.recovery.found', defaultMessage: 'Found on this computer' },
    goOn: { id: 'window.engagements.recovery.goOn', defaultMessage: 'Continue with current state' },
    redo: { id: 'window.engagements.recovery.redo', defaultMessage: 'Go to first change' },
    stop: { id: 'window.engagements.recovery.stop', defaultMessage: 'Close without continuing' },
  }),
  record: defineMessages({
    here: {
      id: 'window.engagements.record.here',
      defaultMessage:
        '{user} has this environment open in another wizard since {when} (process {processId} on {host}). You can view everything, but only one wizard can make changes at a time.',
    },
    gone: {
      id: 'window.engagements.record.gone',
      defaultMessage:
        'The wizard that {user} used to open this environment {when} (process {processId} on {host}) ended unexpectedly, or the computer shut down. No wizard has it open here. Take over to continue.',
    },
    elsewhere: {
      id: 'window.engagements.record.elsewhere',
      defaultMessage:
        '{user} opened this environment {when} on another computer, {host} (process {processId}). We can’t tell whether that wizard is still running. Ask {user} before you take over.',
    },
    unreadable: {
      id: 'window.engagements.record.unreadable',
      defaultMessage:
        'This environment is locked, but the lock is incomplete and doesn’t say by whom. Take over only if you know that no other wizard is open.',
    },
    released: {
      id: 'window.engagements.record.released',
      defaultMessage:
        'Another wizard took over this environment and has since released it. This wizard shows an earlier state. Take over to continue from the latest state.',
    },
    takeOver: { id: 'window.engagements.record.takeOver', defaultMessage: 'Take over' },
    problem: {
      id: 'window.engagements.record.problem',
      defaultMessage:
        'We can’t save the log, so changes are blocked. Operations already running at Microsoft continue, and we keep checking them.',
    },
  }),
}
