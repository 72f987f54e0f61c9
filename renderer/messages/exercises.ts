import { defineMessages } from '#machines/messages/message.ts'

export const exercises = defineMessages('window.exercises', {
  heading: 'Exercises',
  lead: 'Each has a goal and three hints. It’s solved when the services say so.',
  start: 'Start',
  startOf: 'Start the exercise: {title}',
  of: { id: 'window.exercises.of', defaultMessage: '{case} · {minutes, number} min', description: 'case: title of a practice case' },
  solved: 'Solved',
  notSolved: 'Not solved yet',
  open: 'Open an exercise…',
  sheet: 'Save class sheet…',
  underWay: 'Exercise: {title}',
  hint: 'Show hint {number, number} of {of, number}',
  hintShown: 'Hint {number, number}: {hint}',
})
