import { defineMessages } from '#machines/messages/message.ts'

export const messages = defineMessages('add.guide', {
  title: 'Add another environment',
  outcome: 'The other environment is in your policy too',
  what: 'Add another environment to the same policy',
  why: 'Copy and restore work only between environments on the same key.',
  order: 'In which order?',
  orderText: {
    id: 'add.guide.order.text',
    defaultMessage: 'We advise sandboxes first, then production. Each has its own check, confirmation, maintenance window, and wait.',
  },
  atOnce: 'Can I add several at once?',
  atOnceText: {
    id: 'add.guide.atOnce.text',
    defaultMessage:
      'No document forbids it, and none says how it works; that’s unverified. We add one at a time. You can start another while one is being encrypted.',
  },
  ofEnvironment: { id: 'add.finding.ofEnvironment', defaultMessage: '{environment}: {title}' },
  notRead: { id: 'add.target.notRead', defaultMessage: 'Couldn’t be read' },
  rowType: { id: 'add.row.type', defaultMessage: 'Type' },
})
