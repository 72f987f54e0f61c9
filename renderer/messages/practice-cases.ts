import { defineMessages } from '../../machines/messages/message.ts'

/** The gallery of cases to practice. */
export const practiceCases = {
  ...defineMessages({
    search: { id: 'window.cases.search', defaultMessage: 'Search cases' },
    none: { id: 'window.cases.none', defaultMessage: 'No case matches.' },
    minutes: { id: 'window.cases.minutes', defaultMessage: '{minutes, number} min' },
    cause: { id: 'window.cases.cause', defaultMessage: 'Cause' },
    start: { id: 'window.cases.start', defaultMessage: 'Start' },
    startOf: { id: 'window.cases.startOf', defaultMessage: 'Start: {title}' },
    present: { id: 'window.cases.present', defaultMessage: 'Present' },
    presentOf: { id: 'window.cases.presentOf', defaultMessage: 'Present: {title}' },
    startAt: { id: 'window.cases.startAt', defaultMessage: 'Start at' },
    found: { id: 'window.cases.found', defaultMessage: '{count, plural, one {# case} other {# cases}}' },
    opening: { id: 'window.cases.opening', defaultMessage: 'Opening…' },
  }),
  groups: defineMessages({
    works: { id: 'window.cases.groups.works', defaultMessage: 'It works' },
    missing: { id: 'window.cases.groups.missing', defaultMessage: 'Something is missing' },
    breaks: { id: 'window.cases.groups.breaks', defaultMessage: 'Something breaks' },
    later: { id: 'window.cases.groups.later', defaultMessage: 'Later' },
  }),
  levels: Object.values(
    defineMessages({
      easy: { id: 'window.cases.levels.easy', defaultMessage: 'Easy' },
      medium: { id: 'window.cases.levels.medium', defaultMessage: 'Medium' },
      hard: { id: 'window.cases.levels.hard', defaultMessage: 'Hard' },
    }),
  ),
  stages: defineMessages({
    prepare: { id: 'window.cases.stages.prepare', defaultMessage: 'Prepare' },
    check: { id: 'window.cases.stages.check', defaultMessage: 'Check everything' },
    'step-1': { id: 'window.cases.stages.step1', defaultMessage: 'Step 1' },
    'step-2': { id: 'window.cases.stages.step2', defaultMessage: 'Step 2' },
    'step-3': { id: 'window.cases.stages.step3', defaultMessage: 'Step 3' },
    'step-4': { id: 'window.cases.stages.step4', defaultMessage: 'Step 4' },
    waiting: { id: 'window.cases.stages.waiting', defaultMessage: 'While it waits' },
    done: { id: 'window.cases.stages.done', defaultMessage: 'Encrypted' },
  }),
}
