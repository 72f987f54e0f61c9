import * as z from 'zod/mini'
import type { DeepReadonly, Same } from '#machines/engine/same-type.ts'
import { withoutMarks } from '#machines/messages/one-line.ts'
import { MOST_EMAILS } from '#machines/procedure/actions/mail-alerts/action-group.ts'
import { policy } from '#machines/procedure/choices.ts'
import type { Proposal } from '#machines/procedure/pilot/proposal.ts'
import { POLICY_WISHES } from '#machines/procedure/pilot/wishes.ts'
import { schemasOf, time } from './shapes.ts'
import { template } from './templates.ts'

const word = (longest: number) => z.string().check(z.overwrite(withoutMarks), z.maxLength(longest), z.regex(/^\P{Cc}*$/u))
const name = word(256)

export const proposal = z.strictObject({
  from: name,
  at: time,
  template,
  keyIsImported: z.exactOptional(z.literal(true)),
  onlyProtection: z.exactOptional(z.literal(true)),
  subscriptionId: z.exactOptional(name),
  administratorObjectId: z.exactOptional(name),
  administratorIsGroup: z.exactOptional(z.literal(true)),
  auditLog: z.exactOptional(word(512)),
  mail: z.exactOptional(z.readonly(z.array(name).check(z.maxLength(MOST_EMAILS)))),
  shared: z.exactOptional(z.strictObject({ policy: z.strictObject(schemasOf(policy, name, 50)), geography: name })),
})

/** Compile-time check: one unknown member would make the whole file unreadable. */
const keptIsProposed: Same<DeepReadonly<z.infer<typeof proposal>>, DeepReadonly<Proposal>> = true
void keptIsProposed

/** `keep`: also saves the proposals. */
export const applyChoices = z.strictObject({
  pilot: name,
  ids: z.readonly(z.array(name).check(z.maxLength(20_000))),
  policy: z.enum(POLICY_WISHES),
  keep: z.boolean(),
})
export type ApplyChoices = z.infer<typeof applyChoices>

export const appliedChoices = z.strictObject({
  protections: z.readonly(z.array(z.string())),
  rows: z.readonly(
    z.array(
      z.strictObject({
        id: z.string(),
        customer: z.string(),
        environment: z.string(),
        type: z.exactOptional(z.string()),
        isProposed: z.boolean(),
        /** Absent: no names proposed. */
        values: z.exactOptional(
          z.strictObject({
            resourceGroup: z.string(),
            region: z.string(),
            vaultName: z.string(),
            keyName: z.string(),
            policyName: z.string(),
          }),
        ),
        isShared: z.boolean(),
        notes: z.readonly(z.array(z.string())),
      }),
    ),
  ),
})
export type AppliedChoices = z.infer<typeof appliedChoices>
export type { Proposal }
