import { type DisplayText, verbatim } from '../../messages/message.ts'
import type { PolicyChoices } from '../choices.ts'
import { geographyOf } from '../geography.ts'
import { storeOf } from '../key-store.ts'
import { STEP_IDS } from '../procedure.ts'
import type { MapElement } from './elements.ts'
import { cards } from './messages.ts'
import { policyNameIn, type ShownKey, type ShownThings } from './shown.ts'
import type { MapElementView } from './view.ts'

export interface CardFacts extends ShownThings {
  readonly chosen?: PolicyChoices
  readonly environmentChosen: boolean
  readonly environmentTold?: string
  /** Confirmed by a handoff; the account can't read it. */
  readonly onWord?: boolean
  /** Policy that holds the environment, whatever was chosen: Azure resource ID. */
  readonly holdingPolicyId?: string
}

type Card = Pick<MapElementView, 'name' | 'badge' | 'lines' | 'address'>

const STEP_THAT_CREATES = STEP_IDS.indexOf('policy') + 1
const STEP_THAT_CHOOSES = STEP_IDS.indexOf('integration') + 1

const place = (location: string): DisplayText => verbatim(geographyOf(location)?.title ?? location)

function app({ app: seen, environmentChosen, onWord }: CardFacts): Card {
  if (seen === 'absent') return { name: cards.notFound, lines: [] }
  if (!seen) return environmentChosen ? { name: onWord ? cards.notReadHere : cards.notRead, lines: [] } : notChosen
  const kind = {
    'lifecycle-services': cards.lifecycleServices,
    unified: cards.unified,
    'cloud-hosted': cards.cloudHosted,
    other: undefined,
    dataverse: cards.dataverse,
  }
  const said = kind[seen.kind]
  const host = seen.url !== undefined && URL.canParse(seen.url) ? new URL(seen.url).hostname.split('.') : []
  const [first, ...others] = host
  return {
    name: first === undefined ? cards.notRead : verbatim(first),
    lines: [...(others.length > 0 ? [verbatim(others.join('.'))] : []), ...(said ? [said] : [])],
    ...(first === undefined ? {} : { address: verbatim(host.join('.')) }),
  }
}

const notChosen: Card = { name: cards.notChosen, lines: [cards.chosenInStep({ number: STEP_THAT_CHOOSES })] }

function environment({ environment: seen, environmentChosen, environmentTold, onWord }: CardFacts): Card {
  if (!seen) {
    const unread = onWord ? cards.notReadHere : cards.notRead
    if (environmentTold !== undefined) return { name: verbatim(environmentTold), lines: [unread] }
    return environmentChosen ? { name: unread, lines: [] } : notChosen
  }
  const isProduction = seen.type.toLowerCase() === 'production'
  const word = isProduction ? cards.production : seen.type.toLowerCase() === 'sandbox' ? cards.sandbox : verbatim(seen.type)
  return {
    name: verbatim(seen.name),
    badge: { word, tone: isProduction ? 'production' : 'other' },
    lines: [seen.hasDataverse ? place(seen.location) : cards.noDataverse],
  }
}

function policy({ policy: seen, chosen, holdingPolicyId }: CardFacts): Card {
  if (seen !== undefined && seen !== 'absent')
    return {
      name: verbatim(seen.name),
      ...(seen.hasIdentity ? { badge: { word: cards.managedIdentity, tone: 'identity' } } : {}),
      lines: [place(seen.location)],
    }
  if (chosen) return { name: verbatim(chosen.policyName), lines: [seen === 'absent' ? cards.notCreated : cards.notRead] }
  if (holdingPolicyId !== undefined) return { name: verbatim(policyNameIn(holdingPolicyId)), lines: [cards.notRead] }
  return { name: cards.notCreated, lines: [cards.createdInStep({ number: STEP_THAT_CREATES })] }
}

export const isInHsm = ({ vault, chosen }: CardFacts): boolean =>
  (vault !== undefined && vault !== 'absent' ? storeOf(vault.id) : chosen)?.keyStore === 'managed-hsm'

function keyLine({ type, size, expires }: ShownKey): DisplayText {
  // A key size is part of a name: "RSA 3072", never "RSA 3,072".
  const named = verbatim(size === undefined ? type : `${type} ${size}`)
  return expires === undefined ? cards.keyWithoutEnd({ type: named }) : cards.keyUntil({ type: named, expires })
}

function key({ vault, key: seen, chosen, holdingPolicyId }: CardFacts): Card {
  const vaultName = vault !== undefined && vault !== 'absent' ? vault.name : chosen?.vaultName
  // A policy that holds the environment has a key, whatever was read of it.
  if (vaultName === undefined && holdingPolicyId !== undefined) return { name: cards.notRead, lines: [] }
  if (vaultName === undefined) return { name: cards.notChosen, lines: [cards.chosenInStep({ number: STEP_THAT_CREATES })] }
  if (seen !== undefined && seen !== 'absent') return { name: verbatim(vaultName), lines: [verbatim(seen.name), keyLine(seen)] }
  const planned = chosen && verbatim(chosen.keyName)
  const kind = chosen && cards.keyWithoutEnd({ type: verbatim(`RSA ${chosen.keySize}`) })
  if (vault === 'absent') return { name: verbatim(vaultName), lines: [...(planned ? [planned] : []), ...(kind ? [kind] : [])] }
  return { name: verbatim(vaultName), lines: [...(planned ? [planned] : []), seen === 'absent' ? cards.noKey : cards.notRead] }
}

const CARDS: Partial<Readonly<Record<MapElement, (facts: CardFacts) => Card>>> = { app, environment, policy, key }

export const cardOf = (element: MapElement, facts: CardFacts): Card => CARDS[element]?.(facts) ?? { lines: [] }
