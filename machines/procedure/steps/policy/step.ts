import { defined } from '#machines/defined.ts'
import type { Names } from '#machines/engine/action.ts'
import type { Answer } from '#machines/engine/answer.ts'
import { judge } from '#machines/engine/step/finding.ts'
import type { Foreseen } from '#machines/engine/step/proof.ts'
import { isAbsent, refusalOf, valueIn } from '#machines/engine/step/refusals.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { Action } from '../../action.ts'
import type { Choices, PolicyChoices } from '../../choices.ts'
import { geographyOf, policyPlace } from '../../geography.ts'
import { parseResourceId, sameId } from '../../ids.ts'
import { carryingThings, type ShownThings, shownEnvironment, shownKey, shownPolicy, shownVault } from '../../key-map/shown.ts'
import type { Reading, StepDefinition } from '../../observing.ts'
import { operationMessages } from '../../operations/messages.ts'
import { proposedBy } from '../../operations/protect/proposed-by.ts'
import { nameOfPerson } from '../../people/name.ts'
import type { PolicyForm } from '../../picture.ts'
import { readingOf } from '../../refusals.ts'
import { isOfAnotherTenant } from '../../rights/home-tenant.ts'
import { named } from '../reading-parts.ts'
import { foreseeMembership } from '../whole-plan.ts'
import { policyStepChecks } from './checks.ts'
import { askedBy, isInUse, listedStores, observePolicy, type PolicyFacts } from './facts.ts'
import { policyGuide } from './guide.ts'
import { nextRotation } from './key-expiry.ts'
import { keyLosses } from './key-loss.ts'
import { planPolicy } from './plan.ts'
import { accessUnderway } from './policy-checks.ts'
import { regionNames } from './region-names.ts'
import { shownByPolicy } from './shown.ts'
import { locationOf, newNames, proposalIn, suggestedReader, suggestPolicy } from './suggestion.ts'
import { messages } from './vault-messages.ts'

function unlistedIn({ vaults, managedHsms, policies }: PolicyFacts): Pick<PolicyForm, 'unlisted'> {
  const lists = [
    ['vaults', messages.subscriptionUsable.vaultsUnread, refusalOf(vaults)],
    ['managedHsms', messages.subscriptionUsable.hsmsUnread, refusalOf(managedHsms)],
    ['policies', operationMessages.policiesUnreadable, refusalOf(policies)],
  ] as const
  const unlisted = lists.flatMap(([of, title, refusal]) => (refusal ? [{ of, problem: { title, ...readingOf(refusal), refusal } }] : []))
  return unlisted.length > 0 ? { unlisted } : {}
}

function policyForm(facts: PolicyFacts, choices: Choices, suggestion: PolicyChoices, account: PolicyForm['account']): PolicyForm {
  const location = locationOf(facts) ?? ''
  const geography = geographyOf(location)
  const own = [valueIn(facts.environment)?.azureRegion, ...(geography?.regions ?? [])].filter((region) => region !== undefined)
  const listed = (valueIn(facts.regions) ?? []).map(({ name }) => name.toLowerCase())
  const place = (id: string) => parseResourceId(id)?.resourceGroup ?? ''
  const { vaultName, policyName } = newNames(facts)
  const vaults = listedStores(facts)
  const values = choices.policy ?? suggestion
  // Unlisted regions are unusable. Without a known geography, the person chooses among all.
  const usable = own.filter((region) => listed.length === 0 || region === values.region || listed.includes(region.toLowerCase()))
  const regions = [...new Set(own.length > 0 ? usable : listed)]
  const refusal = refusalOf(facts.subscriptions)
  return {
    environmentId: choices.environmentId ?? '',
    values,
    fresh: { vaultName, policyName },
    chosen: choices.policy !== undefined,
    ...(refusal ? { problem: { title: messages.subscriptionUsable.subscriptionsUnread, ...readingOf(refusal), refusal } } : {}),
    ...unlistedIn(facts),
    subscriptions: (valueIn(facts.subscriptions) ?? []).map(({ id, displayName, state }) => ({ id, name: displayName, state })),
    vaults: vaults.map(({ id, name, location, keyStore }) => ({ name, location, resourceGroup: place(id), ...defined({ keyStore }) })),
    policies: (valueIn(facts.policies) ?? [])
      .filter((policy) => policy.kind.toLowerCase() === 'encryption')
      .map(({ id, name, location }) => ({ name, location: policyPlace(location), resourceGroup: place(id) })),
    regions,
    regionNames: regionNames(facts, [...regions, values.region, ...vaults.map(({ location }) => location)]),
    geography: geography?.title ?? location,
    account,
    ...defined({ administrator: valueIn(facts.administrator), template: facts.template?.name, from: proposalIn(facts)?.from }),
  }
}

function namesIn(facts: PolicyFacts, { subscriptionId, region }: Pick<PolicyChoices, 'subscriptionId' | 'region'>): Names {
  const { subscriptions, administrator } = facts
  const subscription = valueIn(subscriptions)?.find(({ id }) => sameId(id, subscriptionId))
  const person = valueIn(administrator)
  return {
    ...(subscription ? { [subscription.id.toLowerCase()]: subscription.displayName } : {}),
    ...(person ? { [person.id.toLowerCase()]: nameOfPerson(person) } : {}),
    ...regionNames(facts, [region]),
  }
}

/** Names for the Key Map; unread values are absent. */
function shownThings(facts: PolicyFacts, now: number): ShownThings {
  const { environment, policy, vault, key, keyVersions } = facts
  const seen = <Thing, Shown>(answer: Answer<Thing> | undefined, show: (thing: Thing) => Shown): Shown | 'absent' | undefined => {
    const value = valueIn(answer)
    return value === undefined ? (isAbsent(answer) ? 'absent' : undefined) : show(value)
  }
  const [ofPolicy, ofVault, ofKey] = [
    seen(policy, shownPolicy),
    seen(vault, shownVault),
    seen(key, (each) => shownKey(each, valueIn(keyVersions))),
  ]
  return {
    ...shownEnvironment(valueIn(environment)),
    ...defined({ policy: ofPolicy, vault: ofVault, key: ofKey }),
    ...(isInUse(facts) ? { losses: { at: now, readings: keyLosses(facts, now) } } : {}),
    ...(facts.keyRotation?.ok ? { rotation: defined({ renewsAt: nextRotation(facts) }) } : {}),
  }
}

export function readPolicy(
  facts: PolicyFacts,
  choices: Choices,
  suggestion: PolicyChoices,
  account: PolicyForm['account'],
  now: number,
): Reading {
  const vaultId = valueIn(facts.vault)?.id
  const policyId = valueIn(facts.policy)?.id
  const subscriptionId = choices.policy?.subscriptionId ?? suggestion.subscriptionId
  const [findings, plan] = [judge(policyStepChecks, facts, now), planPolicy(facts, choices)]
  // Remaining work is shown first: a wait must not hide it.
  const isFree = plan.length === 0 && !isInUse(facts) && !findings.some(({ status }) => status === 'fail')
  const underway = isFree ? accessUnderway(facts, now) : undefined
  const proposed = proposedBy(facts)
  return {
    stepId: 'policy',
    readAt: now,
    findings,
    plan,
    names: namesIn(facts, choices.policy ?? suggestion),
    shows: choices.policy ? shownByPolicy(facts, choices.policy) : [],
    ...defined({ underway }),
    foreseen: { membership: foreseenOfMembership(facts, choices, plan) },
    choiceMissing: choices.policy === undefined,
    picture: {
      kind: 'policy',
      form: policyForm(facts, choices, suggestion, account),
      ...(proposed ? { protections: messages.protectionsProposed({ by: proposed.by, from: proposed.from }) } : {}),
    },
    note: choices.policy === undefined ? messages.stepNote : verbatim(choices.policy.policyName),
    things: carryingThings(shownThings(facts, now)),
    ...named(valueIn(facts.environment)),
    found: { ...(vaultId ? { vaultId } : {}), ...(policyId ? { policyId } : {}), ...(subscriptionId ? { subscriptionId } : {}) },
  }
}

/** Step 4 can't read a missing policy. */
const UNTIL_THE_POLICY_EXISTS: Foreseen['settles'] = [{ key: 'membership-readable', reason: 'not-found' }]

const foreseenOfMembership = (facts: PolicyFacts, choices: Choices, plan: readonly Action[]): Foreseen => ({
  plan: foreseeMembership(facts, choices),
  ...(plan.some(({ kind }) => kind === 'create-policy') ? { settles: UNTIL_THE_POLICY_EXISTS } : {}),
})

/** A suggested Reader replaces a group. */
function withSuggested({ administratorIsGroup, ...others }: PolicyChoices, suggested: Partial<PolicyChoices> | undefined): PolicyChoices {
  return { ...others, ...defined({ administratorIsGroup: suggestedReader(suggested) ? undefined : administratorIsGroup }), ...suggested }
}

export const policy: StepDefinition<'policy'> = {
  id: 'policy',
  guide: policyGuide,
  checks: policyStepChecks,
  async observe({ services, choices, browsed, suggested, template, proposal, now, signal }) {
    const { objectId, displayName, userName } = services.account
    const isElsewhere = isOfAnotherTenant(services.account)
    const asking = askedBy(choices).askedBy ?? (isElsewhere ? undefined : objectId)
    const reader = suggestedReader(suggested) ?? suggestedReader(proposal) ?? suggestedReader(defined({ administratorObjectId: asking }))
    const facts = {
      ...(await observePolicy(services, choices, browsed, signal, reader, proposal)),
      ...defined({ template, proposal }),
    }
    const account = { objectId, displayName, userName, ...(isElsewhere ? { elsewhere: true as const } : {}) }
    return readPolicy(facts, choices, withSuggested(suggestPolicy(facts, browsed, suggested), suggested), account, now())
  },
}
