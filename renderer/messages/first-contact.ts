import { defineMessages } from '#machines/messages/message.ts'
import { messages } from '#machines/procedure/first-contact/messages.ts'

const { differs, refused, settles, settlesWhat } = messages

export const firstContact = {
  differs,
  refused,
  settles,
  settlesWhat,
  ...defineMessages('window.firstContact', {
    title: 'Compare this tenant with what the wizard expects',
    lead: 'The wizard makes its reads of the chosen environment and its key, or of the tenant’s lists before one is chosen, and compares the answers with what it expects. It changes nothing and sends nothing.',
    titleOfRecording: 'Compare this recording with what the wizard expects',
    leadOfRecording: 'In what the recorded answers differ from those of the practice tenant, and what that means for the wizard.',
    compare: 'Compare',
    again: 'Compare again',
    comparing: 'Reading and comparing…',
    held: 'As expected: {count, plural, one {# kind of request} other {# kinds of requests}}',
    file: 'The file',
    fileWhat:
      'This is all that is saved: structure, with pseudonyms in place of names, IDs, and addresses. Read it before you save it. Others can open it to see what you see here.',
    save: 'Save file',
    saved: 'Saved as {name}.',
  }),
}
