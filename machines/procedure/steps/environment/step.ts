import { defined } from '#machines/defined.ts'
import { judge } from '#machines/engine/step/finding.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import { verbatim } from '#machines/messages/message.ts'
import { geographyOf } from '../../geography.ts'
import { carryingThings, shownEnvironment } from '../../key-map/shown.ts'
import type { Reading, StepDefinition } from '../../observing.ts'
import type { PictureRow, TwoNames } from '../../picture.ts'
import type { Environment } from '../../services/services.ts'
import { named, noted, word } from '../reading-parts.ts'
import { environmentChecks } from './checks.ts'
import { type EnvironmentFacts, firstLabel, namesDiffer, observeEnvironment } from './facts.ts'
import { environmentGuide } from './guide.ts'
import { messages } from './messages.ts'

const regionOf = ({ location }: Environment): string => geographyOf(location)?.title ?? location

/** @returns how many characters two names share from their start; none where the one only continues the other's end */
function sameLetters(name: string, other: string): number {
  const at = [...name].findIndex((letter, index) => letter !== other[index])
  return at === -1 ? 0 : at
}

function namesOf(environment: Environment): { readonly names?: TwoNames } {
  const { displayName, sku, financeAndOperations } = environment
  const [address, name] = [financeAndOperations?.url, firstLabel(financeAndOperations?.url)]
  if (address === undefined || name === undefined) return {}
  const differsFrom = namesDiffer(environment) ? sameLetters(name, displayName.toLowerCase().replaceAll(' ', '-')) : undefined
  return {
    names: {
      operations: { name, address, ...defined({ differsFrom }) },
      platform: { name: displayName, type: sku, region: verbatim(regionOf(environment)) },
    },
  }
}

function notedRows(environment: Environment): readonly PictureRow[] {
  const { dataverse, financeAndOperations, azureRegion } = environment
  const region = regionOf(environment)
  return [
    noted(messages.rowName, environment.displayName),
    noted(messages.rowId, environment.id),
    noted(messages.rowAddress, financeAndOperations?.url),
    { ...noted(messages.rowOrganization, dataverse?.friendlyName ?? dataverse?.uniqueName), minor: true },
    { ...noted(messages.rowOrganizationAddress, dataverse?.instanceUrl), minor: true },
    {
      ...word(messages.rowRegion, azureRegion === undefined ? verbatim(region) : messages.regionAndAzureRegion({ region, azureRegion })),
      minor: true,
    },
    { ...word(messages.rowType, verbatim(environment.sku)), minor: true },
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
    picture: environment ? { kind: 'noted', rows: notedRows(environment), ...namesOf(environment) } : { kind: 'none' },
    note: environment === undefined ? messages.noteNameAndId : verbatim(environment.displayName),
    things: carryingThings(shownEnvironment(environment)),
    ...named(environment),
    found: {},
  }
}

export const environment: StepDefinition<'environment'> = {
  id: 'environment',
  guide: environmentGuide,
  checks: environmentChecks,
  observe: async ({ services, choices, now, signal }) => readEnvironment(await observeEnvironment(services, choices, signal), now()),
}
