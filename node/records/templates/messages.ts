import { defineMessages } from '#machines/messages/message.ts'

export const templateMessages = defineMessages('records.templates', {
  files: 'Template file',
  noVersion: '{file} holds no templates.',
  notRead: '{file} holds no templates. {why}',
  otherAt: 'Couldn’t read {place} in {file}. Nothing was imported.',
  twice: 'Two templates are called {template}.',
  unknownVariable: 'The template {template} uses “{variable}”, which has no value.',
  tags: 'Template {template}: {why}',
  noSuch: 'There’s no template called {template}.',
  notSaved: 'Couldn’t save the templates: {error}',
})
