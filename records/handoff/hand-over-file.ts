import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import type { HandOver } from '../../machines/engine/handoff/hand-over.ts'
import type { DeepReadonly, Same } from '../../machines/engine/same-type.ts'
import { OWNERS, STEP_IDS } from '../../machines/engine/step/finding.ts'
import { brokenRules, validateEnvironmentId } from '../../machines/procedure/steps/policy/names.ts'
import { canonicalJson, digestOf } from '../../services/canonical-json.ts'
import { displayText } from '../engagement/display-text-schema.ts'
import type { FileToSave } from '../save-file.ts'

const FORMAT = 'cmk-enablement-hand-over'
const HAND_OVER_VERSION = 1

/** No hand-over comes near it. In bytes. */
export const LARGEST_HAND_OVER = 1024 * 1024

// Longer than anything the wizard writes there, and short enough to be drawn whole.
const name = z.string().check(z.maxLength(512))
const words = displayText.check(z.refine((given) => JSON.stringify(given).length <= 8_000))
const sentence = z.string().check(z.maxLength(8_000))
const optional = z.exactOptional
const list = <Item extends z.ZodMiniType>(item: Item) => z.array(item).check(z.maxLength(200))
// Within what a date can be made of.
const time = z.number().check(z.gte(0), z.lte(8_640_000_000_000_000))
const named = z.strictObject({ id: name, name })
const said = list(z.strictObject({ title: words, by: name, at: time }))
const step = z.enum(STEP_IDS)

const handOver = z.strictObject({
  purpose: z.enum(['ask', 'hand-back']),
  madeAt: time,
  from: z.strictObject({ objectId: name, userName: name, displayName: name }),
  cloud: named,
  tenant: named,
  environment: z.strictObject({ id: name, displayName: optional(name), location: optional(name) }),
  policy: optional(
    z.strictObject({
      subscriptionId: name,
      resourceGroup: name,
      region: name,
      vaultName: name,
      vaultResourceGroup: name,
      keyName: name,
      keySize: z.union([z.literal(2048), z.literal(3072)]),
      policyName: name,
      administratorObjectId: name,
    }),
  ),
  step,
  note: optional(sentence),
  proved: list(z.strictObject({ step, at: time })),
  asked: z.strictObject({
    findings: list(
      z.strictObject({ id: z.templateLiteral(['F-', z.string()]), title: words, why: words, remedy: words, owner: z.enum(OWNERS) }),
    ),
    actions: list(
      z.strictObject({
        title: words,
        resource: words,
        before: words,
        after: words,
        undo: words,
        usersCutOff: z.boolean(),
        takes: sentence,
        owner: z.enum(OWNERS),
      }),
    ),
  }),
  done: list(z.strictObject({ title: words, resourceId: name, at: time, written: z.boolean() })),
  confirmed: said,
  gaps: said,
  journal: optional(z.strictObject({ head: name, lines: z.int() })),
})

const schemaIsTheHandOver: Same<DeepReadonly<z.infer<typeof handOver>>, HandOver> = true
void schemaIsTheHandOver

const envelope = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(HAND_OVER_VERSION),
  app: z.strictObject({ name, version: name }),
  handOver,
  /** SHA-256 over the canonical JSON of everything else. */
  digest: name,
})

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A name that every file system takes, from what the environment is called, and the day in UTC. */
function nameOf({ environment, step: stepId, purpose, madeAt }: HandOver, isPractice: boolean): string {
  const called = (environment.displayName ?? 'environment').replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 60)
  const what = purpose === 'ask' ? 'hand-over' : 'hand-back'
  return `${isPractice ? 'practice-' : ''}cmk-${what}-${called}-step-${STEP_IDS.indexOf(stepId) + 1}-${new Date(madeAt).toISOString().slice(0, 10)}.json`
}

/** A hand-over as a file: one value, one text, so that no byte of it can differ unseen. */
export function handOverFile(
  told: HandOver,
  app: { readonly name: string; readonly version: string },
  isPractice: boolean,
): Pick<FileToSave, 'name'> & { readonly content: string; readonly sha256: string } {
  const rest = { format: FORMAT, version: HAND_OVER_VERSION, app, handOver: told }
  const content = `${canonicalJson({ ...rest, digest: digestOf(rest) })}\n`
  return { name: nameOf(told, isPractice), content, sha256: sha256(content) }
}

export type CheckedHandOver =
  | { readonly ok: true; readonly handOver: HandOver; readonly sha256: string }
  | { readonly ok: false; readonly why: string }

const refused = (why: string): CheckedHandOver => ({ ok: false, why })

/**
 * Reads a file that came from anywhere, and checks its form, its digest and its choices. It shows damage and edits by whoever can
 * make no new digest; who wrote it, nobody can tell from it.
 * @param text of the file
 */
export function checkHandOver(text: string): CheckedHandOver {
  if (text.length > LARGEST_HAND_OVER) return refused('The file is larger than any hand-over.')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refused('The file is not whole JSON: it was cut off or edited. Ask for it again.')
  }
  const kind = z.looseObject({ format: z.literal(FORMAT), version: z.number() }).safeParse(value)
  if (!kind.success) return refused('The file is no hand-over of this wizard.')
  if (kind.data.version !== HAND_OVER_VERSION)
    return refused(
      `The hand-over is of version ${kind.data.version}; this wizard knows version ${HAND_OVER_VERSION}. Open it with the wizard that made it, or a newer one.`,
    )
  const parsed = envelope.safeParse(value)
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.map(String).join('.').slice(0, 200)
    return refused(`The file is not in the form of a hand-over: ${place || 'the whole'} is not as it has to be.`)
  }
  const { digest, ...rest } = parsed.data
  if (digestOf(rest) !== digest) return refused('The hand-over does not agree with its digest: it was edited or damaged. Ask for it again.')
  if (`${canonicalJson(parsed.data)}\n` !== text)
    return refused('The hand-over is not written as the wizard writes it: it was edited or damaged. Ask for it again.')
  const { environment, policy } = rest.handOver
  if (validateEnvironmentId(environment.id) !== undefined) return refused('The hand-over names an environment by something that is no id.')
  if (policy && Object.keys(brokenRules(policy)).length > 0)
    return refused('The hand-over names a key vault, key or policy in a way that Azure does not allow. Ask for it again.')
  return { ok: true, handOver: rest.handOver, sha256: sha256(text) }
}
