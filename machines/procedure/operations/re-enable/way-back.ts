import type { DisplayText } from '../../../messages/message.ts'
import type { KeyLoss } from '../../steps/policy/key-loss.ts'
import { messages } from './messages.ts'

/** What is done by hand about each cause of a lock but the access, which the wizard gives back. */
export const BY_HAND: Readonly<Record<Exclude<KeyLoss, 'access-removed'>, DisplayText>> = {
  'key-disabled': messages.keyDisabledManual,
  'key-deleted': messages.keyDeletedManual,
  'vault-deleted': messages.vaultDeletedManual,
  'policy-deleted': messages.policyDeletedManual,
  'key-version-disabled': messages.keyVersionDisabledManual,
  'vault-closed': messages.vaultClosedManual,
  'vault-fenced': messages.vaultClosedManual,
  'key-expired': messages.keyExpiredManual,
}

/** The access by hand: also after a vault was recovered, which comes back without its role assignments. */
export const ACCESS_BY_HAND: readonly DisplayText[] = [messages.accessManual1, messages.accessManual2]
