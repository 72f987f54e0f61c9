import { defineMessages } from '../../machines/messages/message.ts'

/** Words for what has changed since the end. */
export const drift = {
  ...defineMessages({
    heading: { id: 'window.drift.heading', defaultMessage: 'Changes since the baseline' },
    noEnd: {
      id: 'window.drift.noEnd',
      defaultMessage: 'No baseline yet. It’s saved on the closing page, once all four steps are verified.',
    },
    end: {
      id: 'window.drift.end',
      defaultMessage: 'Baseline saved {when} by {by}. Comparing changes nothing.',
    },
    compare: { id: 'window.drift.compare', defaultMessage: 'Compare with baseline' },
    compared: { id: 'window.drift.compared', defaultMessage: 'compared {when}' },
    reading: { id: 'window.drift.reading', defaultMessage: 'Checking everything again' },
    nothing: { id: 'window.drift.nothing', defaultMessage: 'Nothing has changed since the baseline.' },
    toPutRight: {
      id: 'window.drift.toPutRight',
      defaultMessage:
        '{worse, plural, =0 {The changes need no action. Check whether they were intended.} one {One change needs attention. The worst come first.} other {# changes need attention. The worst come first.}}',
    },
    what: { id: 'window.drift.what', defaultMessage: 'What' },
    was: { id: 'window.drift.was', defaultMessage: 'Baseline' },
    is: { id: 'window.drift.is', defaultMessage: 'Now' },
    who: { id: 'window.drift.who', defaultMessage: 'Who can resolve it' },
    nothingElse: { id: 'window.drift.nothingElse', defaultMessage: 'Nothing has changed since the baseline, apart from what is snoozed.' },
    accept: { id: 'window.drift.accept', defaultMessage: 'Accept as baseline' },
    acceptOf: { id: 'window.drift.acceptOf', defaultMessage: 'Accept as baseline: {what}' },
    acceptTitle: { id: 'window.drift.acceptTitle', defaultMessage: 'Accept this change' },
    acceptMeans: {
      id: 'window.drift.acceptMeans',
      defaultMessage:
        'It becomes part of the baseline. Nothing changes in the tenant. Your name and the reason go into the log and the report.',
    },
    snooze: { id: 'window.drift.snooze', defaultMessage: 'Snooze' },
    snoozeOf: { id: 'window.drift.snoozeOf', defaultMessage: 'Snooze: {what}' },
    snoozeTitle: { id: 'window.drift.snoozeTitle', defaultMessage: 'Snooze this change' },
    snoozeMeans: {
      id: 'window.drift.snoozeMeans',
      defaultMessage:
        'It comes back on that date, or earlier if it changes again. Your name and the reason go into the log and the report.',
    },
    reason: { id: 'window.drift.reason', defaultMessage: 'Reason' },
    reasonHint: { id: 'window.drift.reasonHint', defaultMessage: 'For example, the number of the change request.' },
    reasonMissing: { id: 'window.drift.reasonMissing', defaultMessage: 'Enter a reason.' },
    until: { id: 'window.drift.until', defaultMessage: 'Snooze until' },
    dayBroken: { id: 'window.drift.dayBroken', defaultMessage: 'Choose a date from tomorrow to one year from now.' },
    cancel: { id: 'window.drift.cancel', defaultMessage: 'Cancel' },
    wasIs: { id: 'window.drift.wasIs', defaultMessage: '{was} → {is}' },
    snoozed: { id: 'window.drift.snoozed', defaultMessage: 'Snoozed changes ({count})' },
    comesBack: { id: 'window.drift.comesBack', defaultMessage: 'Comes back' },
    because: { id: 'window.drift.because', defaultMessage: '{by}: {reason}' },
    resume: { id: 'window.drift.resume', defaultMessage: 'Show now' },
    resumeOf: { id: 'window.drift.resumeOf', defaultMessage: 'Show now: {what}' },
    acceptedList: { id: 'window.drift.acceptedList', defaultMessage: 'Accepted changes ({count})' },
    isNow: { id: 'window.drift.isNow', defaultMessage: 'Change' },
    acceptedBy: { id: 'window.drift.acceptedBy', defaultMessage: 'Accepted' },
    inOrder: { id: 'window.drift.inOrder', defaultMessage: 'No action needed. Check whether the change was intended.' },
  }),
  turns: defineMessages({
    worse: { id: 'window.drift.turns.worse', defaultMessage: 'Worse' },
    better: { id: 'window.drift.turns.better', defaultMessage: 'Better' },
    other: { id: 'window.drift.turns.other', defaultMessage: 'Changed' },
  }),
}
