import { defineMessages, type Message } from '../messages/message.ts'
import type { Tag } from './tags.ts'

const MOST = 50
const LONGEST_NAME = 512
const LONGEST_VALUE = 256

/** Azure CLI splits a tag at the first `=`, and takes a leading `-` for an option and `@` for a file. */
const NOT_IN_A_COMMAND = /=|^[-@]/
const FORBIDDEN = /[<>%&\\?/\p{Cc}]/u
const RESERVED = /^(microsoft|azure|windows)/i

const messages = defineMessages('tags', {
  nameMissing: 'Enter a tag name.',
  nameLength: 'A tag name has at most 512 characters. This one has {count}.',
  nameCharacters: 'Don’t use {signs} in a tag name, or start it with - or @.',
  nameReserved: 'Azure reserves tag names that start with microsoft, azure, or windows.',
  valueLength: 'A tag value has at most 256 characters. This one has {count}.',
  valueCharacters: 'A tag value can’t have control characters.',
  tooMany: 'A resource has at most 50 tags. Here are {count}.',
  twice: 'Two tags are called {name}. Azure ignores case.',
})

/**
 * First rule of Azure's that a tag name breaks.
 * Sources: "Use tags to organize your Azure resources and management hierarchy", limitations (at most 512 characters without `<`, `>`, `%`,
 * `&`, `\`, `?`, `/`, case-insensitive); "Tags - Create or Update" of the REST reference (reserved prefixes). That scripts can pass it on
 * is the wizard's own rule.
 */
export function validateTagName(name: string): Message | undefined {
  if (name.trim() === '') return messages.nameMissing
  if (name.length > LONGEST_NAME) return messages.nameLength({ count: name.length })
  if (FORBIDDEN.test(name) || NOT_IN_A_COMMAND.test(name)) return messages.nameCharacters({ signs: '< > % & \\ ? / =' })
  return RESERVED.test(name) ? messages.nameReserved : undefined
}

/** The value may be empty. Source: the same page (at most 256 characters). */
export function validateTagValue(value: string): Message | undefined {
  if (value.length > LONGEST_VALUE) return messages.valueLength({ count: value.length })
  return /\p{Cc}/u.test(value) ? messages.valueCharacters : undefined
}

/** Source: the same page (at most 50 tags; names are case-insensitive). */
export function validateTags(tags: readonly Tag[]): Message | undefined {
  if (tags.length > MOST) return messages.tooMany({ count: tags.length })
  const names = new Set<string>()
  for (const { name, value } of tags) {
    const broken = validateTagName(name) ?? validateTagValue(value)
    if (broken) return broken
    if (names.has(name.toLowerCase())) return messages.twice({ name })
    names.add(name.toLowerCase())
  }
  return undefined
}
