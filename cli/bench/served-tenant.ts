import { readFileSync } from 'node:fs'
import type { HttpClient } from '@azure/core-rest-pipeline'
import { ClientSecretCredential } from '@azure/identity'
import * as z from 'zod'
import type { Services } from '../../machines/procedure/services.ts'
import { practiceCloud } from '../../practice/cloud-file.ts'
import { scenarioByName } from '../../practice/scenarios.ts'
import { loadClients } from '../../services/azure/load-clients.ts'
import { connectServices } from '../../services/azure/services.ts'
import { tokenSource } from '../../services/identity/tokens.ts'

/** What the practice tenant prints of itself with `--json`. */
const summary = z.object({
  scenario: z.string(),
  tenantId: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  addresses: z.record(z.string(), z.string()),
  caFile: z.string(),
})

export interface ServedTenant {
  readonly scenario: NonNullable<ReturnType<typeof scenarioByName>>
  /** What is known before anything is asked: addresses, choices, who asks. */
  readonly known: string
  /** The services through the clients that the wizard uses. @param httpClient who sends the requests */
  connect(httpClient: HttpClient): Services
}

/**
 * Signs in to a practice tenant that another process serves, and asks for a token for each service, as a person who has just
 * signed in has them: the sign-in is not what is measured.
 * @param file what the practice tenant printed with `--json`
 */
export async function signInTo(file: string): Promise<ServedTenant> {
  const served = summary.parse(JSON.parse(readFileSync(file, 'utf8')))
  const { tenantId, clientId, clientSecret } = served
  const scenario = scenarioByName(served.scenario)
  if (!scenario) throw new Error(`The tenant serves a scenario that is not known here: ${served.scenario}.`)
  const addresses = Object.entries(served.addresses).map(([origin, address]) => ({ origin, address }))
  const cloud = practiceCloud(addresses, served.caFile)
  const tlsOptions = { ca: readFileSync(served.caFile, 'utf8') }
  const credential = tokenSource(
    new ClientSecretCredential(tenantId, clientId, clientSecret, {
      authorityHost: cloud.authority,
      disableInstanceDiscovery: true,
      tlsOptions,
    }),
    tenantId,
    [],
  )
  const organizations = addresses.flatMap(({ origin, address }) => (origin.endsWith('.dynamics.com') ? [address] : []))
  const audiences = [cloud.resourceManagerAudience, cloud.powerPlatform.audience, cloud.keyVault.audience, ...organizations]
  // As the sign-in service does it: through the same source, and with the clients loaded meanwhile.
  const loading = loadClients()
  for (const audience of audiences) await credential.getToken(`${audience}/.default`)
  await loading
  const account = {
    ...{ objectId: clientId, userName: clientId, displayName: 'Service principal', tenantId, tenantName: '' },
    directoryRoles: [],
  }
  return {
    scenario,
    known: JSON.stringify([cloud, scenario.choices, tenantId, clientId]),
    connect: (httpClient) =>
      connectServices({
        ...{ cloud, account, credential, tlsOptions, httpClient },
        clock: { now: Date.now, sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)) },
        random: Math.random,
      }),
  }
}
