import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  title: { id: 'add.guide.title', defaultMessage: 'Add another environment' },
  outcome: { id: 'add.guide.outcome', defaultMessage: 'The other environment is in your policy too' },
  what: { id: 'add.guide.what', defaultMessage: 'Add another environment to the same policy' },
  why: { id: 'add.guide.why', defaultMessage: 'Copy and restore work only between environments on the same key.' },
  when: { id: 'add.guide.when', defaultMessage: 'Once the first environment works.' },
  order: { id: 'add.guide.order', defaultMessage: 'In which order?' },
  orderText: {
    id: 'add.guide.order.text',
    defaultMessage: 'Sandboxes first, then production. Each has its own check, confirmation, maintenance window, and wait.',
  },
  atOnce: { id: 'add.guide.atOnce', defaultMessage: 'Can I add several at once?' },
  atOnceText: {
    id: 'add.guide.atOnce.text',
    defaultMessage:
      'No document forbids it, and none says how it works; that’s unverified. We add one at a time. You can start another while one is being encrypted.',
  },
  ofEnvironment: { id: 'add.finding.ofEnvironment', defaultMessage: '{environment}: {title}' },
  notRead: { id: 'add.target.notRead', defaultMessage: 'Couldn’t be read' },
  rowType: { id: 'add.row.type', defaultMessage: 'Type' },
})
