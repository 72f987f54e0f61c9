import { list, optional, record, text, type Values } from '../engine/stored.ts'

const tag = { name: text, value: text }

/** A tag of an Azure resource. */
export type Tag = Values<typeof tag>

/** How tags are kept; absent where there are none. */
export const storedTags = optional(list(record(tag)))

/** As Azure Resource Manager takes them. */
export const tagsObject = (tags: readonly Tag[] | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries((tags ?? []).map(({ name, value }) => [name, value]))

/** For a person: `name = value`. */
export const tagWords = (tags: readonly Tag[]): readonly string[] =>
  tags.map(({ name, value }) => (value === '' ? name : `${name} = ${value}`))

/** Fields of a new resource. */
export const tagFields = (tags: readonly Tag[] | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries((tags ?? []).map(({ name, value }) => [`tags.${name}`, value]))
