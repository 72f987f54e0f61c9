import { defineMessages } from '../../machines/messages/message.ts'

/** Words of the stage before the first step. What each part says comes with the view. */
export const prepare = {
  ...defineMessages({
    eyebrow: { id: 'window.prepare.eyebrow', defaultMessage: 'Before step 1' },
    title: { id: 'window.prepare.title', defaultMessage: 'Prepare' },
    lead: {
      id: 'window.prepare.lead',
      defaultMessage: 'See what your key covers, what all four steps need, and who does them. Nothing is changed here.',
    },
    steps: {
      id: 'window.prepare.steps',
      defaultMessage: '{count, plural, one {Step} other {Steps}} {steps}',
      description: 'A list of numbers, for example “1, 2, and 4”',
    },
  }),
  person: defineMessages({
    verified: { id: 'window.prepare.person.verified', defaultMessage: 'You' },
    'action-required': { id: 'window.prepare.person.missing', defaultMessage: 'Someone else' },
    confirm: { id: 'window.prepare.person.confirm', defaultMessage: 'Confirm' },
    'not-checked': { id: 'window.prepare.person.notChecked', defaultMessage: 'Not checked' },
  }),
}
