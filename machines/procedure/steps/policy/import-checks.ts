import { byFact, wordIn } from '#machines/engine/fact.ts'
import type { Observation } from '#machines/engine/step/finding.ts'
import { fail, pass, question } from '#machines/engine/step/observations.ts'
import { isAbsent, valueIn } from '#machines/engine/step/refusals.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { type Check, textsOf } from '../../check.ts'
import { importKey } from '../../rights/commands.ts'
import type { PolicyFacts } from './facts.ts'
import { messages } from './import-messages.ts'

/** The key that transfers other keys. */
const EXCHANGE_KEY = 'cmk-exchange'

/**
 * Manual import of a key, or of its next version: importing under an existing name adds a version.
 * Source: "Import HSM-protected keys to Key Vault (BYOK)" (29 May 2020).
 */
export function importByHand(vault: string, key: string): readonly DisplayText[] {
  const [create, download, upload] = importKey(vault, key, EXCHANGE_KEY)
  return [
    messages.key.manual1,
    verbatim(create),
    messages.key.manual2,
    verbatim(download),
    messages.key.manual3,
    messages.key.manual4,
    verbatim(upload),
  ]
}

function tier({ choices, vault: answer }: PolicyFacts): Observation | undefined {
  if (!choices?.keyIsImported) return undefined
  const { vaultName } = choices
  if (isAbsent(answer)) return fail(messages.tier.missing({ vault: vaultName }), verbatim(vaultName))
  const vault = valueIn(answer)
  if (!vault) return undefined
  const named = { vault: vault.name }
  const seen = vault.tier === undefined ? verbatim(vault.id) : messages.tier.found({ tier: vault.tier })
  const isUnknown = () => question(messages.tier.unknown(named), seen)
  return byFact<'premium' | 'standard', Observation>(wordIn({ premium: 'premium', standard: 'standard' }, vault.tier), {
    known: (word) => (word === 'premium' ? pass(messages.tier.premium(named), seen) : fail(messages.tier.other(named), seen)),
    absent: isUnknown,
    unknown: isUnknown,
  })
}

const word = (isSo: boolean | undefined): 'yes' | 'no' | 'unsaid' => (isSo === undefined ? 'unsaid' : isSo ? 'yes' : 'no')

function imported({ choices, vault, key: answer, policy }: PolicyFacts): Observation | undefined {
  if (!choices?.keyIsImported || !valueIn(vault)) return undefined
  const { keyName, vaultName } = choices
  const named = { key: keyName }
  if (isAbsent(answer)) {
    const before = valueIn(policy)?.name
    const title = before === undefined ? messages.key.missing(named) : messages.key.missingBehind({ ...named, policy: before })
    return fail(title, messages.key.absentSeen({ ...named, vault: vaultName }), { byHand: importByHand(vaultName, keyName) })
  }
  const key = valueIn(answer)
  if (!key) return undefined
  const seen = messages.key.found({ type: key.type, exportable: word(key.exportable), released: word(key.hasReleasePolicy ?? false) })
  if (!key.type.toUpperCase().endsWith('-HSM')) return fail(messages.key.inSoftware(named), seen, { remedy: messages.key.inSoftwareRemedy })
  if (key.exportable || key.hasReleasePolicy) return fail(messages.key.exportable(named), seen, { remedy: messages.key.exportableRemedy })
  if (key.exportable === undefined)
    return question(messages.key.exportableUnsaid(named), seen, { remedy: messages.key.exportableUnsaidRemedy })
  return pass(messages.key.there(named), messages.key.thereSeen({ type: key.type }))
}

/** A key from the customer's HSM must be in the vault before a policy names it. */
export const importChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'import-vault-tier',
    id: 'F-413',
    part: 'vault',
    owner: 'key-vault-administrator',
    ...textsOf(messages.tier),
    link: 'azure-vaults',
    source: 'hsm-key-import',
    judge: tier,
  },
  {
    key: 'key-imported',
    id: 'F-414',
    part: 'key',
    owner: 'key-vault-administrator',
    why: messages.key.why,
    remedy: messages.key.remedy,
    link: 'azure-vault',
    source: 'hsm-key-import',
    judge: imported,
  },
]
