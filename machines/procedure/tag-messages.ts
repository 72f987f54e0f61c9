import { defineMessages } from '../messages/message.ts'

export const messages = defineMessages('tags', {
  nameMissing: 'Enter a tag name.',
  nameLength: 'A tag name has at most 512 characters. This one has {count}.',
  nameCharacters: 'Don’t use {signs} in a tag name, or start it with - or @.',
  nameReserved: 'Azure reserves tag names that start with microsoft, azure, or windows.',
  valueLength: 'A tag value has at most 256 characters. This one has {count}.',
  valueCharacters: 'A tag value can’t have control characters.',
  tooMany: 'A resource has at most 50 tags. Here are {count}.',
  twice: 'Two tags are called {name}. Azure ignores case.',
})
