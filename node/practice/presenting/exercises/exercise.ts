import * as z from 'zod'
import { CASE_STAGES } from '#machines/engine/wizard/case-stages.ts'
import { type DisplayText, defineMessages } from '#machines/messages/message.ts'
import { withoutMarks } from '#machines/messages/one-line.ts'
import { readJson } from '#machines/parsed-json.ts'
import { practiceCases } from '../../gallery.ts'

/** Limit in bytes. */
export const LARGEST_EXERCISE = 256 * 1024

const text = (longest: number) => z.string().overwrite(withoutMarks).min(1).max(longest)

/** By display name; default: the case's. */
const environment = { environment: text(256).optional() }

/** Conditions that services or the app can report. */
const condition = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('step-passed'), step: z.number().int().min(1).max(4) }),
  z.strictObject({ is: z.literal('environment-encrypted'), ...environment }),
  z.strictObject({ is: z.literal('environment-not-encrypted'), ...environment }),
  z.strictObject({ is: z.literal('environment-on'), ...environment }),
  z.strictObject({ is: z.literal('environment-in-policy'), policy: text(128), ...environment }),
  z.strictObject({ is: z.literal('purge-protection-on'), vault: text(128) }),
  z.strictObject({ is: z.literal('lock-set'), on: z.enum(['vault', 'policy', 'resource-group']) }),
  z.strictObject({ is: z.literal('key-versions'), key: text(128), atLeast: z.number().int().min(1).max(100) }),
  z.strictObject({ is: z.literal('role-held'), role: text(128) }),
  z.strictObject({ is: z.literal('role-not-held'), role: text(128) }),
])
export type Condition = z.infer<typeof condition>

const words = z.strictObject({ title: text(80), goal: text(300), hints: z.tuple([text(300), text(300), text(300)]) })

/** As in docs/exercise.schema.json, for editors. */
export const exerciseFile = z.strictObject({
  format: z.literal(1),
  name: z.string().regex(/^[a-z0-9-]{1,64}$/),
  case: text(64),
  startAt: z.enum(CASE_STAGES),
  minutes: z.number().int().min(1).max(480),
  /** By language, BCP 47. */
  texts: z.record(z.string().regex(/^[A-Za-z]{2}(-[A-Za-z]{2})?$/), words).refine((each) => Object.keys(each).length > 0),
  solvedWhen: z.array(condition).min(1).max(20),
})

/** A goal in a practice case with hints and conditions. */
export type Exercise = z.infer<typeof exerciseFile>

export type ReadExercise = { readonly ok: true; readonly exercise: Exercise } | { readonly ok: false; readonly why: DisplayText }

const messages = defineMessages('exercise', {
  noJson: 'This file isn’t an exercise: it isn’t JSON.',
  missing: 'The exercise lacks “{field}”.',
  unknownField: 'The exercise has a field that doesn’t exist: “{field}”.',
  wrong: 'The exercise has a wrong value in “{field}”.',
  oneOf: 'In the exercise, “{field}” must be one of: {values}.',
  noCase: 'In the exercise, “case” names no practice case: “{scenario}”.',
  noStage: 'The case “{scenario}” can’t be started at “{stage}”, which “startAt” names.',
})

const fieldOf = (path: readonly PropertyKey[], last?: string): string =>
  [...path, ...(last === undefined ? [] : [last])].map(String).join('.')

/** The first error, by field. */
function problemIn(issue: z.core.$ZodIssue): DisplayText {
  const field = fieldOf(issue.path) || 'exercise'
  switch (issue.code) {
    case 'unrecognized_keys':
      return messages.unknownField({ field: fieldOf(issue.path, issue.keys[0]) })
    case 'invalid_value':
      return messages.oneOf({ field, values: issue.values.map(String).join(', ') })
    case 'invalid_union':
      return messages.oneOf({
        field,
        values: condition.options.map((option) => option.shape.is.value).join(', '),
      })
    case 'invalid_type':
      return issue.input === undefined ? messages.missing({ field }) : messages.wrong({ field })
    default:
      return messages.wrong({ field })
  }
}

/** Parses an exercise. @param text JSON @returns the error, by field */
export function readExercise(text: string): ReadExercise {
  const parsed = readJson(text, LARGEST_EXERCISE)
  if (!parsed.ok) return { ok: false, why: parsed.problem === 'not-json' ? messages.noJson : parsed.why }
  const read = exerciseFile.safeParse(parsed.value, { reportInput: true })
  if (!read.success) return { ok: false, why: read.error.issues[0] ? problemIn(read.error.issues[0]) : messages.noJson }
  const found = practiceCases.find(({ name }) => name === read.data.case)
  if (!found) return { ok: false, why: messages.noCase({ scenario: read.data.case }) }
  if (!found.stages.includes(read.data.startAt))
    return { ok: false, why: messages.noStage({ scenario: found.name, stage: read.data.startAt }) }
  return { ok: true, exercise: read.data }
}

/** Texts in a language, otherwise English or the first, with their language (BCP 47). */
export function wordsIn({ texts }: Exercise, language: string): z.infer<typeof words> & { readonly lang: string } {
  const lang = [language, 'en'].find((each) => Object.hasOwn(texts, each)) ?? Object.keys(texts)[0]
  const found = lang === undefined ? undefined : texts[lang]
  if (lang === undefined || found === undefined) throw new Error('An exercise without words was read.')
  return { ...found, lang }
}
