import { expect, it } from 'vitest'
import type { CaseStage } from '#machines/engine/wizard/case-stages.ts'
import { createKeysHost, type KeysHost } from '#node/host/customer-managed-keys.ts'
import { practiceCases } from '#node/practice/gallery.ts'
import { createStaging } from '#node/practice/presenting/staging.ts'
import { walk } from '#node/practice/presenting/walk/walk.ts'
import type { PracticeTenant } from '#node/practice/tenant.ts'
import { english } from '#test/english.ts'
import { START } from '#test/leaping-time.ts'
import { atPace, caseOf, leaping, practised } from '#test/practised.ts'

// A walk is a thousand requests in one process: a second alone on a core, several on a busy one.
const WALK_TIMEOUT = { timeout: 30_000 }

/** How long a link takes there, in milliseconds. */
const AS_IN_THE_APP = 26 * 3_600_000

const USUAL = { speed: 1, longest: 600_000 }

/** A window in which time is as slow as in the app, or slower. */
function desk() {
  const staging = createStaging(USUAL)
  const tenants: PracticeTenant[] = []
  const host = createKeysHost({
    wall: () => START,
    scenarios: practiceCases,
    openPractice: async (name) => {
      const open = atPace(name, staging.pace)
      tenants.push(open.practice)
      return open
    },
  })
  const start = (name: string, stage: CaseStage) => staging.start(host, name, stage)
  return { staging, host, tenant: () => tenants.at(-1), start }
}

/** Moments of a clock that runs with a real one differ, and with them what was counted. */
const kept = (tenant: PracticeTenant | undefined): unknown => {
  const state = tenant?.inspect()
  return state && { ...state, counters: undefined }
}

it('is what a walk leaves at the stage: the page, and all that the practice tenant holds', WALK_TIMEOUT, async () => {
  const { start, host, tenant, staging } = desk()
  const walked = practised(leaping(caseOf('ready-to-enable'), { linkDuration: AS_IN_THE_APP }))
  const { name: scenario, environmentId, choices } = caseOf('ready-to-enable')
  await walk(walked.host, { scenario, environmentId, choices, stopAt: 'step-4', tell: () => undefined })
  expect(await start('ready-to-enable', 'step-4')).toEqual({ ok: true })
  expect(host.view().step).toEqual(walked.host.view().step)
  expect(kept(tenant())).toEqual(kept(walked.tenant.practice))
  expect(staging.pace).toMatchObject(USUAL)
})

it('reaches the stage also where Home is pressed while changes of the walk follow', WALK_TIMEOUT, async () => {
  const { start, host } = desk()
  const pressed = new Promise<ReturnType<KeysHost['view']>>((resolve) => {
    const leave = host.subscribe(({ step }) => {
      if (step?.id !== 'policy' || step.phase !== 'waiting') return
      leave()
      host.send({ type: 'GO_HOME' })
      resolve(host.view())
    })
  })
  const started = start('ready-to-enable', 'step-4')
  expect(await pressed).toMatchObject({ page: 'start', start: { behind: {} } })
  expect(await started).toEqual({ ok: true })
  expect(host.view().step?.id).toBe('membership')
})

it('shows the stage in a view of its own once the walk is over, and says meanwhile that it is under way', WALK_TIMEOUT, async () => {
  const { start, host, staging } = desk()
  const shown: KeysHost['view'][] = []
  host.subscribe((view) => {
    if (!staging.isUnderWay()) shown.push(() => view)
  })
  await start('no-reader', 'step-3')
  expect(shown.map((view) => [view().page, view().step?.id, view().step?.phase])).toEqual([['step', 'policy', 'choosing']])
})

it('leaves the case that is open, and begins it anew', WALK_TIMEOUT, async () => {
  const { start, host, tenant } = desk()
  await start('not-managed', 'waiting')
  expect(host.view().step).toMatchObject({ id: 'membership', phase: 'waiting' })
  const first = tenant()
  expect(await start('not-managed', 'step-2')).toEqual({ ok: true })
  expect(host.view().step).toMatchObject({ id: 'environment', phase: 'reviewing' })
  expect(tenant()).not.toBe(first)
})

it.each([
  ['encrypted, days later', 'done', { page: 'closing' }],
  ['on its preparation', 'prepare', { page: 'prepare' }],
  ['with everything checked', 'check', { page: 'preflight' }],
] as const)('opens %s', WALK_TIMEOUT, async (_how, stage, view) => {
  const { start, host } = desk()
  expect(await start('unified-environment', stage)).toEqual({ ok: true })
  expect(host.view()).toMatchObject(view)
})

it('says where no walk comes to the stage, and stays where it stopped', WALK_TIMEOUT, async () => {
  const { start, host } = desk()
  const started = await start('wrong-region', 'step-4')
  expect(started.ok ? '' : english.text(started.why)).toBe('This case doesn’t come to this stage by itself. It’s open where it stopped.')
  expect(host.view().step).toMatchObject({ id: 'policy', phase: 'reviewing' })
})

it.each([
  ['there is no such case', 'no-such', {}, 'There’s no practice case “no-such”.'],
  ['the app is changing something', 'ready-to-enable', { page: 'step', practice: { title: '' }, can: [] }, 'The app is working.'],
  ['a real tenant is open', 'ready-to-enable', { page: 'step' }, 'A real tenant is open. Sign out first.'],
])('starts nothing where %s', async (_when, name, shown, why) => {
  const { host } = desk()
  const view = { ...host.view(), ...shown } as ReturnType<KeysHost['view']>
  const sent: unknown[] = []
  const started = await createStaging(USUAL).start({ ...host, view: () => view, send: (event) => void sent.push(event) }, name, 'step-3')
  expect(started.ok ? '' : english.text(started.why)).toContain(why)
  expect(sent).toEqual([])
})
