import * as z from 'zod/mini'
import type { Fields, Shape } from '#machines/engine/stored.ts'

/** Milliseconds since 1970-01-01T00:00:00Z, within the range of dates. */
export const time = z.number().check(z.gte(0), z.lte(8.64e15))

/** @param text schema of every text */
function schemaOf(shape: Shape, text: z.ZodMiniType): z.ZodMiniType {
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
      return z.exactOptional(schemaOf(shape.of, text))
    case 'list':
      return z.array(schemaOf(shape.of, text))
    case 'record':
      return z.strictObject(schemasOf(shape.fields, text))
  }
}

/** Schemas of a procedure's fields. @param text schema of every text */
export const schemasOf = (fields: Fields, text: z.ZodMiniType = z.string()): Record<string, z.ZodMiniType> =>
  Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, schemaOf(shape, text)]))

/**
 * Values by kind, strictly as the procedure defines; another procedure's only by kind.
 * @param known may name a kind several times
 * @param common fields of every kind
 * @param more additional fields of unknown kinds
 */
export function ofKinds<Common extends Record<string, z.ZodMiniType>, More extends Record<string, z.ZodMiniType>>(
  known: readonly { readonly kind: string; readonly fields: Fields }[],
  common: Common,
  more: More,
) {
  const fields = new Map(known.map((each) => [each.kind, each.fields]))
  const others = z.looseObject({ kind: z.string().check(z.refine((kind) => !fields.has(kind))), ...common, ...more })
  const [first, ...rest] = [...fields].map(([kind, own]) => z.strictObject({ kind: z.literal(kind), ...schemasOf(own), ...common }))
  return first ? z.union([z.discriminatedUnion('kind', [first, ...rest]), others]) : others
}
