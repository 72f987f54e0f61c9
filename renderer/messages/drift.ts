import { defineMessages } from '../../machines/messages/message.ts'

/** Words for what has changed since the end. */
export const drift = {
  ...defineMessages({
    heading: { id: 'window.drift.heading', defaultMessage: 'What has changed since the end' },
    noEnd: {
      id: 'window.drift.noEnd',
      defaultMessage:
        'No baseline yet. It is saved when all four steps are verified and the closing page opens. From then on you can compare here.',
    },
    end: {
      id: 'window.drift.end',
      defaultMessage:
        'The end was recorded {when} by {by}. Comparing reads all four steps again and writes nothing. What you changed on purpose is listed as well.',
    },
    compare: { id: 'window.drift.compare', defaultMessage: 'Compare with the end' },
    compared: { id: 'window.drift.compared', defaultMessage: 'compared {when}' },
    reading: { id: 'window.drift.reading', defaultMessage: 'Reading everything again' },
    nothing: { id: 'window.drift.nothing', defaultMessage: 'Nothing has changed: everything reads as it did at the end.' },
    toPutRight: {
      id: 'window.drift.toPutRight',
      defaultMessage:
        '{worse, plural, =0 {What has changed needs no action. Check whether the change was intended.} one {One change needs attention; the worst come first.} other {# changes need attention; the worst come first.}}',
    },
    what: { id: 'window.drift.what', defaultMessage: 'What' },
    was: { id: 'window.drift.was', defaultMessage: 'At the end' },
    is: { id: 'window.drift.is', defaultMessage: 'Now' },
    who: { id: 'window.drift.who', defaultMessage: 'Who can resolve it' },
    inOrder: { id: 'window.drift.inOrder', defaultMessage: 'In order as it is. Ask whether it was meant to change.' },
  }),
  turns: defineMessages({
    worse: { id: 'window.drift.turns.worse', defaultMessage: 'Worse' },
    better: { id: 'window.drift.turns.better', defaultMessage: 'Better' },
    other: { id: 'window.drift.turns.other', defaultMessage: 'Changed' },
  }),
}
