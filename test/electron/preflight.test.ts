import { expect, it } from 'vitest'
import { createPorts } from '../../electron/ports.ts'
import { realTimers } from '../../electron/practice/clock.ts'
import { openPractice } from '../../electron/practice/open.ts'
import { seededRandom } from '../../electron/practice/random.ts'
import { SCENARIOS } from '../../electron/practice/scenarios.ts'
import { STEP_IDS } from '../../machines/step/finding.ts'
import { readEverything } from '../../machines/wizard/preflight.ts'

it.each(SCENARIOS.map(({ name, choices }) => [name, choices] as const))('%s', async (name, choices) => {
  const open = openPractice(name, { wall: () => Date.UTC(2026, 10, 24), timers: realTimers, speed: Number.POSITIVE_INFINITY, longest: 0, random: seededRandom(name) })
  const ports = createPorts(async () => open, { signIn: async () => { throw new Error('never') }, signOut: async () => undefined }, () => 0)
  await ports.openPractice(name, new AbortController().signal)
  const { readings, assumed } = await readEverything(ports, { environmentId: choices.environmentId as string }, STEP_IDS, undefined, new AbortController().signal)
  console.log(name, assumed?.vaultName, readings.flatMap((r) => r.findings.filter((f) => f.status !== 'pass').map((f) => `\n   ${r.stepId} ${f.status} ${f.owner} ${f.title}`)).join(''), '\n   PLAN', readings.flatMap(r=>r.plan.map(a=>a.kind)).join(','))
})
