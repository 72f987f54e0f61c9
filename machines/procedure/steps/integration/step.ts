import { defined } from '#machines/defined.ts'
import { judge } from '#machines/engine/step/finding.ts'
import { refusalOf, valueIn } from '#machines/engine/step/refusals.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import type { Choices } from '../../choices.ts'
import { coverageChecks } from '../../coverage/checks.ts'
import { geographyOf } from '../../geography.ts'
import { carryingThings, shownEnvironment } from '../../key-map/shown.ts'
import { isTypeAllowed } from '../../landscape/members.ts'
import type { Reading, StepDefinition } from '../../observing.ts'
import type { EnvironmentRow } from '../../picture.ts'
import { readingOf } from '../../refusals.ts'
import type { Environment } from '../../services/services.ts'
import { named } from '../reading-parts.ts'
import { integrationChecks } from './checks.ts'
import { cloudCheck } from './cloud-check.ts'
import {
  type FinanceAndOperationsKind,
  financeAndOperationsKind,
  type IntegrationFacts,
  isIntegrated,
  observeIntegration,
} from './facts.ts'
import { integrationGuide } from './guide.ts'
import { messages } from './messages.ts'
import { integrationRightsChecks } from './rights-checks.ts'

const checks = [...integrationChecks, cloudCheck, ...coverageChecks, ...integrationRightsChecks]

/** Hosted by Microsoft and of a type that can be in a policy. */
const workableOf = (environment: Environment): Pick<EnvironmentRow, 'workable'> =>
  isIntegrated(environment) && isTypeAllowed(environment.sku)
    ? {
        workable: {
          geography: environment.location,
          ...defined({ region: environment.azureRegion, domain: environment.dataverse?.domainName }),
        },
      }
    : {}

const NOTES: Readonly<Record<FinanceAndOperationsKind, DisplayText>> = {
  unified: messages.noteUnified,
  none: messages.noteNoApp,
  'cloud-hosted': messages.noteCloudHosted,
  'lifecycle-services': messages.noteLifecycleServices,
  other: messages.noteOther,
}

export function readIntegration(facts: IntegrationFacts, choices: Choices, now: number): Reading {
  const environment = valueIn(facts.environment)
  const details = valueIn(facts.integration)
  const refusal = refusalOf(facts.environments)
  const kind = environment && financeAndOperationsKind(environment)
  const note = kind === undefined ? messages.noteChoose : NOTES[kind]
  return {
    stepId: 'integration',
    readAt: now,
    findings: judge<IntegrationFacts>(checks, facts, now),
    plan: [],
    choiceMissing: choices.environmentId === undefined,
    picture: {
      kind: 'environments',
      ...defined({ chosen: choices.environmentId }),
      environments: (valueIn(facts.environments) ?? []).map((each) => ({
        id: each.id,
        displayName: each.displayName,
        sku: each.sku,
        location: geographyOf(each.location)?.title ?? each.location,
        ...(each.dataverse?.instanceUrl ? { url: each.dataverse.instanceUrl } : {}),
        ...(each.financeAndOperations?.url ? { financeAndOperationsUrl: each.financeAndOperations.url } : {}),
        ...workableOf(each),
      })),
      ...(refusal
        ? {
            problem: {
              title: messages.environmentsUnread,
              ...readingOf(refusal, 'power-platform-administrator'),
              refusal,
            },
          }
        : {}),
    },
    note,
    things: carryingThings(shownEnvironment(environment, details?.linked ? details.url : undefined)),
    ...named(environment),
    found: {},
  }
}

/** Step 1 writes nothing: the link is a button in another portal. */
export const integration: StepDefinition<'integration'> = {
  id: 'integration',
  guide: integrationGuide,
  checks,
  async observe({ services, cloud, choices, now, signal }) {
    const facts = await observeIntegration(services, choices, signal)
    return readIntegration({ ...facts, ...defined({ cloud }) }, choices, now())
  },
}
