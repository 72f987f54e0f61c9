import { setMaxListeners } from 'node:events'
import { expect, it } from 'vitest'
import { type Action, isAction } from '#machines/procedure/action.ts'
import { apply, poll } from '#machines/procedure/apply.ts'
import type { SequenceId } from '#machines/procedure/procedure.ts'
import { observe } from '#machines/procedure/reading.ts'
import { LOCAL_ROLES } from '#machines/procedure/rights/local-roles.ts'
import { HOUR, practise, scenarioOf } from '../services/azure/contract/practice.ts'

const { signal } = new AbortController()
// One reading is a dozen requests at once, each of which listens for the same abort.
setMaxListeners(0, signal)

const ORIGIN = 'https://hsm-contoso.managedhsm.azure.net'

/** An environment on a key in a Managed HSM: the wizard's own plans, carried out to their end. */
async function encrypted() {
  const practice = practise('managed-hsm')
  const { services, clock, tenant } = practice
  const { choices } = scenarioOf('managed-hsm')
  const read = (step: SequenceId) => observe(step, { services, choices, now: () => clock.now(), signal })
  const carryOut = async (action: Action) => {
    for (let tries = 0; tries < 10; tries += 1) {
      const applied = await apply(action, services, () => clock.now(), signal)
      if (!applied.ok && applied.refusal.reason !== 'not-ready') throw new Error(`${action.kind}: ${JSON.stringify(applied.refusal)}`)
      if (!applied.ok) {
        clock.advance(60_000)
        continue
      }
      const { pending } = applied.receipt
      while (pending && (await poll(pending, services, clock.now(), signal)).state === 'running') clock.advance(HOUR)
      return
    }
    throw new Error(`${action.kind} was never ready`)
  }
  const carryOutAll = async (step: SequenceId) => {
    for (const action of (await read(step)).plan.filter(isAction)) await carryOut(action)
  }
  await carryOutAll('policy')
  await carryOutAll('membership')
  clock.advance(HOUR)
  const takeAccess = async () => {
    const role = tenant.inspect().localRoles.find(({ roleId }) => roleId === LOCAL_ROLES['crypto-service-encryption-user'])
    const { token } = tenant.tokenFor('ada', 'https://managedhsm.azure.net/.default')
    const url = `${ORIGIN}${role?.scope}/providers/Microsoft.Authorization/roleAssignments/${role?.name}?api-version=7.4`
    expect((await tenant.handle({ method: 'DELETE', url, headers: { authorization: `Bearer ${token}` }, body: '' })).status).toBe(200)
  }
  return { read, carryOutAll, takeAccess, clock, tenant }
}

it('what no document settled is settled once an environment is on the key', async () => {
  const { read } = await encrypted()
  const { findings, plan } = await read('policy')
  expect(findings.find(({ key }) => key === 'hsm-allowed')?.status).toBe('pass')
  expect(findings.filter(({ status }) => status === 'fail' || status === 'unknown')).toEqual([])
  expect(plan).toEqual([])
})

it('a key in a Managed HSM is rotated there', async () => {
  const { read, carryOutAll, tenant, clock } = await encrypted()
  expect((await read('rotate')).plan).toMatchObject([
    { kind: 'rotate-key', keyStore: 'managed-hsm', vaultName: 'hsm-contoso', inHardware: true },
  ])
  await carryOutAll('rotate')
  expect(tenant.inspect().keys.map(({ versions }) => versions.map(({ kty }) => kty))).toEqual([['RSA-HSM', 'RSA-HSM']])
  clock.advance(30 * HOUR)
  expect((await read('rotate')).findings.filter(({ status }) => status === 'fail')).toEqual([])
})

it('the environment goes back to the Microsoft-managed key', async () => {
  const { read } = await encrypted()
  expect((await read('revert')).plan).toMatchObject([{ kind: 'unlink-environment' }])
})

it('an access that was taken away is seen, and given back by the HSM’s own role', async () => {
  const { read, carryOutAll, takeAccess } = await encrypted()
  await takeAccess()
  const { findings } = await read('policy')
  // A group may still give it while the environment runs: no one but a person can tell.
  expect(findings.find(({ key }) => key === 'key-access')).toMatchObject({ status: 'unknown', attestable: true })
  expect(findings.find(({ key }) => key === 'key-within-reach')).toMatchObject({ status: 'warning' })
  const { plan } = await read('re-enable')
  expect(plan).toMatchObject([{ kind: 'grant-key-access', keyStore: 'managed-hsm' }])
  await carryOutAll('re-enable')
  expect((await read('re-enable')).plan).toEqual([])
})
