import { judge } from '../../../engine/step/finding.ts'
import type { Reading } from '../../../engine/step/proof.ts'
import { valueIn } from '../../../engine/step/refusals.ts'
import type { NotedRow } from '../../../engine/wizard/view-of-step.ts'
import { geographyOf } from '../../geography.ts'
import type { StepDefinition } from '../../observing.ts'
import type { Environment } from '../../services.ts'
import { named, noted, word } from '../reading-parts.ts'
import { environmentChecks } from './checks.ts'
import { type EnvironmentFacts, namesDiffer, observeEnvironment } from './facts.ts'
import { environmentGuide } from './guide.ts'

function notedRows(environment: Environment): readonly NotedRow[] {
  const { dataverse, financeAndOperations } = environment
  const row = (label: string, value: string | undefined, hint?: string): NotedRow => ({ ...noted(label, value), ...(hint ? { hint } : {}) })
  return [
    row(
      'Environment name',
      environment.displayName,
      namesDiffer(environment) ? 'This is the name for the next steps, not the finance and operations name' : undefined,
    ),
    row('Environment id', environment.id),
    row('Dataverse organization', dataverse?.friendlyName ?? dataverse?.uniqueName),
    row('Organization address', dataverse?.instanceUrl),
    row(
      'Finance and operations address',
      financeAndOperations?.url,
      namesDiffer(environment) ? 'Named differently from the environment' : undefined,
    ),
    word(
      'Region',
      `${geographyOf(environment.location)?.title ?? environment.location}${environment.azureRegion ? `, ${environment.azureRegion}` : ''}`,
    ),
    word('Type', environment.sku),
  ]
}

export function readEnvironment(facts: EnvironmentFacts, now: number): Reading {
  const environment = valueIn(facts.environment)
  return {
    stepId: 'environment',
    readAt: now,
    findings: judge(environmentChecks, facts, now),
    plan: [],
    choiceMissing: facts.environment === undefined,
    picture: environment ? { kind: 'noted', rows: notedRows(environment) } : { kind: 'none' },
    note: environment?.displayName ?? 'Name and id',
    ...named(environment),
    found: {},
  }
}

/** Step 2: note the environment's name and ID. Nothing is written. */
export const environment: StepDefinition<'environment'> = {
  id: 'environment',
  guide: environmentGuide,
  checks: environmentChecks,
  observe: async ({ services, choices, now, signal }) => readEnvironment(await observeEnvironment(services, choices, signal), now()),
}
