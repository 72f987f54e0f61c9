import { describe, expect, it } from 'vitest'
import { notingEvidence } from '#machines/engine/step/evidence.ts'
import type { StepId } from '#machines/procedure/procedure.ts'
import { realTimers } from '#node/practice/clock.ts'
import { openPractice } from '#node/practice/open.ts'
import { seededRandom } from '#node/practice/random.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { createPorts } from '#node/services/ports.ts'

const NOW = Date.parse('2026-11-24T09:00:00Z')
const signal = () => new AbortController().signal

async function readStep(scenarioName: string, step: StepId) {
  const scenario = scenarioByName(scenarioName)
  if (!scenario) throw new Error(`no scenario ${scenarioName}`)
  const options = { wall: () => NOW, timers: realTimers, speed: Number.POSITIVE_INFINITY, longest: 0, random: seededRandom('evidence') }
  const ports = createPorts(
    async (name) => openPractice(name, options),
    { signIn: () => Promise.reject(), listTenants: () => Promise.reject(), signOut: async () => undefined },
    () => NOW,
  )
  await ports.openPractice(scenarioName, signal())
  return ports.observe(step, scenario.choices, undefined, signal())
}

describe('the evidence of a finding', () => {
  it('names the request that showed it, with its ids and time', async () => {
    const reading = await readStep('ready-to-enable', 'integration')
    const region = reading.findings.find(({ evidence }) => evidence?.some(({ path }) => path.includes('/scopes/admin/environments/')))
    expect(region?.evidence?.[0]).toMatchObject({ method: 'GET', status: 200, at: NOW })
    expect(region?.evidence?.[0]?.clientRequestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(region?.evidence?.[0]?.correlationId ?? region?.evidence?.[0]?.requestId).toBeDefined()
  })

  it.each(['integration', 'environment', 'policy', 'membership'] as const)(
    'is there for each finding of %s that rests on an answer',
    async (step) => {
      const { findings } = await readStep('ready-to-enable', step)
      const without = findings.filter(({ evidence }) => evidence === undefined).map(({ key }) => key)
      // Known without a request: the cloud's own entry, and the sign-in's roles.
      expect(without.filter((key) => !/cloud|role|account-of-this-tenant/.test(key))).toEqual([])
    },
  )

  it('names only requests whose answers the check looked at', () => {
    const answer = (path: string) => ({ ok: true, value: path, evidence: [{ method: 'GET', path, at: NOW }] })
    const facts = { vault: answer('/vault'), key: answer('/key'), permissions: { policy: answer('/policy') }, list: [answer('/first')] }
    const { seen, evidence } = notingEvidence(facts)
    expect(evidence.size).toBe(0)
    expect([seen.vault.value, seen.permissions.policy.ok, seen.list.length]).toEqual(['/vault', true, 1])
    expect([...evidence].map(({ path }) => path)).toEqual(['/vault', '/policy'])
  })
})
