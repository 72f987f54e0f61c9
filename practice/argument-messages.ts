import { defineMessages } from '../machines/messages/message.ts'

export const messages = defineMessages('practiceTenant', {
  noScenario: 'There’s no scenario ‘{name}’. The scenarios are {scenarios}.',
  wholeNumber: '{option} takes a whole number',
  number: '{option} takes a number',
  portLeast: '--port must be at least 0, for any free port',
  portMost: '--port must be at most 65000: other services use the ports after it',
  speedLeast: '--speed must be at least 1: the tenant can’t run slower than you',
  speedMost: '--speed must be at most 100000',
  latencyLeast: '--latency must be at least 0',
  latencyMost: '--latency must be at most 60000 milliseconds',
  fault: '--fault takes ‘METHOD PATH-PATTERN [nth] FAULT’, not ‘{given}’',
  service: '{option} takes one of {services}',
  file: '{option} takes a file',
  folder: '{option} takes a folder',
})
