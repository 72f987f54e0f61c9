import { createDefaultHttpClient, createPipelineFromOptions, createPipelineRequest } from '@azure/core-rest-pipeline'
import * as z from 'zod'
import { CLOUDS, type Cloud } from '#machines/cloud/cloud.ts'
import type { Problem } from '#machines/engine/step/problems.ts'
import { parsedJson } from '#machines/parsed-json.ts'
import { tenantInOtherCloud } from '#machines/sign-in/local-problems.ts'
import { problemOfSignIn } from '#machines/sign-in/problems.ts'
import { ask } from './evidence.ts'
import type { SignInPipeline } from './pipeline.ts'

export type FoundTenant = { readonly ok: true; readonly tenantId: string } | { readonly ok: false; readonly problem: Problem }

/** OpenID Connect discovery, with Entra's member for the tenant's cloud. */
const configuration = z.object({ issuer: z.url(), cloud_instance_name: z.string().optional() })

const GUID_IN_PATH = /^\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/i

function otherCloud(cloud: Cloud, instance: string | undefined): string | undefined {
  if (instance === undefined) return undefined
  const hostsOf = ({ authority, authorityAliases = [] }: Cloud): readonly string[] =>
    [authority, ...authorityAliases].map((each) => new URL(each).host)
  const named = (each: Cloud): boolean => hostsOf(each).some((host) => host === instance || host === `login.${instance}`)
  return !named(cloud) && Object.values(CLOUDS).some(named) ? instance : undefined
}

/**
 * Finds the tenant before the sign-in, so that a wrong name, captive portal, inspected traffic or refusing proxy is
 * reported here and not in a browser. Resolves a domain to the tenant's ID.
 * @param tenant checked by `validateTenant`
 */
export async function findTenant(
  cloud: Cloud,
  tenant: string,
  { clientOptions, policies }: SignInPipeline,
  signal: AbortSignal,
): Promise<FoundTenant> {
  const pipeline = createPipelineFromOptions(clientOptions)
  for (const { policy, position } of policies) pipeline.addPolicy(policy, position === 'perRetry' ? { afterPhase: 'Sign' } : {})
  const request = createPipelineRequest({
    method: 'GET',
    url: `${cloud.authority}/${encodeURIComponent(tenant)}/v2.0/.well-known/openid-configuration`,
  })
  const asked = await ask(
    async () => {
      const { bodyAsText, status } = await pipeline.sendRequest(createDefaultHttpClient(), request)
      if (status !== 200) throw new Error(`The sign-in service answered ${status}.`)
      const { data } = configuration.safeParse(parsedJson(bodyAsText ?? ''))
      if (!data) throw new Error('The answer is not a sign-in service’s description of a tenant.')
      const tenantId = GUID_IN_PATH.exec(new URL(data.issuer).pathname)?.[1]
      if (tenantId === undefined) throw new Error('The sign-in service names no tenant in its own description.')
      return { tenantId, instance: data.cloud_instance_name }
    },
    { request: 'GET /{tenant}/v2.0/.well-known/openid-configuration', signal },
  )
  if (!asked.ok) return { ok: false, problem: problemOfSignIn(asked.refusal) }
  const other = otherCloud(cloud, asked.value.instance)
  return other === undefined ? { ok: true, tenantId: asked.value.tenantId } : { ok: false, problem: tenantInOtherCloud(other) }
}
