import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { baselineOf } from '#machines/engine/drift/baseline.ts'
import type { Reading } from '#machines/engine/step/proof.ts'
import { isProved } from '#machines/engine/step/proof.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { readAll } from '#node/cli/cmk-wizard/reading.ts'
import { PEOPLE, TENANT } from '#node/practice/people.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import { engagementId, type OpenEngagement, type Whose } from '#node/records/engagement/store.ts'
import { testFolder } from '#test/folder.ts'
import { openCase } from './practice-identity.ts'

/** Readings of an environment's steps, and the choices. */
export interface ReadSteps {
  readonly environmentId: string
  readonly choices: Choices
  readonly readings: readonly Reading[]
}

export const storeIn = (records: string, now: number) =>
  engagementStore(records, { user: 'ada', host: 'h', processId: 1, isRunning: () => false, newId: randomUUID }, () => now)

export async function openRecordIn(records: string, whose: Whose, now: number): Promise<OpenEngagement> {
  const opened = await storeIn(records, now).open(
    { tenantId: TENANT.id, environmentId: whose.environment.id },
    whose,
    CUSTOMER_MANAGED_KEYS,
  )
  if (!opened.ok) throw new Error('It is held.')
  return opened.open
}

/** The record of an environment whose steps are all verified, as the wizard leaves it. */
export async function keepRecord(
  records: string,
  { environmentId, choices, readings }: ReadSteps,
  displayName = 'contoso-prod',
): Promise<void> {
  const attestations = readings.flatMap(({ findings }) =>
    findings.filter(({ attestable }) => attestable).map(({ key, title }) => ({ key, title, by: PEOPLE.ada.userName, at: 1 })),
  )
  const now = Date.now()
  const whose = {
    appVersion: '0.2.0',
    cloud: { id: 'practice', name: 'Practice' },
    tenant: { id: TENANT.id, name: TENANT.name },
    environment: { id: environmentId, displayName, type: 'Production' },
    reached: 'closing',
    account: { objectId: PEOPLE.ada.objectId, userName: PEOPLE.ada.userName, displayName: PEOPLE.ada.displayName },
    steps: Object.fromEntries(
      readings.map((reading) => [
        reading.stepId,
        {
          readAt: reading.readAt,
          proved: isProved(reading, attestations),
          planned: reading.plan.length,
          receipts: [],
          findings: reading.findings.map(({ key, id, status, title, seen }) => ({ key, id, status, title, seen })),
        },
      ]),
    ),
  }
  const open = await openRecordIn(records, whose, now)
  const { appVersion, cloud, tenant, environment, account } = whose
  await open.journal.append({ kind: 'opened', content: { appVersion, cloud, tenant, environment, account } })
  const end = baselineOf(CUSTOMER_MANAGED_KEYS, readings, environmentId, PEOPLE.ada.userName, now)
  await open.save({ ...open.engagement, choices, attestations, end })
  await open.close()
}

export const CASE = 'already-encrypted'

let read: Promise<ReadSteps> | undefined

export async function readCase(): Promise<ReadSteps> {
  const { signal } = new AbortController()
  const open = openCase(CASE)
  const { environmentId, choices: decided } = open.practice.scenario
  const choices: Choices = { ...decided, environmentId, coverage: { answers: [], by: 'ada', at: 1, acknowledged: [] } }
  return { environmentId, choices, ...(await readAll(open, choices, undefined, signal)) }
}

/** A folder of one test's own with the record of the case. */
export async function keptCase() {
  read ??= readCase()
  const steps = await read
  const { environmentId } = steps
  const folder = testFolder()
  await keepRecord(folder, steps)
  const own = path.join(folder, engagementId({ tenantId: TENANT.id, environmentId }))
  return { folder, own, file: path.join(own, 'engagement.json'), environmentId }
}
