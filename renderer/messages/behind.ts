import { defineMessages } from '#machines/messages/message.ts'

export const behind = defineMessages('window.behind', {
  practice: 'Practice tenant',
  rechecking: 'Checking once more before the first change',
  making: 'Making change {number, number} of {count, number}: {title}',
  scheduled: 'Starts {when}',
  reading: 'Checking what was made',
  done: 'Done: {title}',
  open: 'Open {environment}',
})
