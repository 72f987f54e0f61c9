import { defineMessages } from '../messages/message.ts'

export const messages = defineMessages({
  nameMissing: { id: 'tags.nameMissing', defaultMessage: 'Enter a tag name.' },
  nameLength: { id: 'tags.nameLength', defaultMessage: 'A tag name has at most 512 characters. This one has {count}.' },
  nameCharacters: {
    id: 'tags.nameCharacters',
    defaultMessage: 'Don’t use {signs} in a tag name, or start it with - or @.',
  },
  nameReserved: { id: 'tags.nameReserved', defaultMessage: 'Azure reserves tag names that start with microsoft, azure, or windows.' },
  valueLength: { id: 'tags.valueLength', defaultMessage: 'A tag value has at most 256 characters. This one has {count}.' },
  valueCharacters: { id: 'tags.valueCharacters', defaultMessage: 'A tag value can’t have control characters.' },
  tooMany: { id: 'tags.tooMany', defaultMessage: 'A resource has at most 50 tags. Here are {count}.' },
  twice: { id: 'tags.twice', defaultMessage: 'Two tags are called {name}. Azure ignores case.' },
})
