import * as z from 'zod/mini'
import { LATEST_INSTANT, nearestInstant } from '#machines/engine/instant.ts'
import type { Fields, Shape, Values } from '#machines/engine/stored.ts'
import { inOneLine, withoutMarks } from '#machines/messages/one-line.ts'

/** Milliseconds since 1970-01-01T00:00:00Z. */
export const time = z.number().check(z.gte(0), z.lte(LATEST_INSTANT))

/** A date of a service or a person in a record, which has to open: a key can expire at any time, and an earlier version took any date. */
export const nearestTime = z.number().check(z.overwrite(nearestInstant))

/** In characters, as the directory has it. */
const LONGEST_NAME = 256

/** A name that another computer wrote, to be shown: on one line, without marks that could disguise it, and short. */
export const shownName = z.string().check(z.overwrite((name) => inOneLine(withoutMarks(name).slice(0, LONGEST_NAME))))

/** @param text schema of every text @param most entries of a list @param at schema of every instant */
function schemaOf(shape: Shape, text: z.ZodMiniType, most: number, at: z.ZodMiniType<number>): z.ZodMiniType {
  switch (shape.is) {
    case 'text':
      return text
    case 'flag':
      return z.boolean()
    case 'number':
      return z.number()
    case 'time':
      return at
    case 'one-of':
      return z.literal([...shape.values])
    case 'optional':
      return z.exactOptional(schemaOf(shape.of, text, most, at))
    case 'list':
      return z.array(schemaOf(shape.of, text, most, at)).check(z.maxLength(most))
    case 'record':
      return z.strictObject(schemasOf(shape.fields, text, most, at))
  }
}

type Schemas<Of extends Fields> = string extends keyof Of
  ? Record<string, z.ZodMiniType>
  : {
      readonly [Name in keyof Values<Of>]-?: undefined extends Values<Of>[Name]
        ? z.ZodMiniExactOptional<z.ZodMiniType<Exclude<Values<Of>[Name], undefined>>>
        : z.ZodMiniType<Values<Of>[Name]>
    }

/** Schemas of a procedure's fields. @param text schema of every text @param most entries of a list @param at schema of every instant */
export const schemasOf = <Of extends Fields>(
  fields: Of,
  text: z.ZodMiniType = z.string(),
  most = Infinity,
  at: z.ZodMiniType<number> = time,
): Schemas<Of> => Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, schemaOf(shape, text, most, at)])) as Schemas<Of>

/** Schemas of a procedure's fields in a record. */
export const storedSchemasOf = <Of extends Fields>(fields: Of): Schemas<Of> => schemasOf(fields, z.string(), Infinity, nearestTime)
