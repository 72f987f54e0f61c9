import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { openHsmToTrusted, recoverHsm } from '../../rights/commands.ts'
import { messages as ofHsm } from '../../steps/policy/hsm-messages.ts'
import type { KeyLoss } from '../../steps/policy/key-loss-causes.ts'
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

/** Has no portal page for a Managed HSM. */
const IN_HSM: Readonly<Partial<Record<ByHand, (hsm: string) => string>>> = {
  'vault-deleted': recoverHsm,
  'vault-closed': openHsmToTrusted,
  'vault-fenced': openHsmToTrusted,
}

/** Manual steps for each cause of a lock except access. @param hsm ID of the Managed HSM, if the key is in one */
export function byHandOf(loss: ByHand, hsm: string | undefined): DisplayText {
  const command = hsm === undefined ? undefined : IN_HSM[loss]?.(hsm)
  return command === undefined ? BY_HAND[loss] : verbatim(command)
}

/** Manual access steps. A recovered vault needs them too, because it lost its role assignments. */
export const accessByHand = (hsm: string | undefined): readonly DisplayText[] =>
  hsm === undefined ? [messages.access.manual1, messages.access.manual2] : [ofHsm.hsm.accessRemedy]
