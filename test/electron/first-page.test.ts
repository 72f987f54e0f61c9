import { describe, expect, it, vi } from 'vitest'
import { windowTitle } from '#contract/window-title.ts'
import { openFirstPage } from '#electron/first-page.ts'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import { otherElectron, unreadMessage } from '#machines/environment/start-notices.ts'
import { verbatim } from '#machines/messages/message.ts'
import { mainFormatter } from '#messages/main.ts'
import { DEFAULT_SETTINGS, type Settings } from '#messages/settings.ts'
import { startFormatter, startFormatterIn } from '#messages/start.ts'
import type { WizardView } from '#messages/view.ts'
import { createKeysHost } from '#node/host/customer-managed-keys.ts'
import type { Begun } from '#node/host/wizard-host.ts'
import { practiceCases } from '#node/practice/gallery.ts'
import { newEngagement } from '#node/records/engagement/engagement.ts'
import { recordMessages } from '#node/records/engagement/messages.ts'
import type { Listed } from '#node/records/engagement/store.ts'
import { english } from '../english.ts'
import { until } from '../until.ts'

const NOW = Date.parse('2026-11-24T12:00:00Z')
const { id, name, authority, verified } = CLOUDS.commercial
const shown = {
  scenarios: [
    {
      name: 'any',
      title: verbatim('Any'),
      story: verbatim('A tenant that never opens.'),
      objective: verbatim('Wait.'),
      ...({ group: 'breaks', minutes: 5, level: 1, ending: verbatim('Never opens'), endsWell: false, stages: [] } as const),
    },
  ],
  clouds: [{ id, name, authority, verified, custom: false, notes: [] }],
}
const broken: Listed = { id: 'a_b', ok: false, why: verbatim('It’s empty.') }

const formatters = { start: startFormatterIn, main: mainFormatter }

const machine = (begun?: Begun, formatter = english) =>
  createKeysHost({
    ...shown,
    formatter,
    ...(begun ? { begun } : {}),
    wall: () => NOW,
    openPractice: () => Promise.reject(new Error('It never opens.')),
  })

const firstPage = (
  list: Parameters<typeof openFirstPage>[0]['list'],
  load = vi.fn(async (begun: Begun) => machine(begun)),
  shownSome: Parameters<typeof openFirstPage>[0]['shownSome'] = async () => undefined,
) => {
  const wizard = openFirstPage({ shown, now: () => NOW, list, load, formatter: english, formatters, shownSome })
  const pushed: WizardView[] = []
  wizard.subscribe((view) => pushed.push(view))
  return { wizard, load, pushed }
}

it('names the variables of the environment that the wizard ignores', () => {
  const options = { shown, now: () => NOW, list: async () => [], load: async () => machine(), formatter: english, formatters }
  const wizard = openFirstPage({ ...options, shownSome: async () => undefined, leftOut: ['NODE_TLS_REJECT_UNAUTHORIZED'] })
  expect(wizard.view().leftOut).toEqual([
    'The environment variable NODE_TLS_REJECT_UNAUTHORIZED is set. It would make connections trust any server, so the wizard ignores it. Who set it up can remove it.',
  ])
})

it('says which preferences could not be read, and that another Electron runs', async () => {
  const options = { shown, now: () => NOW, list: async () => [], load: async () => machine(), formatter: english, formatters }
  const wizard = openFirstPage({
    ...options,
    shownSome: async () => undefined,
    startNotices: Promise.resolve([unreadMessage('settings'), ...otherElectron('33.2.1', '45.4.1'), ...otherElectron('33.2.1', '<b>')]),
  })
  await until(() => wizard.view().startNotices)
  expect(wizard.view().startNotices).toEqual([
    'Your settings couldn’t be read, so the defaults apply. The old file stays beside the new one when you change a setting.',
    'The wizard runs with Electron 33.2.1, and was tested with 45.4.1, which couldn’t be downloaded. For a real tenant, use an installed package.',
  ])
})

it.each([
  ['before the engagements are listed', {}],
  ['with them', { listed: [broken] }],
])('shows what the machine shows in its first state, %s', async (_when, found: Omit<Begun, 'revision'>) => {
  const { wizard } = firstPage(() => ('listed' in found ? Promise.resolve(found.listed ?? []) : new Promise(() => undefined)))
  await until(() => !('listed' in found) || wizard.view().start?.engagements)
  expect({ ...wizard.view(), revision: 0 }).toEqual({ ...machine({ revision: 0, ...found }).view(), revision: 0 })
})

it('loads no machine for as long as nothing is asked of it', async () => {
  const { wizard, load, pushed } = firstPage(async () => [broken])
  await until(() => pushed.length > 0)
  expect(load).not.toHaveBeenCalled()
  await wizard.stop()
  expect(load).not.toHaveBeenCalled()
})

it('loads it once, and continues where the first page was', async () => {
  const { wizard, load, pushed } = firstPage(async () => [broken])
  await until(() => pushed.length > 0)
  const [host] = await Promise.all([wizard.host(), wizard.host()])
  expect(load).toHaveBeenCalledExactlyOnceWith({ revision: 2, listed: [broken] }, 'en')
  expect(await wizard.loaded).toBe(host)
  host.send({ type: 'OPEN_PRACTICE', scenario: 'any' })
  expect(wizard.view()).toEqual(host.view())
  expect(wizard.view().start).toMatchObject({ connecting: true, engagements: [{ id: 'a_b' }] })
  const revisions = pushed.map(({ revision }) => revision)
  expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b))
})

it('leaves the list to the machine once that is on its way', async () => {
  let arrive: (listed: readonly Listed[]) => void = () => undefined
  const { wizard, pushed } = firstPage(() => new Promise((resolve) => (arrive = resolve)))
  const host = await wizard.host()
  host.send({ type: 'OPEN_PRACTICE', scenario: 'any' })
  arrive([broken])
  await until(() => wizard.view().start?.problem)
  expect(pushed.every(({ start }) => start?.engagements === undefined)).toBe(true)
})

it('tries again when the machine could not be loaded', async () => {
  const load = vi.fn(async (begun: Begun) => machine(begun)).mockRejectedValueOnce(new Error('The file is not there.'))
  const { wizard } = firstPage(async () => [], load)
  await expect(wizard.host()).rejects.toThrow('The file is not there.')
  await expect(wizard.host()).resolves.toBeDefined()
})

it('shows what arrived while a machine was loading that could not be loaded', async () => {
  let arrive: (listed: readonly Listed[]) => void = () => undefined
  let fail: (error: Error) => void = () => undefined
  const load = vi.fn(() => new Promise<ReturnType<typeof machine>>((_, reject) => (fail = reject)))
  const { wizard, pushed } = firstPage(() => new Promise((resolve) => (arrive = resolve)), load)
  const asked = wizard.host()
  arrive([broken])
  await wizard.adopt(DEFAULT_SETTINGS, 'de')
  expect(pushed).toEqual([])
  fail(new Error('The file is not there.'))
  await expect(asked).rejects.toThrow('The file is not there.')
  expect(wizard.view()).toMatchObject({ language: 'de', start: { engagements: [{ id: 'a_b' }] } })
})

it('shows an empty list, and says why in the log, where the engagements cannot be listed', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { wizard } = firstPage(() => Promise.reject(new Error('The folder cannot be read.')))
  await until(() => wizard.view().start?.engagements)
  expect(wizard.view().start?.engagements).toEqual([])
  expect(log).toHaveBeenCalledOnce()
  log.mockRestore()
})

const IN_ENGLISH: Settings = { ...DEFAULT_SETTINGS, language: 'en' }

it('shows other settings with the view that is on screen, and asks no machine for that', async () => {
  const { wizard, load, pushed } = firstPage(async () => [broken])
  await until(() => pushed.length > 0)
  const before = wizard.view()
  const dark: Settings = { ...DEFAULT_SETTINGS, theme: 'dark' }
  await wizard.adopt(dark, 'en')
  expect(pushed.at(-1)).toEqual({ ...before, settings: dark })
  expect(load).not.toHaveBeenCalled()
})

/** An engagement whose row quotes a finding. */
function quoting(): Listed {
  const whose = { appVersion: '0', cloud: { id: 'c', name: 'C' }, tenant: { id: 't', name: 'T' }, environment: { id: 'e' } }
  const engagement = newEngagement(
    { ...whose, account: { objectId: 'a', userName: 'a', displayName: 'a' }, reached: 'policy', steps: {} },
    NOW,
  )
  const asks = { state: 'confirm', count: 1, title: recordMessages.openElsewhere, owner: 'you' } as const
  const steps = { ...engagement.steps, policy: { proved: false, findings: [], planned: 0, receipts: [], asks } }
  return { id: 'a_b', ok: true, engagement: { ...engagement, steps } }
}
const quotedIn = ({ start }: WizardView) => start?.engagements?.map(({ state }) => ('why' in state ? state.why : undefined))

describe('another language', () => {
  const REFUSED = 'Couldn’t open the practice tenant'
  const opened = async () => {
    const page = firstPage(async () => [broken])
    const host = await page.wizard.host()
    host.send({ type: 'OPEN_PRACTICE', scenario: 'any' })
    await until(() => page.wizard.view().start?.problem)
    return page
  }
  const said = ({ view, text }: ReturnType<typeof firstPage>['wizard']) =>
    text(windowTitle({ ...view(), practice: { realToNow: 1 } as never }))

  it('comes with the next view of the first page, the frame and the choice included, and loads no machine', async () => {
    const { wizard, load, pushed } = firstPage(async () => [broken])
    await until(() => pushed.length > 0)
    await wizard.adopt(DEFAULT_SETTINGS, 'en-XA')
    expect(pushed.at(-1)).toMatchObject({ revision: 3, language: 'en-XA', settings: DEFAULT_SETTINGS })
    expect(wizard.view()).toEqual(pushed.at(-1))
    expect(said(wizard)).toContain('[')
    expect(load).not.toHaveBeenCalled()
  })

  it('comes with what the list quotes from a step, whose words only the machine has otherwise', async () => {
    const { wizard, load, pushed } = firstPage(async () => [quoting()])
    const quoted = () => quotedIn(wizard.view())
    await until(() => pushed.length > 0)
    expect(quoted()).toEqual(['This environment is open elsewhere.'])
    await wizard.adopt(DEFAULT_SETTINGS, 'en-XA')
    expect(quoted()).toEqual([expect.stringMatching(/^\[Ŧĥíş/)])
    expect(load).not.toHaveBeenCalled()
  })

  it('chosen while the words of the list load is the list’s from its first view on', async () => {
    const asked: string[] = []
    let arrive: () => void = () => undefined
    const wait = new Promise<void>((resolve) => (arrive = resolve))
    const main = async (locale: string) => {
      asked.push(locale)
      // Those of the language before it are there first.
      await (locale === 'en' ? until(() => asked.includes('en-XA')) : wait)
      return mainFormatter(locale)
    }
    const list = async () => [quoting()]
    const load = async (begun: Begun) => machine(begun)
    const options = { shown, now: () => NOW, list, load, shownSome: async () => undefined }
    const wizard = openFirstPage({ ...options, formatter: startFormatter, formatters: { ...formatters, main } })
    const pushed: WizardView[] = []
    wizard.subscribe((view) => pushed.push(view))
    await until(() => asked.includes('en'))
    const adopted = wizard.adopt(DEFAULT_SETTINGS, 'en-XA')
    await new Promise((resolve) => setTimeout(resolve, 50))
    arrive()
    await adopted
    await until(() => wizard.view().start?.engagements)
    expect(new Set(pushed.flatMap((view) => quotedIn(view) ?? []))).toEqual(new Set([expect.stringMatching(/^\[Ŧĥíş/)]))
  })

  it('comes with the next view of the machine, which announces nothing for it', async () => {
    const { wizard, pushed } = await opened()
    const before = wizard.view()
    expect(before.start?.problem?.title).toBe(REFUSED)
    await wizard.adopt(IN_ENGLISH, 'en-XA')
    expect(wizard.view()).toMatchObject({ language: 'en-XA', settings: IN_ENGLISH, announcement: { id: before.announcement.id } })
    expect(wizard.view().start?.problem?.title).not.toBe(REFUSED)
    await wizard.adopt(IN_ENGLISH, 'en')
    expect({ ...wizard.view(), revision: 0 }).toEqual({ ...before, revision: 0, settings: IN_ENGLISH })
    expect(pushed.map(({ revision }) => revision)).toEqual([...new Set(pushed.map(({ revision }) => revision))].sort((a, b) => a - b))
  })

  it('chosen while the machine is loaded is the machine’s from its first view on', async () => {
    let arrive: () => void = () => undefined
    const wait = new Promise<void>((resolve) => (arrive = resolve))
    const { wizard } = firstPage(
      async () => [broken],
      vi.fn(async (begun: Begun) => {
        await wait
        return machine(begun)
      }),
    )
    const host = wizard.host()
    await wizard.adopt(DEFAULT_SETTINGS, 'en-XA')
    arrive()
    expect((await host).view()).toMatchObject({ language: 'en-XA' })
    expect(wizard.view()).toMatchObject({ language: 'en-XA', settings: DEFAULT_SETTINGS })
  })

  it('chosen twice is the one chosen last', async () => {
    const { wizard } = await opened()
    await Promise.all([wizard.adopt(DEFAULT_SETTINGS, 'en-XA'), wizard.adopt(DEFAULT_SETTINGS, 'en-XB'), wizard.adopt(IN_ENGLISH, 'en')])
    expect(wizard.view()).toMatchObject({ language: 'en', settings: IN_ENGLISH })
  })
})

it('has the words of every practice case before a tenant is open', () => {
  expect(startFormatter.all(practiceCases)).toEqual(english.all(practiceCases))
})

it('shows some of a long list while the others are still read, and says so', async () => {
  let readAll: (listed: readonly Listed[]) => void = () => undefined
  const all = new Promise<readonly Listed[]>((resolve) => {
    readAll = resolve
  })
  const { wizard, pushed } = firstPage(async (partly) => {
    await partly([broken])
    return all
  })
  await until(() => wizard.view().start?.engagements)
  expect(wizard.view().start).toMatchObject({ listing: true, engagements: [{ id: 'a_b' }] })
  readAll([broken, { ...broken, id: 'c_d' }])
  await until(() => wizard.view().start?.engagements?.length === 2)
  expect(wizard.view().start).not.toHaveProperty('listing')
  expect(pushed).toHaveLength(2)
})

it('reads the rest of a long list once the window has drawn some of it', async () => {
  let drawn = (): void => undefined
  const waited = vi.fn(
    () =>
      new Promise<void>((resolve) => {
        drawn = resolve
      }),
  )
  let readsOn = false
  const { wizard } = firstPage(
    async (partly) => {
      await partly([broken])
      readsOn = true
      return [broken, { ...broken, id: 'c_d' }]
    },
    undefined,
    waited,
  )
  await until(() => waited.mock.calls.length > 0)
  expect(wizard.view().start).toMatchObject({ listing: true, engagements: [{ id: 'a_b' }] })
  expect(readsOn).toBe(false)
  drawn()
  await until(() => wizard.view().start?.engagements?.length === 2)
})

it('says that a tenant is opened at once from its first view on, also before the machine opens it', async () => {
  const quiet = {
    shown,
    now: () => NOW,
    list: async () => [],
    load: async (begun: Begun) => machine(begun),
    formatter: english,
    formatters,
  }
  const wizard = openFirstPage({ ...quiet, shownSome: async () => undefined, opensTenant: true })
  const said = [wizard.view().start?.connecting]
  wizard.subscribe(({ start }) => said.push(start?.connecting))
  await until(() => wizard.view().start?.engagements)
  wizard.stage(undefined)
  const host = await wizard.host()
  host.send({ type: 'OPEN_PRACTICE', scenario: 'any' })
  expect(said.length).toBeGreaterThan(2)
  expect(new Set(said)).toEqual(new Set([true]))
  await until(() => wizard.view().start?.problem)
  expect(wizard.view().start?.connecting).toBe(false)
})
