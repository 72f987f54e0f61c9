import { defineMessages } from '#machines/messages/message.ts'

export const brandMessages = defineMessages('records.brand', {
  files: 'Picture',
  noLogo: 'This file isn’t a PNG up to 2,000 pixels wide and high, or an SVG that we can read. Choose another logo.',
  notSaved: 'Couldn’t save your organization: {error}',
})
