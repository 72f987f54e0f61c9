import { defineMessages } from '#machines/messages/message.ts'

export const practiceCases = {
  ...defineMessages('window.cases', {
    search: 'Search cases',
    none: 'No case matches.',
    first: 'Start here',
    minutes: '{minutes, number} min',
    cause: 'Cause',
    start: 'Start',
    startOf: 'Start: {title}',
    present: 'Present',
    presentOf: 'Present: {title}',
    startAt: 'Start at',
    found: '{count, plural, one {# case} other {# cases}}',
    opening: 'Opening…',
  }),
  recording: defineMessages('window.cases.recording', {
    heading: 'Recordings',
    lead: 'Opens the file that a comparison of a tenant saved. You see what was seen there, and can change nothing.',
    open: 'Open a recording…',
  }),
  groups: defineMessages('window.cases.groups', {
    works: 'It works',
    missing: 'Something is missing',
    breaks: 'Something breaks',
    later: 'Later',
  }),
  levels: Object.values(
    defineMessages('window.cases.levels', {
      easy: 'Easy',
      medium: 'Medium',
      hard: 'Hard',
    }),
  ),
  stages: defineMessages('window.cases.stages', {
    prepare: 'Prepare',
    check: 'Check everything',
    'step-1': { id: 'window.cases.stages.step1', defaultMessage: 'Step 1' },
    'step-2': { id: 'window.cases.stages.step2', defaultMessage: 'Step 2' },
    'step-3': { id: 'window.cases.stages.step3', defaultMessage: 'Step 3' },
    'step-4': { id: 'window.cases.stages.step4', defaultMessage: 'Step 4' },
    waiting: 'While it waits',
    done: 'Encrypted',
  }),
}
