import { defineMessages } from '../../machines/messages/message.ts'

export const templateMessages = defineMessages({
  files: { id: 'records.templates.files', defaultMessage: 'Template file' },
  noVersion: { id: 'records.templates.noVersion', defaultMessage: '{file} holds no templates.' },
  otherAt: { id: 'records.templates.otherAt', defaultMessage: 'Couldn’t read {place} in {file}. Nothing was imported.' },
  twice: { id: 'records.templates.twice', defaultMessage: 'Two templates are called {template}.' },
  unknownVariable: {
    id: 'records.templates.unknownVariable',
    defaultMessage: 'The template {template} uses “{variable}”, which has no value.',
  },
  tags: { id: 'records.templates.tags', defaultMessage: 'Template {template}: {why}' },
  noSuch: { id: 'records.templates.noSuch', defaultMessage: 'There’s no template called {template}.' },
  notSaved: { id: 'records.templates.notSaved', defaultMessage: 'Couldn’t save the templates: {error}' },
})
