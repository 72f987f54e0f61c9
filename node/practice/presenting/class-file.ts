import * as z from 'zod/mini'
import { type NotesInUse, SHIPPED_NOTES } from '#contract/presenter-channels.ts'
import { defineMessages, type Message } from '#machines/messages/message.ts'
import { parsedJson } from '#machines/parsed-json.ts'
import { LANGUAGES, type Language } from '#messages/languages.ts'
import { TEXT_SIZES, type TextSize } from '#messages/settings.ts'
import { practiceCases } from '../gallery.ts'
import { SHIPPED } from './exercises/shipped.ts'

export interface ClassFile {
  readonly case: string
  /** BCP 47. */
  readonly language?: Language
  /** 1 is 100 %. */
  readonly textSize?: TextSize
  /** Opens the trainer's window with these notes. */
  readonly session?: Exclude<NotesInUse, 'own'>
  /** Exercises in order: bundled names, or files at or below the class file. */
  readonly exercises?: readonly string[]
}

export type ClassFileResult = { readonly ok: true; readonly value: ClassFile } | { readonly ok: false; readonly why: Message }

/** Safety limit in bytes. */
export const LARGEST_CLASS_FILE = 64 * 1024

export const classMessages = defineMessages('start.class', {
  unreadable: 'Couldn’t read the class file {file}: {error}',
  notJson: 'The class file {file} isn’t valid JSON.',
  unknownMember: 'The class file {file} has “{member}”, which it can’t have. It can have: {known}.',
  wrongMember: 'The class file {file} needs another “{member}”. It can be: {known}.',
  exerciseUnreadable: 'Couldn’t read {exercise}, which the class file {file} names: {error}',
  exerciseWrong: 'The class file {file} names {exercise}, which can’t be used. {why}',
  exerciseTwice: 'The class file {file} has the exercise “{exercise}” more than once.',
})

/** Safety limit. */
const MOST_EXERCISES = 50

/** Trainer's file, at or below the class file only. */
const EXERCISE_FILE = /^(?!(?:.*\/)?\.\.\/)[^/\\:][^\\:]*\.json$/
export const isExerciseFile = (name: string): boolean => EXERCISE_FILE.test(name)

const SHIPPED_EXERCISES = SHIPPED.map(({ name }) => name)

const VALUES = {
  version: [1],
  case: practiceCases.map(({ name }) => name),
  language: LANGUAGES,
  textSize: TEXT_SIZES,
  session: SHIPPED_NOTES,
  exercises: [...SHIPPED_EXERCISES, 'my-exercise.json'],
} as const

/** As in docs/class.schema.json, for editors. */
export const classFile = z.strictObject({
  version: z.literal(1),
  case: z.enum(practiceCases.map(({ name }) => name)),
  language: z.exactOptional(z.enum(LANGUAGES)),
  textSize: z.exactOptional(z.literal(TEXT_SIZES)),
  session: z.exactOptional(z.enum(SHIPPED_NOTES)),
  exercises: z.exactOptional(
    z
      .array(z.union([z.enum(SHIPPED_EXERCISES), z.string().check(z.maxLength(256), z.regex(EXERCISE_FILE))]))
      .check(z.minLength(1), z.maxLength(MOST_EXERCISES)),
  ),
})

const isMember = (name: unknown): name is keyof typeof VALUES => typeof name === 'string' && Object.hasOwn(VALUES, name)

/** @param file name for messages */
export function readClassFile(file: string, text: string): ClassFileResult {
  const checked = classFile.safeParse(parsedJson(text, LARGEST_CLASS_FILE))
  if (checked.success) {
    const { version: _, ...value } = checked.data
    return { ok: true, value }
  }
  const [issue] = checked.error.issues
  const [member, ...inside] = issue?.path ?? []
  if (isMember(member)) {
    const named = [member, ...inside.map(String)].join('.')
    return { ok: false, why: classMessages.wrongMember({ file, member: named, known: VALUES[member].map(String) }) }
  }
  if (issue?.code !== 'unrecognized_keys') return { ok: false, why: classMessages.notJson({ file }) }
  return { ok: false, why: classMessages.unknownMember({ file, member: issue.keys[0] ?? '', known: Object.keys(VALUES) }) }
}
