import * as z from 'zod/mini'
import { withoutMarks } from '#machines/messages/one-line.ts'
import { LOCKABLE } from '#machines/procedure/actions/create-lock/lock.ts'
import type { Template } from '#machines/procedure/templates/template.ts'

const written = z.overwrite(withoutMarks)
const word = (longest: number) => z.string().check(written, z.minLength(1), z.maxLength(longest), z.regex(/^\P{Cc}*$/u))
const pattern = word(200)

/** Azure tags; the procedure has further rules. */
export const tags = z.readonly(
  z
    .array(z.strictObject({ name: word(512), value: z.string().check(written, z.maxLength(256), z.regex(/^\P{Cc}*$/u)) }))
    .check(z.maxLength(50)),
)

/** Defaults only: customer-specific values are refused as unknown. */
const protection = z.strictObject({
  locks: z.readonly(z.array(z.enum(LOCKABLE)).check(z.maxLength(LOCKABLE.length))),
  rotation: z.exactOptional(z.literal(true)),
  auditLog: z.exactOptional(z.literal(true)),
  expiryAlert: z.exactOptional(z.literal(true)),
})

export const template = z.strictObject({
  name: word(60),
  names: z.strictObject({ resourceGroup: pattern, vaultName: pattern, keyName: pattern, policyName: pattern }),
  keySize: z.union([z.literal(2048), z.literal(3072)]),
  tags: z.exactOptional(tags),
  protection: z.exactOptional(protection),
  regions: z.readonly(z.array(z.strictObject({ geography: word(60), region: word(60) })).check(z.maxLength(100))),
  values: z.readonly(
    z
      .array(
        z.strictObject({
          tenantId: z.exactOptional(word(64)),
          variable: z.string().check(z.regex(/^[a-z][a-z0-9]{0,29}$/i)),
          value: z.string().check(z.maxLength(60), z.regex(/^[\w.()-]*$/)),
        }),
      )
      .check(z.maxLength(5_000)),
  ),
}) satisfies z.ZodMiniType<Template>

export const templates = z.strictObject({
  list: z.readonly(z.array(template).check(z.maxLength(100))),
  /** Its name; absent: the built-in names. */
  chosen: z.exactOptional(word(60)),
})
export type Templates = z.infer<typeof templates>

export type { Template }
