import { defineMessages } from '../../machines/messages/message.ts'

/** Stage before the first step. Descriptions of its parts come with the view. */
export const prepare = {
  ...defineMessages('window.prepare', {
    eyebrow: 'Before step 1',
    title: 'Prepare',
    notChecked: 'Nothing is checked yet. Check everything, or start on step 1',
    start: 'Start step 1',
    ready: 'Everything is ready',
    mustAct:
      '{people, plural, =0 {Not everything is answered. You can start now} one {# person must act. You can start now} other {# people must act. You can start now}}',
    blocked:
      '{more, plural, =0 {Step {step, number} is blocked: {title}} other {Step {step, number} is blocked: {title}, and {more, number} more}}',
    whoMustAct: { id: 'window.prepare.whoMustAct', defaultMessage: 'Who must act: {owners}', description: 'A list of roles, or “You”' },
    steps: {
      id: 'window.prepare.steps',
      defaultMessage: '{count, plural, one {Step} other {Steps}} {steps}',
      description: 'A list of numbers, for example “1, 2, and 4”',
    },
    nothingLeft: {
      id: 'window.prepare.person.nothingLeft',
      defaultMessage: 'Done',
      description: 'Of a person, beside the steps that are theirs',
    },
  }),
  person: defineMessages('window.prepare.person', {
    verified: 'You',
    'action-required': { id: 'window.prepare.person.missing', defaultMessage: 'Someone else' },
    confirm: 'Confirm',
    'not-checked': { id: 'window.prepare.person.notChecked', defaultMessage: 'Not checked' },
  }),
}
