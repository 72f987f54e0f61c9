import { defineMessages } from '../../machines/messages/message.ts'

/** Words of many pages. */
export const common = {
  ...defineMessages({
    opensInBrowser: { id: 'window.opensInBrowser', defaultMessage: 'Opens in your browser' },
    dismiss: { id: 'window.dismiss', defaultMessage: 'Dismiss' },
  }),
  owners: defineMessages({
    you: { id: 'window.owners.you', defaultMessage: 'You' },
    'key-vault-administrator': { id: 'window.owners.keyVaultAdministrator', defaultMessage: 'Key vault admin' },
    'power-platform-administrator': { id: 'window.owners.powerPlatformAdministrator', defaultMessage: 'Power Platform admin' },
    'lifecycle-services-administrator': {
      id: 'window.owners.lifecycleServicesAdministrator',
      defaultMessage: 'Lifecycle Services admin',
    },
    customer: { id: 'window.owners.customer', defaultMessage: 'Customer' },
    microsoft: { id: 'window.owners.microsoft', defaultMessage: 'Microsoft' },
  }),
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
