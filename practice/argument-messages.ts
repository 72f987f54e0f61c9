import { defineMessages } from '../machines/messages/message.ts'

/** Why the practice tenant cannot be served as the command line asks for it. */
export const messages = defineMessages({
  noScenario: { id: 'practiceTenant.noScenario', defaultMessage: 'There’s no scenario ‘{name}’. The scenarios are {scenarios}.' },
  wholeNumber: { id: 'practiceTenant.wholeNumber', defaultMessage: '{option} takes a whole number' },
  number: { id: 'practiceTenant.number', defaultMessage: '{option} takes a number' },
  portLeast: { id: 'practiceTenant.portLeast', defaultMessage: '--port must be at least 0, for any free port' },
  portMost: {
    id: 'practiceTenant.portMost',
    defaultMessage: '--port must be at most 65000: other services use the ports after it',
  },
  speedLeast: {
    id: 'practiceTenant.speedLeast',
    defaultMessage: '--speed must be at least 1: the tenant can’t run slower than you',
  },
  speedMost: { id: 'practiceTenant.speedMost', defaultMessage: '--speed must be at most 100000' },
  latencyLeast: { id: 'practiceTenant.latencyLeast', defaultMessage: '--latency must be at least 0' },
  latencyMost: { id: 'practiceTenant.latencyMost', defaultMessage: '--latency must be at most 60000 milliseconds' },
  fault: {
    id: 'practiceTenant.fault',
    defaultMessage: '--fault takes ‘METHOD PATH-PATTERN [nth] FAULT’, not ‘{given}’',
  },
  service: { id: 'practiceTenant.service', defaultMessage: '{option} takes one of {services}' },
  file: { id: 'practiceTenant.file', defaultMessage: '{option} takes a file' },
  folder: { id: 'practiceTenant.folder', defaultMessage: '{option} takes a folder' },
})
