import { expect, it } from 'vitest'
import type { PolicyChoices } from '#machines/procedure/choices.ts'
import { decide } from '#machines/procedure/decide.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { PEOPLE } from '#node/practice/world.ts'
import type { FileToSave } from '#node/records/save-file.ts'
import { testFolder } from '#test/folder.ts'
import { type Run, workplace } from '../engagement/working.ts'

/** Hands a step to another person, and gives the file as they get it. */
async function give({ host }: Run, wanted: Parameters<Run['host']['handOver']>[0]): Promise<{ name: string; text: string }> {
  let file: FileToSave | undefined
  const reply = await host.handOver(wanted, async (each) => {
    file = each
    return { ok: true, value: { savedAs: each.name } }
  })
  if (!reply.ok || !file) throw new Error('Nothing was handed over.')
  return { name: file.name, text: String(file.content) }
}

async function take({ host, until }: Run, file: { name: string; text: string }) {
  host.send({ type: 'GO_TO_PAGE', page: 'hand-over' })
  expect(await host.openHandOver(file)).toEqual({ ok: true })
  const { handOver } = await until(({ can }) => can.includes('TAKE_OVER'))
  host.send({ type: 'TAKE_OVER' })
  await until(({ page, step }) => page === 'step' && step?.phase === 'reviewing')
  return handOver?.opened
}

const kinds = async ({ host }: Run) => ((await host.engagement()?.journal.lines()) ?? []).map(({ kind }) => kind)

it('leads two people with one side each from the first step to the encrypted environment, each reading with their own account', async () => {
  const place = await workplace()
  const choices: PolicyChoices = {
    ...(scenarioByName('ready-to-enable')?.choices.policy as PolicyChoices),
    administratorObjectId: PEOPLE.grace.objectId,
  }

  // Grace administers Power Platform and may do nothing in Azure.
  const grace = place.start({}, 'grace')
  grace.signIn()
  await grace.walkUntil(({ step }) => step?.id === 'policy' && step.phase === 'choosing')
  grace.host.send(decide({ kind: 'choose-policy', policy: choices }))
  await grace.until(({ step }) => step?.id === 'policy' && step.phase === 'reviewing')
  expect(grace.host.view().can).not.toContain('REVIEW_PLAN')
  const asked = await give(grace, { purpose: 'ask', step: 'policy', note: 'You own the key vault.' })

  // Kim owns the key and sees no environment.
  place.folder = testFolder()
  const kim = place.start({}, 'kim')
  kim.signIn()
  await kim.until(({ page }) => page === 'prepare')
  const opened = await take(kim, asked)
  expect(opened?.rows).toContainEqual(
    expect.objectContaining({ label: 'Power Platform admin', value: 'Grace Okafor (grace@contoso.example)' }),
  )
  const relied = await kim.until(({ step }) => step?.id === 'integration' && step.phase === 'reviewing')
  expect(relied.step?.findings.find(({ attestable }) => attestable)?.remedy).toContain('grace@contoso.example verified this step')
  const done = await kim.walkUntil(({ step }) => step?.id === 'policy' && step.proved)
  expect(done.step?.receipts.filter(({ written }) => written)).toHaveLength(7)
  const back = await give(kim, { purpose: 'hand-back', step: 'policy', note: '' })
  expect(await kinds(kim)).toEqual(expect.arrayContaining(['received', 'attested', 'applied', 'handed-over']))

  await take(grace, back)
  const question = await grace.until(({ step }) => step?.id === 'policy' && step.phase === 'reviewing')
  expect(question.step?.proved, 'a word is not a reading').toBe(false)
  const { closing } = await grace.walkUntil((view) => view.closing !== undefined)
  expect(closing?.receipts).not.toEqual([])
  expect(await kinds(grace)).toEqual(expect.arrayContaining(['handed-over', 'received', 'proved']))
}, 60_000)

it('gives who takes over step 3 the regions of the environment that they may not read, and suggests Reader for who asked', async () => {
  const place = await workplace()
  const grace = place.start({}, 'grace')
  grace.signIn()
  await grace.walkUntil(({ step }) => step?.id === 'policy' && step.phase === 'choosing')
  const asked = await give(grace, { purpose: 'ask', step: 'policy', note: '' })
  place.folder = testFolder()
  const kim = place.start({}, 'kim')
  kim.signIn()
  await kim.until(({ page }) => page === 'prepare')
  await take(kim, asked)
  const { step, keyMap } = await kim.walkUntil(({ step: shown }) => shown?.id === 'policy' && shown.phase === 'choosing')
  expect(step?.picture).toMatchObject({
    kind: 'policy',
    form: {
      geography: 'United States',
      regions: expect.arrayContaining(['eastus']),
      values: { administratorObjectId: PEOPLE.grace.objectId },
    },
  })
  const [app, , environment] = keyMap?.elements ?? []
  expect([app?.name, app?.word]).toEqual(['Not read with this account', 'Confirmed'])
  expect([environment?.name, environment?.word]).toEqual(['contoso-prod', 'Confirmed'])
}, 60_000)
