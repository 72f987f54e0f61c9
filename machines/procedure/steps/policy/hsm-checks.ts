import type { Observation } from '#machines/engine/step/finding.ts'
import { fail, pass, question, unknown } from '#machines/engine/step/observations.ts'
import { isAbsent, valueIn } from '#machines/engine/step/refusals.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { sentences } from '#machines/messages/sentences.ts'
import { type Check, textsOf } from '../../check.ts'
import { storeId } from '../../key-store.ts'
import { messages as disagreements } from '../../sources/contradiction-messages.ts'
import { isInUse, type PolicyFacts } from './facts.ts'
import { messages } from './hsm-messages.ts'

const part = 'vault'

function activated({ choices, vault: answer }: PolicyFacts): Observation | undefined {
  if (!choices?.keyStore) return undefined
  const named = { hsm: choices.vaultName }
  if (isAbsent(answer))
    return fail(messages.hsmActivated.notThere({ ...named, group: choices.vaultResourceGroup }), storeSeen(choices), {
      remedy: messages.hsmActivated.notThereRemedy,
    })
  const hsm = valueIn(answer)
  if (!hsm) return undefined
  const state = hsm.managedHsm?.activation
  if (state === undefined) return question(messages.hsmActivated.isActivated(named), messages.hsmActivated.securityDomainUnknown)
  const seen = messages.hsmActivated.securityDomain({ state })
  switch (state.toLowerCase()) {
    case 'active':
      return pass(messages.hsmActivated.activated(named), seen)
    case 'notactivated':
    case 'failed':
      return fail(messages.hsmActivated.notActivated(named), seen)
    default:
      // No person can know a word that Azure has just begun to use: it's read again.
      return unknown(messages.hsmActivated.isActivated(named), seen)
  }
}

/** Undocumented: settled by an environment that already uses the key, before that by a person. */
function allowed(facts: PolicyFacts): Observation | undefined {
  const { choices, vault } = facts
  const hsm = valueIn(vault)
  if (!choices?.keyStore || !hsm) return undefined
  if (isInUse(facts)) return pass(messages.hsmAllowed.holdsIt, storeSeen(choices))
  return question(messages.hsmAllowed.mayItHold, sentences(disagreements.managedHsm.says1, disagreements.managedHsm.says2), {
    subject: hsm.id.toLowerCase(),
  })
}

const storeSeen = (choices: NonNullable<PolicyFacts['choices']>): DisplayText => verbatim(storeId(choices))

/** Checks specific to a Managed HSM; the vault's checks cover the rest. */
export const hsmChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'hsm-activated',
    id: 'F-411',
    part,
    owner: 'key-vault-administrator',
    ...textsOf(messages.hsmActivated),
    source: 'managed-hsm-activation',
    judge: activated,
  },
  {
    key: 'hsm-allowed',
    id: 'F-412',
    part,
    owner: 'you',
    ...textsOf(messages.hsmAllowed),
    source: 'power-platform-keys',
    heading: 'Create a key in the Azure Key Vault Managed HSM',
    judge: allowed,
  },
]
