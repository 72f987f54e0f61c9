import { defineMessages } from '../../machines/messages/message.ts'

/** Words for environments that were worked on before, and for their record on this computer. */
export const engagements = {
  ...defineMessages({
    heading: { id: 'window.engagements.heading', defaultMessage: 'Continue where you left off' },
    lead: {
      id: 'window.engagements.lead',
      defaultMessage: 'Signs in as before, reads every step again, and continues where you left off.',
    },
    encrypting: { id: 'window.engagements.encrypting', defaultMessage: 'Being encrypted at Microsoft since {when}' },
    managing: { id: 'window.engagements.managing', defaultMessage: 'Being made a Managed Environment since {when}' },
    beingRemoved: { id: 'window.engagements.beingRemoved', defaultMessage: 'Being taken out of its policy since {when}' },
    rotating: { id: 'window.engagements.rotating', defaultMessage: 'A new version of its key is being picked up since {when}' },
    proved: { id: 'window.engagements.proved', defaultMessage: 'Verified {when}' },
    open: { id: 'window.engagements.open', defaultMessage: 'Step {step} open' },
    closed: { id: 'window.engagements.closed', defaultMessage: 'Cannot be opened' },
    saved: { id: 'window.engagements.saved', defaultMessage: 'Last saved {when} as {account}' },
    openIt: { id: 'window.engagements.openIt', defaultMessage: 'Open' },
    openOf: { id: 'window.engagements.openOf', defaultMessage: 'Open {environment}' },
    remove: { id: 'window.engagements.remove', defaultMessage: 'Remove from list' },
    removeOf: { id: 'window.engagements.removeOf', defaultMessage: 'Remove {environment} from the list' },
    removing: {
      id: 'window.engagements.removing',
      defaultMessage:
        'Takes it off this list. Nothing changes at Microsoft, and an operation that runs there continues. The log stays in its folder on this computer; if you choose the environment again, a new log begins.',
    },
    removeNow: { id: 'window.engagements.removeNow', defaultMessage: 'Remove it' },
    keep: { id: 'window.engagements.keep', defaultMessage: 'Keep it' },
  }),
  recovery: defineMessages({
    eyebrow: { id: 'window.engagements.recovery.eyebrow', defaultMessage: 'Since it was last open' },
    reading: { id: 'window.engagements.recovery.reading', defaultMessage: 'Reading every step again' },
    differs: { id: 'window.engagements.recovery.differs', defaultMessage: 'Something changed since your last visit' },
    same: { id: 'window.engagements.recovery.same', defaultMessage: 'The record was repaired' },
    failed: { id: 'window.engagements.recovery.failed', defaultMessage: 'The steps could not be read' },
    last: {
      id: 'window.engagements.recovery.last',
      defaultMessage: 'This environment was last worked on {when} as {account}. A step counts when the services say so now.',
    },
    step: { id: 'window.engagements.recovery.step', defaultMessage: 'Step {step}: {title}' },
    was: { id: 'window.engagements.recovery.was', defaultMessage: 'On record' },
    is: { id: 'window.engagements.recovery.is', defaultMessage: 'Now' },
    found: { id: 'window.engagements.recovery.found', defaultMessage: 'Found on this computer' },
    goOn: { id: 'window.engagements.recovery.goOn', defaultMessage: 'Continue with current state' },
    redo: { id: 'window.engagements.recovery.redo', defaultMessage: 'Go to the first step that differs' },
    stop: { id: 'window.engagements.recovery.stop', defaultMessage: 'Close without going on' },
    again: { id: 'window.engagements.recovery.again', defaultMessage: 'Read again' },
  }),
  record: defineMessages({
    here: {
      id: 'window.engagements.record.here',
      defaultMessage:
        '{user} has this environment open in another wizard, since {when} (process {processId} on {host}). You can look at everything. Only one may write at a time.',
    },
    gone: {
      id: 'window.engagements.record.gone',
      defaultMessage:
        'The wizard that {user} opened this environment with {when} is gone (process {processId} on {host}): it was ended by force, or the computer went down. No wizard has it open here. Take over to continue.',
    },
    elsewhere: {
      id: 'window.engagements.record.elsewhere',
      defaultMessage:
        '{user} opened this environment {when} on another computer, {host} (process {processId}). This one cannot tell whether that wizard is still at work. Ask {user} before you take over.',
    },
    unreadable: {
      id: 'window.engagements.record.unreadable',
      defaultMessage:
        'A lock on this environment is there, but it does not say who holds it: it was cut off while it was written. Take over when you know that no other wizard is open.',
    },
    released: {
      id: 'window.engagements.record.released',
      defaultMessage:
        'Another wizard took over this environment and has released it since. This one shows an earlier state. Take over to continue from what the other left.',
    },
    takeOver: { id: 'window.engagements.record.takeOver', defaultMessage: 'Take over' },
    problem: {
      id: 'window.engagements.record.problem',
      defaultMessage: 'We can’t save the log, so changes are blocked. What already runs at Microsoft continues, and we follow it.',
    },
  }),
}
