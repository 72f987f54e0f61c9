import * as z from 'zod/mini'
import { storedSchemasOf } from '#contract/shapes.ts'
import type { Fields } from '#machines/engine/stored.ts'

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
  const [first, ...rest] = [...fields].map(([kind, own]) => z.strictObject({ kind: z.literal(kind), ...storedSchemasOf(own), ...common }))
  return first ? z.union([z.discriminatedUnion('kind', [first, ...rest]), others]) : others
}
