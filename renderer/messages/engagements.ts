import { defineMessages } from '../../machines/messages/message.ts'

/** Words for environments that were worked on before, and for their record on this computer. */
export const engagements = {
  ...defineMessages({
    heading: { id: 'window.engagements.heading', defaultMessage: 'Continue where you left off' },
    lead: {
      id: 'window.engagements.lead',
      defaultMessage: 'Signs in as before, checks every step again, and continues where you left off.',
    },
    encrypting: { id: 'window.engagements.encrypting', defaultMessage: 'Encrypting since {when}' },
    managing: { id: 'window.engagements.managing', defaultMessage: 'Enabling Managed Environments since {when}' },
    beingRemoved: { id: 'window.engagements.beingRemoved', defaultMessage: 'Removing it from its policy since {when}' },
    rotating: { id: 'window.engagements.rotating', defaultMessage: 'Switching to the new key version since {when}' },
    waiting: { id: 'window.engagements.waiting', defaultMessage: 'Waiting for Azure since {when}' },
    encrypted: { id: 'window.engagements.encrypted', defaultMessage: 'Encrypted' },
    locked: { id: 'window.engagements.locked', defaultMessage: 'Locked' },
    open: { id: 'window.engagements.open', defaultMessage: 'On step {step}' },
    closed: { id: 'window.engagements.closed', defaultMessage: 'Can’t be opened' },
    saved: { id: 'window.engagements.saved', defaultMessage: 'Last saved {when} as {account}' },
    openIt: { id: 'window.engagements.openIt', defaultMessage: 'Open' },
    openOf: { id: 'window.engagements.openOf', defaultMessage: 'Open {environment}' },
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
    again: { id: 'window.engagements.recovery.again', defaultMessage: 'Check again' },
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
