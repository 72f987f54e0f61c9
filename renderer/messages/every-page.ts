import { defineMessages } from '#machines/messages/message.ts'
import { OWNER_TITLES } from '#machines/procedure/owners/owner-titles.ts'

export const everyPage = {
  ...defineMessages('window', {
    opensInBrowser: 'Opens in your browser',
    dismiss: 'Dismiss',
  }),
  owners: OWNER_TITLES,
  unreadable: defineMessages('window.unreadable', {
    title: 'The window couldn’t read an update',
    meaning: 'Nothing was changed, but this page might be out of date. Close the wizard and open it again.',
  }),
  bridge: defineMessages('window.bridge', {
    unknownAnswer: 'The wizard returned an answer that this window can’t read.',
  }),
  copy: defineMessages('window.copy', {
    copy: 'Copy',
    copied: 'Copied',
    what: 'Copy {of}',
    announced: 'Copied {of}.',
  }),
  service: defineMessages('window.service', {
    heading: 'Error details',
    of: 'the error details',
    request: 'Request: {request}',
    correlationId: 'Correlation ID: {correlationId}',
  }),
}
