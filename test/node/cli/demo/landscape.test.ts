import { describe, expect, it } from 'vitest'
import { HOUR } from '#machines/engine/durations.ts'
import { watchForNotice } from '#machines/engine/wizard/notice.ts'
import { SERVICE_OWNERS } from '#machines/procedure/owners/owners.ts'
import { SCRIPT_LANGUAGES } from '#machines/procedure/script-languages.ts'
import { LANDSCAPE_IDS } from '#node/practice/landscape.ts'
import { caseOf, leaping, type Tenant, walkedToItsEnd } from '#test/practised.ts'

const WALK_TIMEOUT = { timeout: 20_000 }

/** The first environment is encrypted, and another is about to be chosen. */
async function afterFirst(tenant?: Tenant) {
  const scenario = caseOf('landscape')
  const run = await walkedToItsEnd(scenario, tenant ?? leaping(scenario, { linkDuration: HOUR / 6 }))
  await run.openOperation('add')
  const reviewing = (name: string) => run.until(({ step }) => step?.id === 'add' && step.phase === 'reviewing' && step.about === name)
  return {
    ...run,
    async choose(environmentId: string, name: string) {
      run.decide({ kind: 'choose-addition' })
      await run.until(({ step }) => step?.id === 'add' && step.phase === 'choosing')
      run.decide({ kind: 'choose-addition', environmentId })
      return reviewing(name)
    },
    attest(name: string) {
      run.attestAll()
      return reviewing(name)
    },
    async confirm() {
      const asked = await run.confirm()
      await run.until(({ step }) => step?.phase === 'waiting')
      return asked
    },
  }
}

const OTHERS = [
  [LANDSCAPE_IDS.test, 'contoso-test', 2],
  [LANDSCAPE_IDS.copy, 'contoso-prod-copy', 2],
  [LANDSCAPE_IDS.train, 'contoso-train', 1],
  [LANDSCAPE_IDS.production, 'contoso-prod', 1],
] as const

const links = (writes: readonly string[]): readonly string[] =>
  writes.filter((each) => each.endsWith('/enterprisePolicies/Encryption/link'))

describe('a landscape of six environments', () => {
  it(
    'has five in one policy in the end: added one after another, each by its own name, once, and a second run writes nothing',
    WALK_TIMEOUT,
    async () => {
      const { host, until, choose, attest, confirm, finish, tenant, writes } = await afterFirst()
      const before = writes().length
      for (const [id, name, changes] of OTHERS) {
        const chosen = await choose(id, name)
        expect(chosen.step?.plan).toHaveLength(changes)
        expect(chosen.step?.plan.every(({ title }) => title.includes(name))).toBe(true)
        expect(chosen.step?.window).toBeUndefined()
        for (const language of SCRIPT_LANGUAGES) expect(JSON.stringify(await host.writeScript({ language, of: 'step' }))).toContain(name)
        await attest(name)
        const confirming = await confirm()
        expect(confirming.step?.confirmation?.typedName).toBe(name)
        const done = await finish()
        expect(done.step).toMatchObject({ about: name, plan: [], proved: true })
        expect(done.who?.environment).toBe('contoso-uat')
      }
      const added = writes().slice(before)
      expect(links(added)).toHaveLength(4)
      expect(new Set(added).size).toBe(added.length)
      host.send({ type: 'GO_TO_PAGE', page: 'landscape' })
      const { landscape: read } = await until((view) => view.landscape?.reading === false)
      expect(read?.rows.flatMap(({ key, name }) => (key.standing === 'this-policy' ? [name] : []))).toEqual([
        'contoso-uat',
        'contoso-prod',
        'contoso-prod-copy',
        'contoso-test',
        'contoso-train',
      ])
      await host.stop()

      const again = await afterFirst(tenant)
      for (const [id, name] of OTHERS) expect((await again.choose(id, name)).step).toMatchObject({ plan: [], receipts: [] })
      expect(again.writes()).toEqual(writes())
      await again.host.stop()
    },
  )

  it('keeps what is confirmed for one environment apart from all others', WALK_TIMEOUT, async () => {
    const { host, choose, attest, confirm, finish } = await afterFirst()
    const [[first, name], [second, other]] = OTHERS
    await choose(first, name)
    const asked = (await attest(name)).step?.findings.filter(({ attestable }) => attestable) ?? []
    expect(asked.map(({ title, attested }) => [title, attested !== undefined])).toEqual([
      ['contoso-test: Do the environment’s users have the required licenses?', true],
    ])
    const others = (await choose(second, other)).step?.findings.filter(({ attestable }) => attestable) ?? []
    expect(others.map(({ title, attested }) => [title, attested !== undefined])).toEqual([
      ['contoso-prod-copy: Do the environment’s users have the required licenses?', false],
    ])
    host.send({ type: 'REVIEW_PLAN' })
    expect(host.view().step?.phase).toBe('reviewing')
    await choose(first, name)
    await confirm()
    expect((await finish()).step?.receipts.filter(({ written }) => written)).toHaveLength(2)
    expect((await choose(second, other)).step).toMatchObject({ receipts: [], about: other })
    await host.stop()
  })

  it('continues with another while one is being encrypted, and follows the first again once it is chosen again', WALK_TIMEOUT, async () => {
    const { host, until, decide, choose, attest, confirm, finish, writes } = await afterFirst()
    const before = writes().length
    const [[first, name], [second, other]] = OTHERS
    await choose(first, name)
    await attest(name)
    await confirm()
    await until(({ step }) => step?.wait?.mayClose === true)
    decide({ kind: 'choose-addition' })
    const board = await until(({ step }) => step?.phase === 'choosing')
    const targets = board.step?.picture.kind === 'targets' ? board.step.picture.targets : []
    expect(targets.find(({ id }) => id === first)?.standing).toBe('changing')
    decide({ kind: 'choose-addition', environmentId: second })
    await until(({ step }) => step?.phase === 'reviewing' && step.about === other)
    await attest(other)
    await confirm()
    // The first of two changes is waited for: to leave now would leave the second one undone.
    expect(host.view().decisions).not.toContain('choose-addition')
    await until(({ step }) => step?.wait?.mayClose === true)
    decide({ kind: 'choose-addition', environmentId: first })
    await until(({ step }) => step?.about === name && step.phase === 'waiting')
    expect((await finish()).step).toMatchObject({ about: name, proved: true })
    decide({ kind: 'choose-addition', environmentId: second })
    await until(({ step }) => step?.about === other && step.phase !== 'reading')
    expect((await finish()).step).toMatchObject({ about: other, proved: true })
    expect(links(writes().slice(before))).toHaveLength(2)
    await host.stop()
  })

  it('follows each that is being encrypted, whichever is on screen, and tells the end of each', WALK_TIMEOUT, async () => {
    const { host, until, decide, choose, attest, confirm, writes } = await afterFirst()
    const told: (readonly [string, string])[] = []
    const watch = watchForNotice(SERVICE_OWNERS.says)
    host.subscribe((view) => told.push(...watch(view).map(({ kind, title }) => [kind, host.text(title)] as const)))
    const before = writes().length
    const [, , [third, train], [fourth, production]] = OTHERS
    await choose(third, train)
    await attest(train)
    await confirm()
    decide({ kind: 'choose-addition' })
    const beside = await until(({ others }) => others?.[0]?.wait?.lastPollAt !== undefined)
    expect(beside.others).toMatchObject([{ environment: train, phase: 'waiting', title: 'Microsoft is encrypting the environment' }])
    expect(host.view().operations?.list.find(({ id }) => id === 'add')?.state).toBe(`${train}: Microsoft is encrypting the environment`)
    expect(host.view().stages?.manage?.note).toBe('Microsoft is encrypting the environment')
    await choose(fourth, production)
    await attest(production)
    await confirm()
    host.send({ type: 'GO_TO_PAGE', page: 'landscape' })
    const ended = await until(({ others = [] }) => {
      if (others.some(({ phase }) => phase === 'waiting')) host.advancePractice(1)
      return others.length === 2 && others.every(({ proved }) => proved)
    })
    expect(ended.page).toBe('landscape')
    expect(told).toEqual([
      ['ended', `${train}: done`],
      ['ended', `${production}: done`],
    ])
    expect(links(writes().slice(before))).toHaveLength(2)
    // An ended operation is shown until its own page is opened.
    host.send({ type: 'GO_TO_PAGE', page: 'operations' })
    host.send({ type: 'OPEN_OPERATION', operation: 'add' })
    await until(({ step }) => step?.about === production && step.proved)
    expect(host.view().others?.map(({ environment }) => environment)).toEqual([train])
    expect((await choose(third, train)).step?.receipts.filter(({ written }) => written)).toHaveLength(1)
    expect(host.view().others).toBeUndefined()
    await host.stop()
  })

  it('gives one script for all that can be added, production last, and says which it leaves out', WALK_TIMEOUT, async () => {
    const { host, writes } = await afterFirst()
    const before = writes().length
    for (const language of ['azure-cli', 'powershell'] as const) {
      const written = await host.writeScript({ language, of: 'whole' })
      const text = written.kind === 'files' ? written.files.map((file) => file.text).join('') : written.kind
      expect([...text.matchAll(/^# +\d+\. Add (\S+) to the policy/gm)].map(([, name]) => name)).toEqual([
        'contoso-prod-copy',
        'contoso-test',
        'contoso-train',
        'contoso-prod',
      ])
      expect(text).toContain('#   contoso-dev: The environment is in another encryption policy\n')
    }
    expect(writes()).toHaveLength(before)
    await host.stop()
  })

  it('does not take one that is in another policy', WALK_TIMEOUT, async () => {
    const { host, choose } = await afterFirst()
    const { step } = await choose(LANDSCAPE_IDS.dev, 'contoso-dev')
    expect(step?.plan).toEqual([])
    expect(step?.findings.filter(({ status }) => status === 'fail').map(({ key }) => key)).toEqual(['add-not-in-another-policy'])
    await host.stop()
  })
})
