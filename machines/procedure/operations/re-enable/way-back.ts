import { type DisplayText, verbatim } from '../../../messages/message.ts'
import { openHsmToTrusted, recoverHsm } from '../../rights/commands.ts'
import { messages as ofHsm } from '../../steps/policy/hsm-messages.ts'
import type { KeyLoss } from '../../steps/policy/key-loss.ts'
import { messages } from './messages.ts'

type ByHand = Exclude<KeyLoss, 'access-removed'>

const BY_HAND: Readonly<Record<ByHand, DisplayText>> = {
  'key-disabled': messages.loss.keyDisabled,
  'key-deleted': messages.loss.keyDeleted,
  'vault-deleted': messages.loss.vaultDeleted,
  'policy-deleted': messages.loss.policyDeleted,
  'key-version-disabled': messages.keyVersionDisabledManual,
  'vault-closed': messages.loss.vaultClosed,
  'vault-fenced': messages.loss.vaultClosed,
  'key-expired': messages.loss.keyExpired,
}

/** What has no page in the portal for a Managed HSM. */
const IN_HSM: Readonly<Partial<Record<ByHand, (hsm: string) => string>>> = {
  'vault-deleted': recoverHsm,
  'vault-closed': openHsmToTrusted,
  'vault-fenced': openHsmToTrusted,
}

/**
 * What is done by hand about each cause of a lock but the access, which the wizard gives back.
 * @param hsm name of the Managed HSM, where the key is in one
 */
export function byHandOf(loss: ByHand, hsm: string | undefined): DisplayText {
  const command = hsm === undefined ? undefined : IN_HSM[loss]?.(hsm)
  return command === undefined ? BY_HAND[loss] : verbatim(command)
}

/** The access by hand: also after a vault was recovered, which comes back without its role assignments. */
export const accessByHand = (hsm: string | undefined): readonly DisplayText[] =>
  hsm === undefined ? [messages.access.manual1, messages.access.manual2] : [ofHsm.hsm.accessRemedy]
