import * as z from 'zod/mini'
import type { Fields, Shape, Values } from '#machines/engine/stored.ts'

/** Milliseconds since 1970-01-01T00:00:00Z, within the range of dates. */
export const time = z.number().check(z.gte(0), z.lte(8.64e15))

/** @param text schema of every text @param most entries of a list */
function schemaOf(shape: Shape, text: z.ZodMiniType, most: number): z.ZodMiniType {
  switch (shape.is) {
    case 'text':
      return text
    case 'flag':
      return z.boolean()
    case 'number':
      return z.number()
    case 'time':
      return time
    case 'one-of':
      return z.literal([...shape.values])
    case 'optional':
      return z.exactOptional(schemaOf(shape.of, text, most))
    case 'list':
      return z.array(schemaOf(shape.of, text, most)).check(z.maxLength(most))
    case 'record':
      return z.strictObject(schemasOf(shape.fields, text, most))
  }
}

type Schemas<Of extends Fields> = string extends keyof Of
  ? Record<string, z.ZodMiniType>
  : {
      readonly [Name in keyof Values<Of>]-?: undefined extends Values<Of>[Name]
        ? z.ZodMiniExactOptional<z.ZodMiniType<Exclude<Values<Of>[Name], undefined>>>
        : z.ZodMiniType<Values<Of>[Name]>
    }

/** Schemas of a procedure's fields. @param text schema of every text @param most entries of a list */
export const schemasOf = <Of extends Fields>(fields: Of, text: z.ZodMiniType = z.string(), most = Infinity): Schemas<Of> =>
  Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, schemaOf(shape, text, most)])) as Schemas<Of>
