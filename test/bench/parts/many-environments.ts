import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { createEnvironmentPayload, type EnvironmentPayload } from '#node/practice/environment-payload.ts'
import { PEOPLE, TENANT } from '#node/practice/people.ts'
import { guid, seededRandom } from '#node/practice/random.ts'

const PLACES = [
  { location: 'unitedstates', azureRegion: 'eastus' },
  { location: 'europe', azureRegion: 'westeurope' },
  { location: 'unitedkingdom', azureRegion: 'uksouth' },
] as const

const SKUS = ['Production', 'Sandbox', 'Developer', 'Trial'] as const

const TEAMS = ['finance', 'supply', 'retail', 'projects', 'payroll', 'assets', 'warehouse'] as const

/** Environments in one file; the practice tenant takes files up to 32 MB. */
const IN_ONE_FILE = 2_500

/** A large directory as the admin API lists it. The organizations' addresses have no servers, because opening ports isn't measured. */
export function manyEnvironments(count: number): readonly EnvironmentPayload[] {
  const random = seededRandom('many environments')
  const { objectId, displayName, userName } = PEOPLE.grace
  return Array.from({ length: count }, (_none, index) => {
    const name = `${TEAMS[index % TEAMS.length]}-${String(index).padStart(5, '0')}`
    const id = guid(random)
    return createEnvironmentPayload({
      ...(PLACES[index % PLACES.length] ?? PLACES[0]),
      name: id,
      displayName: name,
      sku: SKUS[index % SKUS.length] ?? 'Sandbox',
      tenantId: TENANT.id,
      protectionLevel: index % 2 === 0 ? 'Standard' : 'Basic',
      createdBy: { id: objectId, displayName, userPrincipalName: userName },
      dataverse: {
        organizationId: guid(random),
        domainName: name,
        uniqueName: `unq${id.slice(0, 8)}`,
        instanceUrl: `https://${name}.crm.contoso.example`,
      },
      ...(index % 3 === 0
        ? { financeAndOperations: { id: guid(random), type: 'Linked', url: `https://${name}.operations.contoso.example/` } }
        : {}),
    })
  })
}

/** Writes files for the practice tenant's `--import`. @param folder existing */
export function writeManyEnvironments(folder: string, count: number): void {
  const payloads = manyEnvironments(count)
  for (let from = 0; from < count; from += IN_ONE_FILE)
    writeFileSync(path.join(folder, `environments-${from}.json`), JSON.stringify({ value: payloads.slice(from, from + IN_ONE_FILE) }))
}
