import { readFileSync } from 'node:fs'
import { createDefaultHttpClient, createHttpHeaders, createPipelineRequest, type HttpClient } from '@azure/core-rest-pipeline'
import { DeviceCodeCredential } from '@azure/identity'
import * as z from 'zod'
import type { Clock } from '#machines/engine/clock.ts'
import { verbatim } from '#machines/messages/message.ts'
import { load } from '#machines/procedure/reading.ts'
import { practiceCloud } from '#node/practice/cloud-file.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { loadClients } from '#node/services/azure/load-clients.ts'
import { connectServices } from '#node/services/azure/services.ts'
import { accountOf, claimsOf } from '#node/services/identity/account.ts'
import { tokenSource } from '#node/services/identity/tokens.ts'
import type { OpenTenant } from '#node/services/open-tenant.ts'

const summary = z.object({
  scenario: z.string(),
  tenantId: z.string(),
  clientId: z.string(),
  signedIn: z.string(),
  addresses: z.record(z.string(), z.string()),
  caFile: z.string(),
})

export interface ServedTenant {
  readonly scenario: NonNullable<ReturnType<typeof scenarioByName>>
  /** Text known before the first request: addresses, choices, account. */
  readonly known: string
  open(httpClient: HttpClient): OpenTenant
}

type Tls = { readonly ca: string }

/** Enters a device code on the identity service's page. */
async function enterCode(page: string, code: string, person: string, tlsSettings: Tls): Promise<void> {
  const headers = createHttpHeaders({ 'content-type': 'application/x-www-form-urlencoded' })
  const body = new URLSearchParams({ code, person, decision: 'accept' }).toString()
  const request = createPipelineRequest({ url: page, method: 'POST', headers, body })
  const { status } = await createDefaultHttpClient().sendRequest({ ...request, tlsSettings })
  if (status !== 200) throw new Error(`The practice tenant does not let ${person} sign in: ${status}.`)
}

/**
 * Signs in to a practice tenant in another process as its scenario's person (Microsoft Graph answers no app there), and
 * gets all tokens, because signing in isn't measured.
 * @param file output of the practice tenant's `--json`
 */
export async function signInTo(file: string): Promise<ServedTenant> {
  const served = summary.parse(JSON.parse(readFileSync(file, 'utf8')))
  const { tenantId, clientId, signedIn } = served
  const scenario = scenarioByName(served.scenario)
  if (!scenario) throw new Error(`The tenant serves a scenario that is not known here: ${served.scenario}.`)
  const addresses = Object.entries(served.addresses).map(([origin, address]) => ({ origin, address }))
  const cloud = practiceCloud(addresses, served.caFile)
  const tlsOptions = { ca: readFileSync(served.caFile, 'utf8') }
  let entered: Promise<void> | undefined
  const credential = tokenSource(
    new DeviceCodeCredential({
      tenantId,
      clientId,
      authorityHost: cloud.authority,
      disableInstanceDiscovery: true,
      tlsOptions,
      userPromptCallback: ({ verificationUri, userCode }) => {
        entered = enterCode(verificationUri, userCode, signedIn, tlsOptions)
      },
    }),
    { tenantId, secrets: [] },
  )
  const organizations = addresses.flatMap(({ origin, address }) => (origin.endsWith('.dynamics.com') ? [address] : []))
  const { resourceManagerAudience, powerPlatform, keyVault, graph = [] } = cloud
  const audiences = [resourceManagerAudience, powerPlatform.audience, keyVault.audience, ...organizations].concat(graph)
  // Loads clients and checks during the sign-in, as the app does.
  const loading = Promise.all([loadClients(), load()])
  const tokens = []
  for (const audience of audiences) tokens.push(await credential.getToken(`${audience}/.default`))
  await Promise.all([loading, entered])
  const [first, ...others] = tokens.flatMap((given) => claimsOf(given?.token ?? '') ?? [])
  if (!first) throw new Error('The practice tenant gave no token.')
  const clock: Clock = { now: Date.now, sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)) }
  const account = accountOf([first, ...others], undefined, tenantId)
  return {
    scenario,
    known: JSON.stringify([cloud, scenario.choices, account]),
    open: (httpClient) => ({
      tenant: { account, cloud: verbatim(cloud.name) },
      cloud,
      clock,
      services: connectServices({ cloud, account, credential, tlsOptions, httpClient, clock, random: Math.random }),
    }),
  }
}
