import { defineMessages } from '../../machines/messages/message.ts'

export const brandMessages = defineMessages({
  files: { id: 'records.brand.files', defaultMessage: 'Picture' },
  noLogo: {
    id: 'records.brand.noLogo',
    defaultMessage: 'This file isn’t a PNG up to 2,000 pixels wide and high, or an SVG that we can read. Choose another logo.',
  },
  notSaved: { id: 'records.brand.notSaved', defaultMessage: 'Couldn’t save your organization: {error}' },
})
