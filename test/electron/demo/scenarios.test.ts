import { describe, expect, it } from 'vitest'
import { type Occurrence, walk } from '../../../electron/demo/walk.ts'
import { openPractice } from '../../../electron/practice/open.ts'
import { seededRandom } from '../../../electron/practice/random.ts'
import type { Scenario } from '../../../electron/practice/scenario.ts'
import { SCENARIOS } from '../../../electron/practice/scenarios.ts'
import type { PracticeTenant } from '../../../electron/practice/tenant.ts'
import { createWizardHost } from '../../../electron/wizard-host.ts'

const START = Date.parse('2026-11-24T12:00:00Z')

async function walked(scenario: Scenario) {
  const opened: { practice?: PracticeTenant } = {}
  const occurrences: Occurrence[] = []
  const host = createWizardHost({
    wall: () => START,
    scenarios: [],
    openPractice: async (name) => {
      const timers = {
        after: (_: number, wake: () => void) => {
          const turn = setImmediate(wake)
          return () => clearImmediate(turn)
        },
      }
      const tenant = openPractice(name, {
        wall: () => START,
        timers,
        speed: Number.POSITIVE_INFINITY,
        longest: 0,
        random: seededRandom(name),
      })
      opened.practice = tenant.practice
      return tenant
    },
  })
  const end = await walk(host, {
    scenario: scenario.name,
    environmentId: scenario.environmentId,
    choices: scenario.choices,
    tell: (occurrence) => occurrences.push(occurrence),
  })
  host.stop()
  return { end, occurrences, writes: opened.practice?.writes() ?? [] }
}

describe('the walk through the real machine, the real clients and the practice tenant', () => {
  for (const scenario of SCENARIOS) {
    it(`ends ${scenario.name} as its scenario promises`, async () => {
      const { end, occurrences } = await walked(scenario)
      if (process.env['TELL']) {
        const { inWords } = await import('../../../electron/demo/telling.ts')
        console.log(occurrences.map(inWords).join('\n'))
      }
      expect(end).toMatchObject(
        scenario.promise.end === 'encrypted' ? { end: 'encrypted' } : { end: 'refused', step: scenario.promise.step },
      )
      if (scenario.promise.end === 'refused') expect(end).toHaveProperty('findings', expect.arrayContaining([scenario.promise.finding]))
    })
  }
})
