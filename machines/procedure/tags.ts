import { list, optional, record, text, type Values } from '../engine/stored.ts'

const tag = { name: text, value: text }

export type Tag = Values<typeof tag>

/** Absent if empty. */
export const storedTags = optional(list(record(tag)))

export const tagsObject = (tags: readonly Tag[] | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries((tags ?? []).map(({ name, value }) => [name, value]))

/** For people: `name = value`. */
export const tagWords = (tags: readonly Tag[]): readonly string[] =>
  tags.map(({ name, value }) => (value === '' ? name : `${name} = ${value}`))

export const tagFields = (tags: readonly Tag[] | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries((tags ?? []).map(({ name, value }) => [`tags.${name}`, value]))
