import { defineMessages } from '../../machines/messages/message.ts'

/** Words for what has changed since the end. */
export const drift = {
  ...defineMessages({
    heading: { id: 'window.drift.heading', defaultMessage: 'Changes since the baseline' },
    noEnd: {
      id: 'window.drift.noEnd',
      defaultMessage: 'No baseline yet. We save it when all four steps are verified and the closing page opens. Then you can compare here.',
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
    inOrder: { id: 'window.drift.inOrder', defaultMessage: 'No action needed. Check whether the change was intended.' },
  }),
  turns: defineMessages({
    worse: { id: 'window.drift.turns.worse', defaultMessage: 'Worse' },
    better: { id: 'window.drift.turns.better', defaultMessage: 'Better' },
    other: { id: 'window.drift.turns.other', defaultMessage: 'Changed' },
  }),
}
