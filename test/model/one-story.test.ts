import { beforeAll, describe, expect, it } from 'vitest'
import type { StepView, WizardView } from '#messages/view.ts'
import { caseOf, leaping, practised } from '../practised.ts'
import { complaints } from './one-story.ts'

/* Proves that the rules of one story see where a page and the map beside it tell two. */

let page: WizardView
let checked: WizardView
beforeAll(async () => {
  const scenario = caseOf('ready-to-enable')
  const run = practised(leaping(scenario))
  await run.host.send({ type: 'OPEN_PRACTICE', scenario: 'ready-to-enable' })
  page = await run.walkUntil(scenario, ({ step }) => step?.id === 'environment' && step.proved)
  await run.host.send({ type: 'GO_TO_PAGE', page: 'preflight' })
  checked = await run.until(({ preflight }) => preflight?.reading === false && preflight.checkedAt !== undefined)
  await run.host.stop()
})

const saidOf = (view: WizardView): string =>
  complaints({ view, environmentId: caseOf('ready-to-enable').environmentId, accepted: [], byOthers: 0, open: 0 }).join('\n')

/** The page with a finding of the environment that fails, of which the map says nothing. */
const failing = (phase: StepView['phase'], lastCheck: string, more: Pick<StepView, 'oldSince'> = {}): WizardView => ({
  ...page,
  ...(page.step && {
    step: {
      ...page.step,
      ...more,
      phase,
      findings: page.step.findings.map((each) => (each.part === 'environment' ? { ...each, status: 'fail' as const } : each)),
    },
  }),
  ...(page.keyMap && {
    keyMap: {
      ...page.keyMap,
      elements: page.keyMap.elements.map((each) => ({
        ...each,
        about: { ...each.about, facts: [{ label: 'Last check', value: lastCheck, id: false }] },
      })),
    },
  }),
})

describe('a page and the map beside it', () => {
  it('tell one story, of which nothing is complained', () => {
    expect(page.step?.findings.some(({ part }) => part === 'environment')).toBe(true)
    expect(saidOf(page)).toBe('')
  })

  it.each([
    ['while the map says that it was just checked', 'reviewing', 'Today'],
    ['while it is read again, and the map says that it was just checked', 'reading', 'Today'],
    ['while the map says that it was checked before a change, and nothing is read', 'reviewing', 'Before the change at 12:41'],
    ['while the map alone says that it was checked before a change', 'stopped', 'Before the change at 12:41'],
  ] as const)('are caught where a finding fails and the map asks for nothing, %s', (_, phase, lastCheck) => {
    expect(saidOf(failing(phase, lastCheck))).toMatch(/environment asks for no action, and a finding of environment fails/)
  })

  it('may differ while the page is read again and the map says that it was checked before a change', () => {
    expect(saidOf(failing('reading', 'Before the change at 12:41'))).not.toMatch(/asks for no action/)
  })

  it('may differ while both say that it was checked before a change', () => {
    expect(saidOf(failing('stopped', 'Before the change at 12:41', { oldSince: page.now }))).not.toMatch(/asks for no action/)
    expect(saidOf(failing('stopped', 'Today', { oldSince: page.now }))).toMatch(/asks for no action/)
  })
})

describe('what the map counts', () => {
  /** With a finding that fails, which the map doesn't count. */
  const uncounted = (headline: 'ready' | 'leaving'): WizardView => {
    const view = failing('reviewing', 'Today')
    return { ...view, ...(view.keyMap && { keyMap: { ...view.keyMap, headline } }) }
  }

  it('is what the page on screen finds', () => {
    expect(saidOf(uncounted('ready'))).toMatch(/^The map says “.*” beside \d+ findings of environment that fail/m)
  })

  it('is nothing while something runs', () => {
    expect(saidOf(uncounted('leaving'))).not.toMatch(/findings of environment that fail/)
  })
})

describe('the check of everything', () => {
  /** With one more that fails than the list of steps and the map count. */
  const withOneMore = (more: Partial<NonNullable<WizardView['preflight']>>): WizardView => {
    const [first] = checked.preflight?.settled ?? []
    if (!checked.preflight || !first) throw new Error('Everything was checked, and nothing is in order.')
    const { preflight } = checked
    return { ...checked, preflight: { ...preflight, ...more, findings: [...preflight.findings, { ...first, step: 1, status: 'fail' }] } }
  }

  it('counts what the list of steps counts', () => {
    expect(saidOf(checked)).toBe('')
    expect(saidOf(withOneMore({}))).toMatch(/^Prepare says “.*” beside \d+ findings that fail$/m)
  })

  it('may say more where it says itself that it was read before a change', () => {
    expect(saidOf(withOneMore({ oldSince: checked.now }))).toBe('')
  })
})
