import { DAY } from '#machines/engine/durations.ts'
import type { Observation } from '#machines/engine/step/finding.ts'
import { fail, pass, question } from '#machines/engine/step/observations.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { sentences } from '#machines/messages/sentences.ts'
import type { KeyChain } from '../../key-chain/key-chain.ts'
import { rotateFrom } from '../../next-version.ts'
import { ENCRYPTION_TAKES_UP_TO, PICKED_UP_IN } from '../../waits.ts'
import { messages } from './key-messages.ts'
import { momentOf } from './moments.ts'

/* Whether a key outlasts an encryption that begins now. "Manage your customer-managed encryption key" (9 June 2025): an
   encryption takes up to four days, and an expired key stops all of its environments. */

/** The longest documented encryption, and a day to pick up a new version. */
export const KEY_MUST_LAST = ENCRYPTION_TAKES_UP_TO + PICKED_UP_IN

/** `near`: needs a manual rotation. `before-rotation`: earlier than the next automatic rotation takes effect. */
export type Expiry =
  | { readonly verdict: 'none' }
  | { readonly verdict: 'too-soon' | 'near' | 'before-rotation' | 'far'; readonly expires: number; readonly encryptedBy: number }

/** Adds or subtracts a rotation policy's duration: `P90D`, `P18M`, `P1Y`. Undefined for other text. */
function shifted(moment: number, duration: string | undefined, sign: 1 | -1): number | undefined {
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/i.exec(duration ?? '')?.slice(1)
  if (!parts || parts.every((part) => part === undefined)) return undefined
  const [years = 0, months = 0, weeks = 0, days = 0] = parts.map((part) => Number(part ?? 0))
  const at = new Date(moment)
  at.setUTCMonth(at.getUTCMonth() + sign * (12 * years + months))
  const shiftedTo = at.getTime() + sign * (7 * weeks + days) * DAY
  return Number.isNaN(shiftedTo) ? undefined : shiftedTo
}

/** Next automatic renewal; undefined if none or unknown. */
export function nextRotation({ key: keyAnswer, keyVersions, keyRotation }: KeyChain): number | undefined {
  const [key, rotation] = [valueIn(keyAnswer), valueIn(keyRotation)]
  if (!key || !rotation?.rotates) return undefined
  if (rotation.rotateAfter !== undefined) {
    const createdAt = valueIn(keyVersions)?.find(({ version }) => version === key.version)?.createdAt
    return createdAt === undefined ? undefined : shifted(createdAt, rotation.rotateAfter, 1)
  }
  return key.expires === undefined ? undefined : shifted(key.expires, rotation.rotateBeforeExpiry, -1)
}

/** @param now start of the encryption, milliseconds since 1970-01-01T00:00:00Z */
export function expiryOf(lifetime: KeyChain, now: number): Expiry | undefined {
  const key = valueIn(lifetime.key)
  if (!key) return undefined
  const { expires } = key
  if (expires === undefined) return { verdict: 'none' }
  const encryptedBy = now + ENCRYPTION_TAKES_UP_TO
  const rotatesAt = nextRotation(lifetime)
  const dueFrom = rotateFrom({ expires, renewsAt: rotatesAt }) ?? expires
  const isBeforeRotation = rotatesAt !== undefined && expires < Math.max(rotatesAt, now) + PICKED_UP_IN
  const verdict = expires < now + KEY_MUST_LAST ? 'too-soon' : dueFrom <= now ? 'near' : isBeforeRotation ? 'before-rotation' : 'far'
  return { verdict, expires, encryptedBy }
}

const whyTooSoon = (verdict: 'too-soon' | 'near' | 'before-rotation'): DisplayText => {
  if (verdict === 'too-soon') return messages.keyExpiry.takesADayMore
  return verdict === 'before-rotation' ? messages.keyExpiry.rotationCanComeLate : messages.keyExpiry.goesOfflineUnlessRenewed
}

/**
 * Expiration before adding an environment: too soon blocks it, near needs a confirmation. A different expiration is a separate question.
 */
export function judgeBeforeLink(lifetime: KeyChain, now: number): Observation | undefined {
  const expiry = expiryOf(lifetime, now)
  const name = valueIn(lifetime.key)?.name ?? ''
  if (!expiry) return undefined
  if (expiry.verdict === 'none') return pass(messages.keyExpiry.doesNotExpire({ name }), messages.keyExpiry.foundNoExpiry({ name }))
  const { verdict, expires, encryptedBy } = expiry
  const moments = { expires: momentOf(expires), encryptedBy: momentOf(encryptedBy) }
  const seen = messages.keyExpiry.expiryAndEncryption(moments)
  if (verdict === 'far') return pass(messages.keyExpiry.outlastsEncryption({ name }), seen)
  if (verdict === 'too-soon') return fail(messages.keyExpiry.tooSoon({ name, ...moments }), sentences(seen, whyTooSoon(verdict)))
  return question(messages.keyExpiry.addAllTheSame({ name, expires: moments.expires }), sentences(seen, whyTooSoon(verdict)), {
    remedy: messages.keyExpiry.agreeOnRenewal,
    owner: 'you',
    atConfirmation: sentences(seen, whyTooSoon(verdict)),
    subject: String(expires),
  })
}
