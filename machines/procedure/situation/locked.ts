import type { SituationOf } from '../../engine/situation/situation.ts'
import { blockingFindings, currentOf } from '../../engine/step/proof.ts'
import { newestEnvironment, newestOfEnvironment, recordIn, type WizardContext } from '../../engine/wizard/context.ts'
import { type DisplayText, defineMessages } from '../../messages/message.ts'
import { currentThings } from '../key-map/key-map-view.ts'
import { deletionOf } from '../operations/re-enable/deletion.ts'
import type { KeyLoss } from '../steps/policy/key-loss-causes.ts'
import type { SituationCard } from './card.ts'

/** The operation that ends a lock. */
export const ENDS_LOCK = 're-enable'

const messages = defineMessages('situation.locked', {
  unknown: '{environment} is locked: its key can’t be used',
  keyWorks: '{environment} is locked, and its key works again',
  restore: 'Give the policy its access to the key back',
  restoreText: 'Only the original key opens the data.',
  restoreAct: 'Restore access…',
  users: 'Users',
  offline: 'Offline',
  readAt: 'As read {at, date, moment}',
  deletion: 'Deletion',
  notShown: 'No service shows the day of the lock.',
  cause: 'Cause',
  severalCauses: '{count, number} causes: see what we found',
})

/** For each cause that was read. */
const because: Readonly<Record<KeyLoss, (values: { environment: string }) => DisplayText>> = defineMessages('situation.locked.because', {
  'access-removed': {
    id: 'situation.locked.because.accessRemoved',
    defaultMessage: '{environment} is locked: its policy lost access to the key',
  },
  'key-disabled': { id: 'situation.locked.because.keyDisabled', defaultMessage: '{environment} is locked: its key is disabled' },
  'key-deleted': { id: 'situation.locked.because.keyDeleted', defaultMessage: '{environment} is locked: its key is deleted' },
  'vault-deleted': { id: 'situation.locked.because.vaultDeleted', defaultMessage: '{environment} is locked: its key store is deleted' },
  'policy-deleted': { id: 'situation.locked.because.policyDeleted', defaultMessage: '{environment} is locked: its policy is deleted' },
  'key-version-disabled': {
    id: 'situation.locked.because.keyVersionDisabled',
    defaultMessage: '{environment} is locked: a key version is disabled too early',
  },
  'vault-closed': {
    id: 'situation.locked.because.vaultClosed',
    defaultMessage: '{environment} is locked: its key store is closed to Microsoft’s services',
  },
  'vault-fenced': {
    id: 'situation.locked.because.vaultFenced',
    defaultMessage: '{environment} is locked: a network rule blocks Microsoft’s services',
  },
  'key-expired': { id: 'situation.locked.because.keyExpired', defaultMessage: '{environment} is locked: its key has expired' },
})

/** What was read as lost of the key, if that reading still counts. */
const lostIn = (context: WizardContext) => currentThings(context).losses?.readings.filter(({ state }) => state === 'lost') ?? []

/** Heading of the operation that ends the lock; undefined while the environment's name isn't known. */
export function lockedHeadline({ keyWorks }: SituationOf<'locked'>, context: WizardContext): DisplayText | undefined {
  const environment = newestEnvironment(context)?.displayName
  if (environment === undefined) return undefined
  const [only, ...others] = lostIn(context)
  if (only && others.length === 0) return because[only.loss]({ environment })
  return keyWorks && only === undefined ? messages.keyWorks({ environment }) : messages.unknown({ environment })
}

/** Only what the wizard restores by itself; for the rest its finding says what to do. */
export function lockedCard(context: WizardContext): SituationCard | undefined {
  const { reading } = recordIn(context, ENDS_LOCK)
  const isPlanned = currentOf(reading) && reading && reading.plan.length > 0 && blockingFindings(reading, context.attestations).length === 0
  if (!isPlanned) return undefined
  const [{ seen } = {}, ...others] = lostIn(context)
  const readAt = newestOfEnvironment(context)?.readAt
  const { environment } = currentThings(context)
  return {
    tone: 'danger',
    now: messages.restore,
    text: messages.restoreText,
    act: messages.restoreAct,
    points: [
      { term: messages.users, title: messages.offline, ...(readAt === undefined ? {} : { text: messages.readAt({ at: readAt }) }) },
      ...(environment === undefined
        ? []
        : [{ term: messages.deletion, title: deletionOf({ sku: environment.type }), text: messages.notShown }]),
      ...(seen === undefined
        ? []
        : [{ term: messages.cause, title: others.length === 0 ? seen : messages.severalCauses({ count: others.length + 1 }) }]),
    ],
  }
}
