import { defineMessages } from '../../machines/messages/message.ts'

/** Exercises of a class: on the practice page, and while one is under way. */
export const exercises = defineMessages({
  heading: { id: 'window.exercises.heading', defaultMessage: 'Exercises' },
  lead: { id: 'window.exercises.lead', defaultMessage: 'Each has a goal and three hints. It’s solved when the services say so.' },
  start: { id: 'window.exercises.start', defaultMessage: 'Start' },
  startOf: { id: 'window.exercises.startOf', defaultMessage: 'Start the exercise: {title}' },
  of: { id: 'window.exercises.of', defaultMessage: '{case} · {minutes, number} min', description: 'case: title of a practice case' },
  solved: { id: 'window.exercises.solved', defaultMessage: 'Solved' },
  notSolved: { id: 'window.exercises.notSolved', defaultMessage: 'Not solved yet' },
  open: { id: 'window.exercises.open', defaultMessage: 'Open an exercise…' },
  sheet: { id: 'window.exercises.sheet', defaultMessage: 'Save class sheet…' },
  underWay: { id: 'window.exercises.underWay', defaultMessage: 'Exercise: {title}' },
  hint: { id: 'window.exercises.hint', defaultMessage: 'Show hint {number, number} of {of, number}' },
  hintShown: { id: 'window.exercises.hintShown', defaultMessage: 'Hint {number, number}: {hint}' },
})
