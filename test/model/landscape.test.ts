import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOUR } from '#machines/engine/durations.ts'
import { decide } from '#machines/procedure/decide.ts'
import { LANDSCAPE_IDS } from '#node/practice/landscape.ts'
import { confirmed } from '#node/practice/presenting/walk/person.ts'
import { caseOf, leaping, walkedToItsEnd } from '../practised.ts'

const TARGETS = [LANDSCAPE_IDS.test, LANDSCAPE_IDS.copy, LANDSCAPE_IDS.production, LANDSCAPE_IDS.train, LANDSCAPE_IDS.dev] as const
const SETTLED = ['choosing', 'reviewing', 'confirming', 'waiting', 'stopped']

const anyCommand = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('choose' as const), id: fc.constantFrom(...TARGETS) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'choose-anew' as const }) },
  { weight: 3, arbitrary: fc.constant({ do: 'attest' as const }) },
  { weight: 3, arbitrary: fc.constant({ do: 'confirm' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'confirm-by-another-name' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'advance' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'leave' as const }) },
)
type Command = typeof anyCommand extends fc.Arbitrary<infer Of> ? Of : never

/** The first environment is encrypted; then commands come in any order. @returns what was confirmed, and what was written, by environment */
async function run(commands: readonly Command[]) {
  const scenario = caseOf('landscape')
  const { host, tenant, until } = await walkedToItsEnd(scenario, leaping(scenario, { linkDuration: HOUR / 6 }))
  const settled = () => until(({ step, page }) => page !== 'operations' || step === undefined || SETTLED.includes(step.phase))
  const open = async () => {
    host.send({ type: 'GO_TO_PAGE', page: 'operations' })
    host.send({ type: 'OPEN_OPERATION', operation: 'add' })
    await settled()
  }
  const confirmedNames: string[] = []
  const windows = new Map<string, string>()
  const before = tenant.practice.writes().length
  await open()
  for (const command of commands) {
    const { step, now } = host.view()
    const name = step?.about ?? ''
    if (command.do === 'choose') host.send(decide({ kind: 'choose-addition', environmentId: command.id }))
    if (command.do === 'choose-anew') host.send(decide({ kind: 'choose-addition' }))
    if (command.do === 'attest')
      for (const { key } of step?.findings.filter(({ attestable, attested }) => attestable && !attested) ?? [])
        host.send({ type: 'ATTEST', key })
    if (command.do === 'confirm' || command.do === 'confirm-by-another-name') {
      host.send({ type: 'REVIEW_PLAN' })
      const { confirmation } = host.view().step ?? {}
      const said = confirmed(confirmation, now)
      if (confirmation && command.do === 'confirm') {
        expect(confirmation.typedName).toBe(name)
        confirmedNames.push(name)
        windows.set(name, JSON.stringify(said.window))
      }
      if (confirmation) host.send({ type: 'CONFIRM', ...said, ...(command.do === 'confirm' ? {} : { typedName: 'contoso-uat' }) })
      host.send({ type: 'CANCEL' })
    }
    if (command.do === 'advance') host.advancePractice(1)
    if (command.do === 'leave') await open()
    const { step: after } = await settled()
    if (after?.phase === 'waiting' && after.window) expect(windows.get(after.about ?? '')).toBe(JSON.stringify(after.window))
    for (const { title } of after?.receipts ?? []) expect(title).toContain(after?.about)
  }
  const written = tenant.practice
    .writes()
    .slice(before)
    .map(({ method, path }) => `${method} ${path}`)
  await host.stop()
  return { written, confirmedNames }
}

const NAMES: Readonly<Record<string, string>> = {
  [LANDSCAPE_IDS.test]: 'contoso-test',
  [LANDSCAPE_IDS.copy]: 'contoso-prod-copy',
  [LANDSCAPE_IDS.production]: 'contoso-prod',
  [LANDSCAPE_IDS.train]: 'contoso-train',
}

describe('random sequences over several environments', { timeout: 120_000 }, () => {
  it('write nothing twice, and nothing for an environment whose name was not confirmed', async () => {
    const reached = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(anyCommand, { minLength: 10, maxLength: 30 }), async (commands) => {
        const { written, confirmedNames } = await run(commands)
        expect(new Set(written).size).toBe(written.length)
        for (const [id, name] of Object.entries(NAMES))
          if (written.some((each) => each.includes(id))) {
            reached.add(name)
            expect(confirmedNames).toContain(name)
          }
        expect(written.filter((each) => each.includes(LANDSCAPE_IDS.dev) || each.includes(LANDSCAPE_IDS.uat))).toEqual([])
      }),
      { seed: 13, numRuns: 16 },
    )
    expect([...reached].sort()).toEqual(Object.values(NAMES).sort())
  })
})
