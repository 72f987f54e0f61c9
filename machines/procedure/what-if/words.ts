import { defineMessages } from '../../messages/message.ts'

export const whatIfWords = defineMessages('window.whatIf', {
  heading: 'What takes the environment offline',
  lead: 'Each of these takes every environment on the policy offline at once, and active users can lose data. A locked environment can’t be copied or restored.',
  cause: 'If',
  notice: 'Advance warning',
  back: 'Way back',
  protection: 'Protection',
})

export const whatIfStates = defineMessages('window.whatIf.states', {
  lost: 'Yes',
  clear: 'No',
  unknown: 'Unknown',
})
