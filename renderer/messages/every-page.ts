import { defineMessages } from '../../machines/messages/message.ts'
import { OWNER_TITLES } from '../../machines/procedure/owner-titles.ts'

/** Words of many pages. */
export const everyPage = {
  ...defineMessages({
    opensInBrowser: { id: 'window.opensInBrowser', defaultMessage: 'Opens in your browser' },
    dismiss: { id: 'window.dismiss', defaultMessage: 'Dismiss' },
  }),
  owners: OWNER_TITLES,
  unreadable: defineMessages({
    title: { id: 'window.unreadable.title', defaultMessage: 'The window couldn’t read an update' },
    meaning: {
      id: 'window.unreadable.meaning',
      defaultMessage: 'Nothing was changed, but this page might be out of date. Close the wizard and open it again.',
    },
  }),
  bridge: defineMessages({
    unknownAnswer: { id: 'window.bridge.unknownAnswer', defaultMessage: 'The wizard returned an answer that this window can’t read.' },
  }),
  copy: defineMessages({
    copy: { id: 'window.copy.copy', defaultMessage: 'Copy' },
    copied: { id: 'window.copy.copied', defaultMessage: 'Copied' },
    what: { id: 'window.copy.what', defaultMessage: 'Copy {of}' },
    announced: { id: 'window.copy.announced', defaultMessage: 'Copied {of}.' },
  }),
  service: defineMessages({
    heading: { id: 'window.service.heading', defaultMessage: 'Error details' },
    of: { id: 'window.service.of', defaultMessage: 'the error details' },
    request: { id: 'window.service.request', defaultMessage: 'Request: {request}' },
    correlationId: { id: 'window.service.correlationId', defaultMessage: 'Correlation ID: {correlationId}' },
  }),
}
