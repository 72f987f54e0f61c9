import type { Observation } from '#machines/engine/step/finding.ts'
import { fail, pass, unknown, warning } from '#machines/engine/step/observations.ts'
import { inItsOwnWords, refusalOf, valueIn } from '#machines/engine/step/refusals.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { type Check, textsOf } from '../../check.ts'
import { sameId } from '../../ids.ts'
import { couldNotRead } from '../../refusals.ts'
import { serviceWord, serviceWordOr } from '../../service-words.ts'
import type { Environment, IntegrationDetails } from '../../services/services.ts'
import { existingLink } from '../environment/existing-link.ts'
import { typeAllowed } from '../environment/type-allowed.ts'
import { type FinanceAndOperationsKind, financeAndOperationsKind, type IntegrationFacts, isCloudHosted } from './facts.ts'
import { messages } from './messages.ts'

const part = 'integration'

const nameOf = ({ displayName, id }: Environment): DisplayText => messages.named({ displayName, id })

const SETUP_IN_LIFECYCLE_SERVICES: readonly DisplayText[] = [
  messages.setUp1,
  messages.setUp2,
  messages.setUp3,
  messages.setUp4,
  messages.setUp5,
]

/** It is unknown which of the two ways the environment was meant for. */
const EITHER_WAY: readonly DisplayText[] = [...SETUP_IN_LIFECYCLE_SERVICES, messages.withoutProject]

/** Host of a URL, for comparison; undefined for other text. */
function hostOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  return new URL(url).host.toLowerCase()
}

function agrees(environment: Environment, details: Extract<IntegrationDetails, { linked: true }>): boolean {
  const app = environment.financeAndOperations
  const sameHost = hostOf(app?.url) === undefined || hostOf(app?.url) === hostOf(details.url)
  const sameApp = app?.id === undefined || details.id === undefined || sameId(app.id, details.id)
  return sameHost && sameApp
}

const LINKED: Readonly<Record<FinanceAndOperationsKind, DisplayText>> = {
  unified: messages.linkedUnified,
  none: messages.linkedByDataverse,
  other: messages.linkedSomehow,
  'cloud-hosted': messages.linkedFromLifecycleServices,
  'lifecycle-services': messages.linkedFromLifecycleServices,
}

function linked(environment: Environment, details: Extract<IntegrationDetails, { linked: true }>): Observation {
  if (!agrees(environment, details))
    return fail(
      messages.twoApps,
      messages.twoAddresses({ address: environment.financeAndOperations?.url ?? messages.noAddress, ofDataverse: details.url }),
      { remedy: messages.twoAppsRemedy, owner: 'microsoft' },
    )
  return pass(LINKED[financeAndOperationsKind(environment)], messages.integratedWith({ url: details.url }))
}

/** A unified environment has no setup in Lifecycle Services to wait for. */
const unfinished = (environment: Environment): Pick<Observation, 'remedy' | 'owner' | 'byHand' | 'link'> =>
  financeAndOperationsKind(environment) === 'unified'
    ? {
        remedy: messages.waitForInstallation,
        owner: 'power-platform-administrator',
        byHand: [messages.waitForInstallationManual1, messages.waitForInstallationManual2],
        link: 'admin-center-environment',
      }
    : { remedy: messages.waitForSetup }

/** Dataverse answers only its own users, but the integration is the same for every account. */
const IN_DATAVERSE = {
  owner: 'power-platform-administrator',
  byHand: [messages.addAccount1, messages.addAccount2],
  link: 'admin-center-environment',
} as const satisfies Partial<Observation>

/** Decision table of the admin API's and Dataverse's answers. */
function financeAndOperationsLinked({ environment: answer, integration }: IntegrationFacts): Observation | undefined {
  const environment = valueIn(answer)
  if (!environment?.dataverse) return undefined
  const details = valueIn(integration)
  const refusal = refusalOf(integration)
  const known = financeAndOperationsKind(environment) !== 'none'
  if (details?.linked) return linked(environment, details)
  if (integration === undefined)
    return unknown(messages.dataverseWithoutAddress, messages.dataverseWithoutAddressSeen({ environment: nameOf(environment) }), {
      remedy: messages.waitForAddress,
    })
  if (details && known) {
    return fail(
      messages.linkUnfinished,
      messages.linkUnfinishedSeen({
        address: environment.financeAndOperations?.url ?? messages.unnamedApp,
        code: details.code,
        message: details.message,
      }),
      unfinished(environment),
    )
  }
  if (details)
    return fail(messages.noAppLinked, messages.noAppLinkedSeen({ code: details.code, message: details.message }), { byHand: EITHER_WAY })
  const mayNotAsk = refusal?.reason === 'forbidden' || refusal?.reason === 'unauthenticated'
  if (refusal && known && mayNotAsk)
    return warning(
      messages.onlyAdminApi,
      messages.onlyAdminApiSeen({
        address: environment.financeAndOperations?.url ?? messages.unnamedApp,
        type: environment.financeAndOperations?.type ?? messages.noType,
        error: inItsOwnWords(refusal),
      }),
      { remedy: messages.addAccountForBothProofs, ...IN_DATAVERSE, refusal },
    )
  if (!refusal) return undefined
  const unread = couldNotRead(messages.integrationUnread, refusal, 'power-platform-administrator')
  return mayNotAsk ? { ...unread, remedy: messages.signInOrAddAccount, ...IN_DATAVERSE } : { ...unread, byHand: [] }
}

/** Only if Dataverse reports the integration; otherwise the link is missing, not the address. */
function addressShown({ environment: answer, integration }: IntegrationFacts): Observation | undefined {
  const environment = valueIn(answer)
  const details = valueIn(integration)
  if (!environment || !details?.linked) return undefined
  const url = environment.financeAndOperations?.url
  return url
    ? pass(messages.addressShown, verbatim(url))
    : warning(messages.addressNotShown, messages.addressOfDataverseOnly({ url: details.url }))
}

function keyBeforeIntegration({ environment: answer, integration }: IntegrationFacts): Observation | undefined {
  const environment = valueIn(answer)
  if (!environment) return undefined
  const policy = environment.encryptionPolicy
  const details = valueIn(integration)
  const unsaid = details === undefined && environment.dataverse !== undefined
  const isLinked = details?.linked === true || (unsaid && financeAndOperationsKind(environment) !== 'none')
  if (policy === undefined) return pass(messages.noKeyBefore, messages.noPolicyNamed)
  const seen = messages.policyNamed({
    policy: policy.id ?? policy.systemId ?? messages.withoutId,
    status: serviceWordOr(policy.linkStatus, messages.noStatus),
  })
  if (isLinked) return pass(messages.keyAfterIntegration, seen)
  if (unsaid) return unknown(messages.keyAndLinkUnknown, seen, { remedy: messages.keyAndLinkUnknownRemedy })
  return fail(messages.keyBeforeIntegration, seen)
}

export const integrationChecks: readonly Check<IntegrationFacts>[] = [
  {
    key: 'environment-readable',
    id: 'F-907',
    part,
    owner: 'power-platform-administrator',
    ...textsOf(messages.environmentReadable),
    link: 'admin-center-environments',
    source: 'enterprise-policy-scripts',
    judge: ({ environment }) => {
      const refusal = refusalOf(environment)
      if (refusal?.reason === 'not-found')
        return fail(
          messages.environmentReadable.environmentNotFound,
          messages.environmentReadable.environmentNotFoundSeen({ error: inItsOwnWords(refusal) }),
          { refusal },
        )
      if (refusal) return couldNotRead(messages.environmentReadable.environmentUnread, refusal, 'power-platform-administrator')
      const value = valueIn(environment)
      return (
        value &&
        pass(
          messages.environmentReadable.environmentReadable,
          messages.environmentReadable.seen({ environment: nameOf(value), sku: serviceWord(value.sku), location: value.location }),
        )
      )
    },
  },
  {
    key: 'dataverse-present',
    id: 'F-202',
    part,
    owner: 'lifecycle-services-administrator',
    ...textsOf(messages.dataversePresent),
    byHand: SETUP_IN_LIFECYCLE_SERVICES,
    link: 'lifecycle-services',
    source: 'finance-and-operations-keys',
    judge: ({ environment: answer }) => {
      const environment = valueIn(answer)
      if (!environment) return undefined
      if (environment.dataverse)
        return pass(
          messages.dataversePresent.dataversePresent,
          environment.dataverse.instanceUrl === undefined
            ? messages.dataversePresent.noInstanceAddress
            : verbatim(environment.dataverse.instanceUrl),
        )
      if (financeAndOperationsKind(environment) !== 'none')
        return fail(
          messages.dataversePresent.integrationNotEnabled,
          messages.dataversePresent.integrationNotEnabledSeen({
            address: environment.financeAndOperations?.url ?? messages.noAddress,
          }),
        )
      return fail(messages.dataversePresent.noDataverse, messages.dataversePresent.noDataverseSeen({ environment: nameOf(environment) }), {
        owner: 'you',
        remedy: messages.dataversePresent.noDataverseRemedy,
      })
    },
  },
  {
    key: 'finance-and-operations-linked',
    id: 'F-204',
    part,
    owner: 'lifecycle-services-administrator',
    ...textsOf(messages.financeAndOperationsLinked),
    byHand: SETUP_IN_LIFECYCLE_SERVICES,
    link: 'lifecycle-services',
    source: 'finance-and-operations-keys',
    judge: financeAndOperationsLinked,
  },
  {
    key: 'address-shown',
    id: 'F-203',
    part,
    owner: 'power-platform-administrator',
    why: messages.addressShownWhy,
    remedy: messages.addressShownRemedy,
    byHand: [messages.addressShownManual1, messages.addressShownManual2],
    link: 'admin-center-environment',
    source: 'provisioning-app',
    heading: 'Known limitations',
    judge: addressShown,
  },
  {
    key: 'not-cloud-hosted',
    id: 'F-002',
    part,
    owner: 'you',
    ...textsOf(messages.notCloudHosted),
    link: 'cloud-hosted-security',
    source: 'finance-and-operations-keys',
    judge: ({ environment: answer, integration }) => {
      const environment = valueIn(answer)
      if (!environment) return undefined
      const details = valueIn(integration)
      const urls = [environment.financeAndOperations?.url, details?.linked ? details.url : undefined].filter((url) => url !== undefined)
      const cloudHosted = urls.find(isCloudHosted)
      if (cloudHosted) return fail(messages.notCloudHosted.cloudHosted, verbatim(cloudHosted))
      if (financeAndOperationsKind(environment) === 'none' && !details?.linked) return undefined
      return pass(
        messages.notCloudHosted.notCloudHosted,
        urls[0] === undefined ? messages.notCloudHosted.noAddressNamed : verbatim(urls[0]),
      )
    },
  },
  {
    key: 'type-can-have-key',
    part,
    ...typeAllowed,
    // Shown before advice to start an integration that can't be undone.
    supersedes: ['dataverse-present', 'finance-and-operations-linked', 'no-key-before-integration'],
    forbidsStep: true,
    judge: ({ environment: answer }) => {
      const environment = valueIn(answer)
      const judged = environment && typeAllowed.judge(environment)
      // Undocumented types are reported in step 2 and don't block the choice.
      return judged?.status === 'warning' ? undefined : judged
    },
  },
  {
    key: 'no-key-before-integration',
    id: 'F-109',
    part,
    supersedes: ['dataverse-present', 'finance-and-operations-linked', 'existing-policy'],
    forbidsStep: true,
    owner: 'power-platform-administrator',
    ...textsOf(messages.noKeyBeforeIntegration),
    link: 'admin-center',
    source: 'finance-and-operations-keys',
    heading: 'Enable CMKs',
    judge: keyBeforeIntegration,
  },
  {
    key: 'existing-policy',
    part,
    ...existingLink,
    judge: ({ environment, chosenPolicy }) => existingLink.judge(valueIn(environment), chosenPolicy),
  },
]
