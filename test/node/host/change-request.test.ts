import { expect, it } from 'vitest'
import type { PageFormat } from '#machines/engine/report-formats.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { checkReport } from '#node/records/evidence/report.ts'
import { caseOf, leaping, practised, walkedToItsEnd } from '../../practised.ts'

const TODAY = Date.UTC(2026, 9, 20, 12)
/** Clocks are set back in Berlin between it and its end. */
const FROM = Date.UTC(2026, 9, 23, 18)
const DAY = 24 * 3_600_000

type Run = ReturnType<typeof practised>

async function requestOf({ host }: Run, format: PageFormat = 'html', timeZone?: string, from = FROM) {
  const print = async (html: string) => new TextEncoder().encode(`%PDF-${html.length}`)
  const made = await host.changeRequest({ format, ...(timeZone === undefined ? {} : { start: { from, timeZone } }) }, print)
  if (made?.ok === false) throw new Error(made.why)
  const file = made?.file
  return file && { name: file.name, page: typeof file.content === 'string' ? file.content : new TextDecoder().decode(file.content) }
}

/** Walked to where the environment can be added. */
async function beforeTheLink() {
  const scenario = caseOf('ready-to-enable')
  const run = practised(leaping(scenario, { wall: () => TODAY }))
  run.send({ type: 'OPEN_PRACTICE', scenario: scenario.name })
  await run.walkUntil(scenario, ({ step }) => step?.requestable === true)
  return run
}

const textOf = (page: string): string =>
  page
    .replace(/<style>.*?<\/style>/s, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

it('says what is changed, when, the harm, the way back, what was checked, and who approves it', async () => {
  const run = await beforeTheLink()
  const before = run.writes()
  const { name, page } = (await requestOf(run, 'html', 'Europe/Berlin')) ?? { name: '', page: '' }
  const text = textOf(page)
  expect(name).toMatch(/^practice-cmk-change-request-contoso-prod-\d{4}-\d\d-\d\d\.html$/)
  for (const said of [
    'PRACTICE TENANT',
    'Not started.',
    'This page is a plan, not evidence',
    'Oct 23, 2026, 8:00 PM GMT+2 to Oct 27, 2026, 7:00 PM GMT+1 (Europe/Berlin)',
    'Oct 23, 2026, 6:00 PM UTC to Oct 27, 2026, 6:00 PM UTC (UTC)',
    'https://contoso-production.operations.dynamics.com/',
    'Subscription Contoso Production (',
    'cmk-contoso-prod',
    'kv-contoso-cmk',
    'Add contoso-prod to the policy cmk-contoso-prod',
    'Users are offline for part of',
    'Way back',
    'Power Platform admin',
    'Approved by',
  ])
    expect(text, said).toContain(said)
  // Nothing is sent for it, and it holds no report.
  expect(run.writes()).toEqual(before)
  expect(checkReport(CUSTOMER_MANAGED_KEYS, page).ok).toBe(false)
  expect(page).not.toMatch(/<script|src="http/)
  const { page: open } = (await requestOf(run)) ?? { page: '' }
  expect(textOf(open)).toContain('Not chosen yet. It can take up to 4 days.')
  // Each check with the time at which it was read.
  const rows = [...page.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) => row).filter((row) => row.includes('class="pass"'))
  expect(rows.length).toBeGreaterThan(10)
  for (const row of rows) expect(row).toMatch(/\d:\d\d:\d\d [AP]M UTC<\/td>$/)
  expect(await requestOf(run, 'pdf')).toMatchObject({ name: expect.stringMatching(/\.pdf$/), page: expect.stringMatching(/^%PDF-/) })
  run.host.stop()
})

it('plans no start that could not be scheduled, and says why', async () => {
  const run = await beforeTheLink()
  const { now } = run.host.view()
  await expect(requestOf(run, 'html', 'Europe/Berlin', now - 3_600_000)).rejects.toThrow('This start time has passed. Enter a later one.')
  await expect(requestOf(run, 'pdf', 'Europe/Berlin', now + 31 * DAY)).rejects.toThrow('Enter a start within the next 30 days.')
  expect(textOf((await requestOf(run, 'html', 'Europe/Berlin', now + 29 * DAY))?.page ?? '')).toContain('(Europe/Berlin)')
  run.host.stop()
})

it('takes the time of a scheduled start, and is none once the change runs', async () => {
  const run = await beforeTheLink()
  const asked = run.until(({ step }) => step?.confirmation !== undefined)
  run.send({ type: 'REVIEW_PLAN' })
  const { step, now } = await asked
  const from = now + 3_600_000
  const scheduled = run.until((view) => view.step?.phase === 'scheduled')
  run.send({
    type: 'SCHEDULE',
    typedName: 'contoso-prod',
    window: { from, to: from + (step?.confirmation?.timeNeeded ?? 0), timeZone: 'Asia/Tokyo' },
  })
  expect((await scheduled).step?.requestable).toBe(true)
  expect(textOf((await requestOf(run, 'html', 'Europe/Berlin'))?.page ?? '')).toContain('(Asia/Tokyo)')
  const runs = await run.until((view) => view.step?.phase === 'waiting')
  expect(runs.step?.requestable).toBeUndefined()
  expect(await requestOf(run)).toBeUndefined()
  run.host.stop()
})

it('names no latest end for a removal, which no document does', async () => {
  const run = await walkedToItsEnd(caseOf('ready-to-enable'))
  const opened = run.until(({ step }) => step?.id === 'revert' && step.phase === 'reviewing')
  const manage = run.until(({ page }) => page === 'operations')
  run.send({ type: 'GO_TO_PAGE', page: 'operations' })
  await manage
  run.send({ type: 'OPEN_OPERATION', operation: 'revert' })
  const asked = (await opened).step?.findings.filter(({ attestable }) => attestable) ?? []
  const answered = run.until(({ step }) => step?.requestable === true)
  for (const { key } of asked) run.send({ type: 'ATTEST', key })
  await answered
  const text = textOf((await requestOf(run, 'html', 'Europe/Berlin', run.host.view().now + DAY))?.page ?? '')
  expect(text).toContain('Microsoft states no limit: the end is what we plan for.')
  expect(text).not.toContain('The end is the latest one that Microsoft documents.')
  expect(text).toContain('kv-contoso-cmk')
  run.host.stop()
})

it('is none for a plan that takes no one offline', async () => {
  const scenario = caseOf('ready-to-enable')
  const run = practised(leaping(scenario))
  run.send({ type: 'OPEN_PRACTICE', scenario: scenario.name })
  const { step } = await run.walkUntil(
    scenario,
    (view) => view.step?.id === 'policy' && view.step.phase === 'reviewing' && view.step.plan.length > 0,
  )
  expect(step?.requestable).toBeUndefined()
  expect(await requestOf(run)).toBeUndefined()
  run.host.stop()
})
