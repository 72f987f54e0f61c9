import type { Observation } from '#machines/engine/step/finding.ts'
import { pass, question, warning } from '#machines/engine/step/observations.ts'
import { inItsOwnWords, refusalOf, valueIn } from '#machines/engine/step/refusals.ts'
import { verbatim } from '#machines/messages/message.ts'
import { sentences } from '#machines/messages/sentences.ts'
import { type Check, textsOf } from '../../check.ts'
import { serviceWord } from '../../service-words.ts'
import type { Vault } from '../../services/services.ts'
import { isApproved, type PolicyFacts } from './facts.ts'
import { messages } from './private-vault-messages.ts'

const part = 'vault'

const isClosed = ({ publicNetworkAccess }: Vault): boolean => publicNetworkAccess?.toLowerCase() === 'disabled'

/** Source: "Azure Private Endpoint private DNS zone values" (15 November 2023), by the vault domain of each cloud. */
const ZONES: Readonly<Record<string, string>> = {
  'vault.azure.net': 'privatelink.vaultcore.azure.net',
  'vault.usgovcloudapi.net': 'privatelink.vaultcore.usgovcloudapi.net',
  'vault.azure.cn': 'privatelink.vaultcore.azure.cn',
}
const COMMERCIAL_ZONE = 'privatelink.vaultcore.azure.net'

export function privateZoneOf(vaultUri: string): string {
  const host = URL.canParse(vaultUri) ? new URL(vaultUri).hostname : ''
  return ZONES[host.split('.').slice(1).join('.')] ?? COMMERCIAL_ZONE
}

function endpoint(vault: Vault): Observation | undefined {
  const { privateEndpoints: all = [], name, managedHsm } = vault
  // A Managed HSM's zones aren't read.
  if (managedHsm) return undefined
  if (!isClosed(vault) && all.length === 0) return undefined
  const [first, ...others] = all.map((each) => messages.privateEndpoint.state({ name: each.name, state: serviceWord(each.state) }))
  const seen = first ? sentences(first, ...others) : messages.privateEndpoint.noneFound
  if (all.some(isApproved)) return pass(messages.privateEndpoint.approved({ vault: name }), seen)
  // With public access, a pending endpoint blocks no one.
  if (!isClosed(vault)) return undefined
  const title = (all.length === 0 ? messages.privateEndpoint.none : messages.privateEndpoint.pending)({ vault: name })
  return warning(title, seen)
}

function zone({ vault: answer, privateZones }: PolicyFacts): Observation | undefined {
  const vault = valueIn(answer)
  if (!vault || !isClosed(vault) || !privateZones) return undefined
  const wanted = privateZoneOf(vault.vaultUri)
  const refusal = refusalOf(privateZones)
  if (refusal)
    return question(messages.privateZone.question({ zone: wanted }), inItsOwnWords(refusal), {
      remedy: messages.privateZone.questionRemedy,
      owner: 'you',
      refusal,
    })
  const zones = valueIn(privateZones) ?? []
  const seen = zones.length === 0 ? messages.privateZone.noneFound : messages.privateZone.found({ zones: zones.map(verbatim) })
  return zones.some((name) => name.toLowerCase() === wanted)
    ? pass(messages.privateZone.named({ zone: wanted }), seen)
    : warning(messages.privateZone.missing({ zone: wanted }), seen)
}

/** A private vault: access for people. The network check covers Microsoft's services. */
export const privateVaultChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'private-endpoint-approved',
    id: 'F-409',
    part,
    owner: 'key-vault-administrator',
    ...textsOf(messages.privateEndpoint),
    link: 'azure-vault',
    source: 'private-link',
    judge: ({ vault }) => {
      const value = valueIn(vault)
      return value && endpoint(value)
    },
  },
  {
    key: 'private-dns-zone',
    id: 'F-410',
    part,
    owner: 'key-vault-administrator',
    ...textsOf(messages.privateZone),
    link: 'azure-vault',
    source: 'private-dns-zones',
    judge: zone,
  },
]
