import { describe, expect, it } from 'vitest'
import { decide } from '#machines/procedure/decide.ts'
import type { WizardView } from '#messages/view.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import type { EngagementStore } from '#node/records/engagement/store.ts'
import { onDisk } from './on-disk.ts'
import { type Run, type Workplace, workplace } from './working.ts'

function moment(): { readonly came: Promise<void>; readonly come: () => void } {
  let come = (): void => undefined
  const came = new Promise<void>((resolve) => {
    come = resolve
  })
  return { came, come: () => come() }
}

/** A store that says nothing of an engagement until the test lets it. */
function holdingStore(place: Workplace) {
  const [opening, answering] = [moment(), moment()]
  place.storeFor = (holding, now): EngagementStore => {
    const store = engagementStore(place.folder, holding, now)
    return {
      ...store,
      async open(...asked) {
        opening.come()
        await answering.came
        return store.open(...asked)
      },
    }
  }
  return { isOpening: opening.came, answer: answering.come }
}

const onPage =
  (page: WizardView['page']) =>
  (view: WizardView): boolean =>
    view.page === page

/** Until the environment is chosen: its record is asked for. */
async function choose(run: Run, { environmentId }: Workplace): Promise<void> {
  run.signIn()
  await run.walkUntil(({ step }) => step?.phase === 'choosing')
  run.host.send({ type: 'CHOOSE_ENVIRONMENT', environmentId })
}

const answers = ['finance', 'supply-chain-management'] as const
const assess = ({ host }: Run): void => host.send(decide({ kind: 'use-apps', apps: answers }))

/** A record that a first run left, with the question of step 2 confirmed and the apps not yet said. */
async function left(): Promise<Workplace> {
  const place = await workplace()
  const run = place.start()
  await choose(run, place)
  await run.until(({ step }) => step?.phase === 'reviewing')
  await run.host.stop()
  return place
}

describe('what a person answers is kept, whenever the record of the environment is read', { timeout: 60_000 }, () => {
  it('while the record is being opened', async () => {
    const place = await left()
    const store = holdingStore(place)
    const run = place.start()
    await choose(run, place)
    await store.isOpening
    run.host.send({ type: 'GO_TO_PAGE', page: 'coverage' })
    await run.until(onPage('coverage'))
    assess(run)
    await run.until(({ coverage }) => coverage?.answering === false)
    store.answer()
    await expect.poll(() => run.host.engagement()?.engagement?.choices).toMatchObject({ coverage: { answers } })
    // The page that the person is on stays.
    expect(run.host.view()).toMatchObject({ page: 'coverage', coverage: { answering: false } })
    run.host.send({ type: 'BACK' })
    const { step } = await run.until((view) => view.step?.phase === 'reviewing')
    expect(step?.findings.filter(({ offer }) => offer?.event === 'GO_TO_PAGE' && offer.page === 'coverage')).toEqual([])
    await run.host.stop()
    const { engagement, kinds } = await onDisk(place)
    expect(engagement.choices).toMatchObject({ coverage: { answers } })
    expect(kinds).toContain('choice')
  })
})
