import { describe, expect, it } from 'vitest'
import { PORT_CALLS } from '../azure/calls.ts'
import { bench } from '../azure/stand-in.ts'

const REFUSED = { status: 409, body: { error: { code: 'MissingSubscriptionRegistration', message: 'Not registered.' } } }

/** A call of a subscription that isn't registered for any resource provider. */
async function asked(name: string) {
  const [, call] = PORT_CALLS.find(([each]) => each === name) ?? []
  const { services, seen } = bench(() => REFUSED)
  return { answer: await call?.(services), methods: seen.map(({ method }) => method) }
}

describe('where the subscription isn’t registered for a resource provider', () => {
  it.each(['listPolicies', 'listVaults', 'listManagedHsms', 'listWorkspaces', 'listDiagnosticSettings', 'listNearExpiryAlerts'])(
    'there is none: %s',
    async (name) => {
      expect((await asked(name)).answer).toEqual({ ok: true, value: [] })
    },
  )

  it.each(['readPolicy', 'readVault', 'readManagedHsm', 'readActionGroup'])('there is no such resource: %s', async (name) => {
    expect((await asked(name)).answer).toMatchObject({ ok: false, refusal: { reason: 'not-found', code: REFUSED.body.error.code } })
  })

  it.each(['createPolicy', 'createVault', 'mailAlerts'])('what is created is refused in Azure’s words: %s', async (name) => {
    const { answer, methods } = await asked(name)
    expect(answer).toMatchObject({ ok: false, refusal: { reason: 'conflict', code: REFUSED.body.error.code } })
    expect(methods).toEqual(['GET', 'PUT'])
  })
})
