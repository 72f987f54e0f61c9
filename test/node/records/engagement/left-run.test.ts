import { describe, expect, it } from 'vitest'
import type { WizardView } from '#messages/view.ts'
import { TENANT } from '#node/practice/world.ts'
import { until } from '#test/until.ts'
import { type Run, workplace } from './working.ts'

const inStep3 =
  (phase: string, done: number) =>
  ({ step }: WizardView) =>
    step?.id === 'policy' && step.phase === phase && step.progress.filter(({ state }) => state === 'done').length === done

/** To the moment in which something is pressed: at once, before anything else can happen. */
async function pressedAt(run: Run, fits: (view: WizardView) => boolean, press: (view: WizardView) => void): Promise<void> {
  let isPressed = false
  const pressed = new Promise<void>((resolve) => {
    run.host.subscribe((view) => {
      if (isPressed || !fits(view)) return
      isPressed = true
      press(view)
      resolve()
    })
  })
  void run.walkUntil(() => isPressed)
  await pressed
}

async function begun(scenario = 'ready-to-enable') {
  const place = await workplace(scenario)
  const run = place.start()
  run.signIn()
  const home = () => run.host.send({ type: 'GO_HOME' })
  return { place, run, home }
}

describe('a run that a person confirmed', { timeout: 60_000 }, () => {
  it.each([
    ['the last check before its first change', 'rechecking', 0],
    ['its first change', 'applying', 0],
    ['the wait that its first change begins', 'waiting', 0],
    ['the middle', 'applying', 2],
    ['its last change', 'applying', 5],
  ])('goes on to its end when Home is pressed in %s, and its page is as it is then', async (_, phase, done) => {
    const { place, run, home } = await begun()
    await pressedAt(run, inStep3(phase, done), home)
    expect(run.host.view()).toMatchObject({ page: 'start', start: { behind: {}, connecting: false } })
    await until(() => run.host.view().step?.proved)
    const writes = place.server.tenant.writes().length
    expect(run.host.view()).toMatchObject({ page: 'start' })
    run.host.send({ type: 'RETURN' })
    expect(run.host.view()).toMatchObject({ page: 'step', step: { id: 'policy', proved: true } })
    expect(run.host.view().step?.receipts).toHaveLength(6)
    expect(place.server.tenant.writes()).toHaveLength(writes)
  })

  it('keeps its page while the services work on one of its changes and others follow: every way out would end it', async () => {
    const { run } = await begun()
    const seen: WizardView[] = []
    await pressedAt(run, inStep3('waiting', 0), (view) => {
      const others = [
        { type: 'CLOSE_TENANT' },
        { type: 'SIGN_OUT' },
        { type: 'BACK' },
        { type: 'GO_TO_STEP', step: 'integration' },
        { type: 'GO_TO_PAGE', page: 'evidence' },
      ] as const
      for (const event of others) run.host.send(event)
      seen.push(view, run.host.view())
    })
    for (const view of seen) {
      expect(view).toMatchObject({ page: 'step', step: { phase: 'waiting' }, staying: expect.stringContaining('Making changes') })
      expect(view.can).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(?:CLOSE_TENANT|SIGN_OUT|BACK|GO_TO_PAGE)$/)]))
    }
    expect((await run.until(({ step }) => step?.proved === true)).step?.receipts).toHaveLength(6)
  })

  it('stays open where another environment, or another sign-in, is asked for, and says why; its own row leads back', async () => {
    const { place, run, home } = await begun()
    const id = () => run.host.view().start?.engagements?.[0]?.id ?? ''
    let why: unknown
    await pressedAt(run, inStep3('waiting', 0), () => {
      home()
      run.host.send({ type: 'SIGN_IN', request: { way: 'browser', tenant: TENANT.id, cloud: run.cloudId } })
      run.host.send({ type: 'OPEN_PRACTICE', scenario: 'ready-to-enable' })
      why = run.host.view().staying
    })
    expect(why).toMatch(/^Changes in contoso-prod aren’t all made yet/)
    await run.until(({ start }) => (start?.engagements?.length ?? 0) > 0)
    expect(run.host.view().start?.engagements).toMatchObject([{ environment: 'contoso-prod', here: true }])
    await run.host.removeEngagement(id())
    expect(run.host.view().start?.engagements).toHaveLength(1)
    expect(await run.host.openEngagement(id())).toEqual({ ok: true })
    expect((await run.until(({ step }) => step?.proved === true)).step?.receipts).toHaveLength(6)
    expect(place.server.tenant.writes().filter(({ path }) => path.includes('/keys/')).length).toBe(1)
  })

  it('gives way to another environment once all of it is made: what Microsoft works on goes on there', async () => {
    const { run, home } = await begun()
    await pressedAt(run, ({ step }) => step?.id === 'membership' && step.phase === 'waiting', home)
    expect(run.host.view()).toMatchObject({
      page: 'start',
      start: { behind: { runs: expect.stringContaining('encrypting') } },
      step: { phase: 'waiting' },
    })
    expect(run.host.view().staying).toBeUndefined()
    expect(run.host.view().can).toEqual(expect.arrayContaining(['RETURN', 'SIGN_IN', 'CLOSE_TENANT']))
    run.signIn()
    const next = await run.until(({ page }) => page !== 'start')
    expect(next.step?.phase).not.toBe('waiting')
    await run.host.stop()
  })

  it('is left as before where nothing is confirmed: the tenant is closed', async () => {
    const { run, home } = await begun()
    await run.walkUntil(({ step }) => step?.id === 'policy' && step.phase === 'confirming')
    home()
    expect(run.host.view()).toMatchObject({ page: 'start' })
    expect(run.host.view().start?.behind).toBeUndefined()
    expect(run.host.view().step).toBeUndefined()
  })
})
