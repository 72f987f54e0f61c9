import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import { schemasOf, time } from '#contract/shapes.ts'
import type { HandOver } from '#machines/engine/handoff/hand-over.ts'
import { oncePer } from '#machines/engine/once-per.ts'
import { type Procedure, placeOf, stepIds } from '#machines/engine/procedure.ts'
import type { DeepReadonly, Same } from '#machines/engine/same-type.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { withoutMarks } from '#machines/messages/one-line.ts'
import { parsedJson, readJson } from '#machines/parsed-json.ts'
import { canonicalJson, digestOf } from '../../services/canonical-json.ts'
import { withoutMark } from '../../services/json-text.ts'
import { displayText } from '../engagement/display-text-schema.ts'
import type { FileToSave } from '../save-file.ts'
import { handOverMessages as messages } from './messages.ts'

const FORMAT = 'cmk-enablement-hand-over'
const HAND_OVER_VERSION = 2

/** Safety limit in bytes. */
export const LARGEST_HAND_OVER = 1024 * 1024

// Longer than any value of the wizard, and short enough to render.
const name = z.string().check(z.maxLength(512))
const words = displayText.check(z.refine((given) => JSON.stringify(given).length <= 8_000))
const sentence = z.string().check(z.maxLength(8_000))
const optional = z.exactOptional
const list = <Item extends z.ZodMiniType>(item: Item) => z.array(item).check(z.maxLength(200))
const named = z.strictObject({ id: name, name })
const said = list(z.strictObject({ title: words, by: name, at: time }))

function make(procedure: Procedure) {
  const owner: z.ZodMiniType<string> = z.enum(procedure.owners.map(({ id }) => id))
  const step: z.ZodMiniType<string> = z.enum(stepIds(procedure))
  const handOver = z.strictObject({
    purpose: z.enum(['ask', 'hand-back']),
    madeAt: time,
    from: z.strictObject({ objectId: name, userName: name, displayName: name }),
    cloud: named,
    tenant: named,
    environment: z.strictObject({ id: name, displayName: optional(name), location: optional(name) }),
    ...schemasOf(procedure.stored.chosen, name),
    step,
    note: optional(sentence),
    names: optional(list(named)),
    proved: list(z.strictObject({ step, at: time })),
    asked: z.strictObject({
      findings: list(z.strictObject({ id: z.templateLiteral(['F-', z.string()]), title: words, why: words, remedy: words, owner })),
      actions: list(
        z.strictObject({
          title: words,
          resource: words,
          before: words,
          after: words,
          undo: words,
          usersCutOff: z.boolean(),
          takes: displayText,
          owner,
        }),
      ),
    }),
    done: list(z.strictObject({ title: words, resourceId: name, at: time, written: z.boolean() })),
    confirmed: said,
    gaps: said,
    journal: optional(z.strictObject({ head: name, lines: z.int() })),
  })

  return z.strictObject({
    format: z.literal(FORMAT),
    version: z.union([z.literal(1), z.literal(HAND_OVER_VERSION)]),
    app: z.strictObject({ name, version: name }),
    handOver,
    /** SHA-256 of the canonical JSON of the rest. */
    digest: name,
  })
}

const envelopeFor = oncePer(make)

const schemaIsTheHandOver: Same<DeepReadonly<z.infer<ReturnType<typeof make>>>['handOver'], HandOver> = true
void schemaIsTheHandOver

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Valid file name from the environment's name and the UTC day. */
function nameOf(procedure: Procedure, { environment, step: stepId, purpose, madeAt }: HandOver, isPractice: boolean): string {
  const called = (environment.displayName ?? 'environment').replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 60)
  const what = purpose === 'ask' ? 'hand-over' : 'hand-back'
  return `${isPractice ? 'practice-' : ''}${procedure.fileName}-${what}-${called}-step-${placeOf(procedure, stepId) ?? 0}-${new Date(madeAt).toISOString().slice(0, 10)}.json`
}

/**
 * A handoff as a file; one value has one text, so every changed byte is detected.
 * Decision 0075: a digest and no signature; nothing in the file is trusted.
 */
export function handOverFile(
  procedure: Procedure,
  told: HandOver,
  app: { readonly name: string; readonly version: string },
  isPractice: boolean,
): Pick<FileToSave, 'name'> & { readonly content: string; readonly sha256: string } {
  const rest = { format: FORMAT, version: HAND_OVER_VERSION, app, handOver: told }
  const content = `${canonicalJson({ ...rest, digest: digestOf(rest) })}\n`
  return { name: nameOf(procedure, told, isPractice), content, sha256: sha256(content) }
}

export type CheckedHandOver =
  | { readonly ok: true; readonly handOver: HandOver; readonly sha256: string }
  | { readonly ok: false; readonly why: DisplayText }

const refused = (why: DisplayText): CheckedHandOver => ({ ok: false, why })

/**
 * Checks an untrusted file: format, digest, choices. Detects damage and edits without a new digest, not the author.
 * @param procedure that runs here
 * @param file its text
 */
export function checkHandOver(procedure: Procedure, file: string): CheckedHandOver {
  const text = withoutMark(file)
  if (text.length > LARGEST_HAND_OVER) return refused(messages.tooLarge)
  const read = readJson(text, LARGEST_HAND_OVER)
  if (!read.ok) return refused(read.problem === 'not-json' ? messages.notJson : read.why)
  const { value } = read
  const kind = z.looseObject({ format: z.literal(FORMAT), version: z.number() }).safeParse(value)
  if (!kind.success) return refused(messages.otherKind)
  if (kind.data.version !== HAND_OVER_VERSION && kind.data.version !== 1)
    return refused(messages.otherVersion({ version: kind.data.version, known: HAND_OVER_VERSION }))
  // The file has one writing, without escapes: its marks are as they are.
  const shown = withoutMarks(text)
  const parsed = envelopeFor(procedure).safeParse(shown === text ? value : parsedJson(shown))
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.map(String).join('.').slice(0, 200)
    return refused(place ? messages.otherAt({ place }) : messages.otherForm)
  }
  // The written form: an older version's sentence would parse differently.
  const { digest, ...written } = kind.data
  if (digestOf(written) !== digest) return refused(messages.otherDigest)
  if (`${canonicalJson(kind.data)}\n` !== text) return refused(messages.otherWriting)
  const { handOver } = parsed.data
  if (!procedure.environment.isId(handOver.environment.id)) return refused(messages.noEnvironmentId)
  const why = procedure.chosen?.whyNotTaken(handOver)
  if (why !== undefined) return refused(why)
  return { ok: true, handOver, sha256: sha256(text) }
}
