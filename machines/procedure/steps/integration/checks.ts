import type { Observation } from '../../../engine/step/finding.ts'
import { couldNotRead, inItsOwnWords, refusalOf, valueIn } from '../../../engine/step/refusals.ts'
import { sentences } from '../../../messages/sentences.ts'
import type { Check } from '../../check.ts'
import type { Environment, IntegrationDetails } from '../../services.ts'
import { existingLink } from '../environment/existing-link.ts'
import { financeAndOperationsKind, type IntegrationFacts, isCloudHosted } from './facts.ts'

const part = 'integration'

/** What lets an account ask Dataverse. Source: the admin center's own way for administrators who are not in an organization yet. */
const ADD_ME =
  'add your account to the Dataverse organization (in the admin center: the environment, Membership, Add me), then check again.'

const nameOf = (environment: Environment): string => `“${environment.displayName}” (${environment.id})`

const SETUP_IN_LIFECYCLE_SERVICES: readonly string[] = [
  'In Lifecycle Services, open the environment’s details page (Full details).',
  'Open Power Platform Integration and select Setup. If Setup is missing, the environment is not a sandbox or production environment, or your role is not Project owner or Environment manager.',
  'Choose a template, tick Agree and select Setup. The choice cannot be taken back.',
  'Type your name in the dialog that says so, and confirm.',
  'Wait until the page says “Setup completed successfully”: minutes by the newer document, 60 to 90 minutes by the older one.',
]

/** Nothing tells which of the two ways an environment without the app was meant for. */
const EITHER_WAY: readonly string[] = [
  ...SETUP_IN_LIFECYCLE_SERVICES,
  'Without a project in Lifecycle Services: in the admin center, install Platform Tools and then the Finance and Operations Provisioning App into this environment. It takes about an hour.',
]

/** The host part of a URL, for comparing what two services say; nothing when it is no URL. */
function hostOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  return new URL(url).host.toLowerCase()
}

function agrees(environment: Environment, details: Extract<IntegrationDetails, { linked: true }>): boolean {
  const app = environment.financeAndOperations
  const sameHost = hostOf(app?.url) === undefined || hostOf(app?.url) === hostOf(details.url)
  const sameApp = app?.id === undefined || details.id === undefined || app.id.toLowerCase() === details.id.toLowerCase()
  return sameHost && sameApp
}

function linked(environment: Environment, details: Extract<IntegrationDetails, { linked: true }>): Observation {
  if (!agrees(environment, details)) {
    return {
      status: 'fail',
      title: 'The admin API and Dataverse name two different finance and operations environments',
      seen: `Admin API: ${environment.financeAndOperations?.url ?? 'no address'}. Dataverse: ${details.url}.`,
      remedy: 'Do not go on. Ask Microsoft support which link is real, giving both addresses.',
      owner: 'microsoft',
    }
  }
  const kind = financeAndOperationsKind(environment)
  const how =
    kind === 'unified'
      ? 'a unified environment, managed in the admin center'
      : kind === 'none'
        ? 'the admin API does not name it yet, Dataverse does'
        : 'linked from Lifecycle Services'
  return { status: 'pass', title: `Finance and operations is linked: ${how}`, seen: `Dataverse says it is integrated with ${details.url}.` }
}

/** A unified environment has no setup in Lifecycle Services that one could wait for. */
const unfinished = (environment: Environment): Pick<Observation, 'remedy' | 'owner' | 'byHand'> =>
  financeAndOperationsKind(environment) === 'unified'
    ? {
        remedy: 'Wait until the admin center shows the installation of finance and operations as ended, then check again.',
        owner: 'power-platform-administrator',
        byHand: [
          'In the admin center, open the environment, Resources, Dynamics 365 apps.',
          'Look at the state of the Finance and Operations Provisioning App. If it failed, read its reason there.',
        ],
      }
    : { remedy: 'Wait until Lifecycle Services says “Setup completed successfully”, then check again.' }

/** The decision table for what the admin API and Dataverse say together. */
function financeAndOperationsLinked({ environment: answer, integration }: IntegrationFacts): Observation | undefined {
  const environment = valueIn(answer)
  if (!environment?.dataverse) return undefined
  const details = valueIn(integration)
  const refusal = refusalOf(integration)
  const known = financeAndOperationsKind(environment) !== 'none'
  if (details?.linked) return linked(environment, details)
  if (integration === undefined) {
    return {
      status: 'unknown',
      title: 'Dataverse could not be asked about the integration: the admin API gives no address for it',
      seen: `${nameOf(environment)} has a Dataverse database without an address.`,
      remedy: 'The address appears when Dataverse is ready. Wait some minutes, then check again.',
    }
  }
  if (details && known) {
    return {
      status: 'fail',
      title: 'The link to finance and operations is not finished',
      seen: `The admin API names ${environment.financeAndOperations?.url ?? 'an app'}, but Dataverse answers ${details.code}: ${details.message}`,
      ...unfinished(environment),
    }
  }
  if (details) {
    return {
      status: 'fail',
      title: 'No finance and operations app is linked to this environment',
      seen: `Dataverse answers ${details.code}: ${details.message} The admin API names no app either.`,
      byHand: EITHER_WAY,
    }
  }
  const mayNotAsk = refusal?.reason === 'forbidden' || refusal?.reason === 'unauthenticated'
  if (refusal && known && mayNotAsk) {
    return {
      status: 'warning',
      title: 'Only the admin API says that finance and operations is linked',
      seen: sentences(
        `It names ${environment.financeAndOperations?.url ?? 'an app'} (${environment.financeAndOperations?.type}). Dataverse did not let this account ask:`,
        inItsOwnWords(refusal),
      ),
      remedy: `To have both proofs, ${ADD_ME}`,
      owner: 'power-platform-administrator',
      refusal,
    }
  }
  if (!refusal) return undefined
  const unread = couldNotRead('The integration in Dataverse could not be read', refusal, 'power-platform-administrator')
  return mayNotAsk
    ? { ...unread, remedy: `Sign in again. If that does not help, ${ADD_ME}`, owner: 'power-platform-administrator' }
    : unread
}

/** Judged only where Dataverse itself says that it is integrated: anything else is not a missing address but a missing link. */
function addressShown({ environment: answer, integration }: IntegrationFacts): Observation | undefined {
  const environment = valueIn(answer)
  const details = valueIn(integration)
  if (!environment || !details?.linked) return undefined
  const url = environment.financeAndOperations?.url
  return url
    ? { status: 'pass', title: 'The admin center shows the address of finance and operations', seen: url }
    : {
        status: 'warning',
        title: 'The admin center does not show the address of finance and operations',
        seen: `Dataverse names ${details.url}; the admin API names none.`,
      }
}

function keyBeforeIntegration({ environment: answer, integration }: IntegrationFacts): Observation | undefined {
  const environment = valueIn(answer)
  if (!environment) return undefined
  const policy = environment.encryptionPolicy
  const details = valueIn(integration)
  const unsaid = details === undefined && environment.dataverse !== undefined
  const isLinked = details?.linked === true || (unsaid && financeAndOperationsKind(environment) !== 'none')
  if (policy === undefined)
    return {
      status: 'pass',
      title: 'No customer-managed key was put on this environment before the integration',
      seen: 'The environment names no encryption policy.',
    }
  const seen = `The environment names the policy ${policy.id ?? policy.systemId ?? 'without an id'} (${policy.linkStatus ?? 'no status'}).`
  if (isLinked) return { status: 'pass', title: 'Integration is in place; the customer-managed key on it is looked at in step 4', seen }
  if (unsaid) {
    return {
      status: 'unknown',
      title: 'A customer-managed key is on this environment, and it is not known whether finance and operations is linked',
      seen,
      remedy:
        'Put right what keeps Dataverse from being asked, then check again. If finance and operations turns out not to be linked, the key came too early.',
    }
  }
  return { status: 'fail', title: 'A customer-managed key is on this environment, and finance and operations is not linked yet', seen }
}

export const integrationChecks: readonly Check<IntegrationFacts>[] = [
  {
    key: 'environment-readable',
    id: 'F-907',
    part,
    owner: 'power-platform-administrator',
    why: 'Everything that follows rests on what the admin API says of this environment.',
    remedy: 'Sign in as a Power Platform administrator of the tenant that owns the environment, then check again.',
    byHand: [
      'In the Entra admin center, open Roles and administrators, Power Platform Administrator, and add the account.',
      'Sign out and in again: a role counts from the next sign-in.',
    ],
    link: 'admin-center-environments',
    source: 'enterprise-policy-scripts',
    look: ({ environment }) => {
      const refusal = refusalOf(environment)
      if (refusal?.reason === 'not-found') {
        return {
          status: 'fail',
          title: 'The environment could not be found in the tenant',
          seen: sentences(
            inItsOwnWords(refusal),
            'The service gives this answer both when the environment does not exist and when the account is not a Power Platform administrator.',
          ),
          refusal,
        }
      }
      if (refusal) return couldNotRead('The environment could not be read', refusal, 'power-platform-administrator')
      const value = valueIn(environment)
      return value && { status: 'pass', title: 'The environment can be read', seen: `${nameOf(value)}, ${value.sku}, ${value.location}.` }
    },
  },
  {
    key: 'dataverse-present',
    id: 'F-202',
    part,
    owner: 'lifecycle-services-administrator',
    why: 'Customer-managed keys reach finance and operations through Power Platform. Without a Dataverse database behind the environment its data stays on the Microsoft-managed key.',
    remedy: 'Enable the Power Platform integration in Lifecycle Services, then check again. It cannot be undone.',
    byHand: SETUP_IN_LIFECYCLE_SERVICES,
    link: 'lifecycle-services',
    source: 'power-platform-integration',
    look: ({ environment: answer }) => {
      const environment = valueIn(answer)
      if (!environment) return undefined
      if (environment.dataverse)
        return {
          status: 'pass',
          title: 'The environment has a Dataverse database',
          seen: environment.dataverse.instanceUrl ?? 'The admin API names no address for it.',
        }
      if (financeAndOperationsKind(environment) !== 'none') {
        return {
          status: 'fail',
          title: 'The Power Platform integration is not enabled yet',
          seen: `Finance and operations (${environment.financeAndOperations?.url ?? 'no address'}) is attached to the environment, but it has no Dataverse database. This is how Lifecycle Services leaves it until integration is set up.`,
        }
      }
      return {
        status: 'fail',
        title: 'The environment has no Dataverse database',
        seen: `${nameOf(environment)} has neither Dataverse nor finance and operations. It may be the wrong environment.`,
        owner: 'you',
        remedy: 'Choose the environment whose finance and operations address you know.',
      }
    },
  },
  {
    key: 'finance-and-operations-linked',
    id: 'F-204',
    part,
    owner: 'lifecycle-services-administrator',
    why: 'Only environments that are linked are covered, including their SQL databases and storage accounts.',
    remedy: 'Enable the Power Platform integration in Lifecycle Services for this environment, or choose the environment that is linked.',
    byHand: SETUP_IN_LIFECYCLE_SERVICES,
    link: 'lifecycle-services',
    source: 'power-platform-integration',
    look: financeAndOperationsLinked,
  },
  {
    key: 'address-shown',
    id: 'F-203',
    part,
    owner: 'power-platform-administrator',
    why: 'The Finance and Operations URL on the environment’s page is how people tell which environment is theirs.',
    remedy: 'Edit the description of the environment in the admin center and save: that brings the address up. Then check again.',
    byHand: [
      'In the admin center, open the environment, then Edit.',
      'Change the description and save. After some minutes the page shows the Finance and Operations URL.',
    ],
    link: 'admin-center-environment',
    source: 'provisioning-app',
    look: addressShown,
  },
  {
    key: 'not-cloud-hosted',
    id: 'F-002',
    part,
    owner: 'you',
    why: 'Cloud-hosted environments live in your own subscription and are outside this feature.',
    remedy:
      'Choose a sandbox or production environment. Secure the virtual machine of a cloud-hosted environment in its own subscription instead.',
    link: 'lifecycle-services',
    source: 'finance-and-operations-keys',
    look: ({ environment: answer, integration }) => {
      const environment = valueIn(answer)
      if (!environment) return undefined
      const details = valueIn(integration)
      const urls = [environment.financeAndOperations?.url, details?.linked ? details.url : undefined].filter((url) => url !== undefined)
      const cloudHosted = urls.find(isCloudHosted)
      if (cloudHosted) return { status: 'fail', title: 'This is a cloud-hosted environment', seen: cloudHosted }
      if (financeAndOperationsKind(environment) === 'none' && !details?.linked) return undefined
      return { status: 'pass', title: 'It is not a cloud-hosted environment', seen: urls[0] ?? 'No address of it is named.' }
    },
  },
  {
    key: 'no-key-before-integration',
    id: 'F-109',
    part,
    supersedes: ['dataverse-present', 'finance-and-operations-linked', 'existing-policy'],
    forbidsStep: true,
    owner: 'power-platform-administrator',
    why: 'When integration is set up with an existing environment, a customer-managed key must not be on it beforehand. Microsoft promises support for that order for a later time.',
    remedy:
      'Choose another environment for the integration, or return this one to the Microsoft-managed key first and wait until that has ended. Microsoft documents no procedure for this order.',
    byHand: [
      'In the admin center, open Security, Data and Privacy, Customer-managed encryption key.',
      'Open the policy, select Edit policy, Remove environment, Continue, Save. The environment is switched off meanwhile.',
      'Keep the key, the vault and the access for 30 days: restores need them.',
    ],
    link: 'admin-center',
    source: 'finance-and-operations-keys',
    look: keyBeforeIntegration,
  },
  {
    key: 'existing-policy',
    part,
    ...existingLink,
    look: ({ environment, chosenPolicy }) => existingLink.look(valueIn(environment), chosenPolicy),
  },
]
