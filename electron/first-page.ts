import type { Reply } from '#contract/contract.ts'
import { defined } from '#machines/defined.ts'
import { firstView } from '#machines/engine/wizard/first-view.ts'
import type { Surroundings } from '#machines/engine/wizard/to-view.ts'
import { type LeftOut, leftOutMessage } from '#machines/environment/left-out.ts'
import type { Message } from '#machines/messages/message.ts'
import type { UpdateView } from '#machines/updates/update.ts'
import type { Formatter } from '#messages/formatter.ts'
import type { Language } from '#messages/languages.ts'
import type { Settings, SettingsChange } from '#messages/settings.ts'
import type { Staging } from '#messages/staging.ts'
import type { ManagedShown, WizardView } from '#messages/view.ts'
import type { KeysHost } from '#node/host/customer-managed-keys.ts'
import type { TeamDesk } from '#node/host/team-desk.ts'
import type { Begun } from '#node/host/wizard-host.ts'
import type { Backstage } from '#node/practice/presenting/backstage.ts'
import type { KeptCustomers } from '#node/records/customers/customers-file.ts'
import type { Listed } from '#node/records/engagement/store.ts'
import type { rowsOf } from './rows.ts'

/** The wizard for the window: its first page at once, the machine on demand. */
export interface Wizard {
  view(): WizardView
  subscribe(listener: (view: WizardView) => void): () => void
  host(): Promise<KeysHost>
  /** Resolves with the machine once something else loads it. */
  readonly loaded: Promise<KeysHost>
  running(): KeysHost | undefined
  readonly text: Formatter['text']
  /** Applies settings and language, starting with the current view. The last call wins. */
  adopt(settings: Settings, locale: string): Promise<void>
  /** Changes the presentation for a trainer, or resets it. */
  stage(staging: Staging | undefined): void
  showUpdate(update: UpdateView): void
  stop(): Promise<void>
}

export interface SettableWizard extends Wizard {
  readonly offered: readonly Language[]
  readonly team: () => Promise<TeamDesk>
  /** Refreshes after colleagues' changes, if a team's store is set up. */
  readonly lookAgain: () => Promise<void>
  backstage(): Backstage | undefined
  /** For support, without secrets and names. */
  diagnostics(): Promise<string>
  /** For this session and later ones. @returns why it couldn't be saved */
  changeSettings(change: SettingsChange): Promise<Reply>
}

export interface FirstPageOptions {
  readonly shown: Pick<Surroundings, 'scenarios' | 'clouds' | 'customCloud'>
  readonly list: (partly: (some: readonly Listed[]) => Promise<void>) => Promise<readonly Listed[]>
  readonly customers?: (listed: readonly Listed[]) => Promise<KeptCustomers | undefined>
  /** @param begun content already shown @param locale its language */
  readonly load: (begun: Begun, locale: string) => Promise<KeysHost>
  readonly formatter: Formatter
  /** For other languages: of the first page, and of everything once the machine is loaded. */
  readonly formatters: Readonly<Record<'start' | 'main', (locale: string) => Promise<Formatter>>>
  readonly settings?: Settings
  /** A tenant opens directly: all views say so until then, so that no start page flashes. */
  readonly opensTenant?: boolean
  readonly managed?: ManagedShown
  readonly leftOut?: readonly LeftOut[]
  readonly startNotices?: Promise<readonly Message[]>
  /** Resolves when the start of a long list is drawn. */
  readonly shownSome: () => Promise<unknown>
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number
}

type Rows = ReturnType<typeof rowsOf>
const NO_ROWS: Rows = { board: { engagements: [] }, quotesFindings: false }

interface State {
  /** Requested last; its messages follow. */
  readonly locale: string
  readonly formatter: Formatter
  readonly revision: number
  readonly settings?: Settings | undefined
  readonly staging?: Staging | undefined
  readonly update?: UpdateView | undefined
  /** `isWhole`: false for the start of a long list that is still being read. */
  readonly list?: (Pick<Begun, 'listed' | 'kept'> & { readonly board: Rows['board']; readonly isWhole: boolean }) | undefined
  readonly quotesFindings: boolean
  readonly startNotices: readonly Message[]
  readonly isToOpen: boolean
  readonly loading?: Promise<KeysHost> | undefined
  readonly host?: KeysHost
  /** From the machine, once it is loaded. */
  readonly drawn?: WizardView
}

const begunIn = ({ revision, list }: State): Begun => ({
  revision,
  ...(list?.isWhole ? defined({ listed: list.listed, kept: list.kept }) : {}),
})

/** Marks a tenant that opens directly, which neither the first page nor the new machine knows. */
const opening = (view: WizardView): WizardView =>
  view.page === 'start' && view.start ? { ...view, start: { ...view.start, connecting: true } } : view

function viewOf(
  state: State,
  { shown, managed, leftOut = [], now }: Pick<FirstPageOptions, 'shown' | 'managed' | 'leftOut' | 'now'>,
): WizardView {
  const { formatter, revision, settings, staging, update, list, drawn, startNotices, isToOpen } = state
  const first = () => firstView({ ...shown, revision, now: now(), ...list?.board, ...(list && !list.isWhole ? { listing: true } : {}) })
  const view = drawn ?? { ...formatter.all(first()), language: formatter.locale }
  return {
    ...(isToOpen ? opening(view) : view),
    ...defined({ settings, staging, update, managed: managed && formatter.all(managed) }),
    ...(startNotices.length > 0 ? { startNotices: startNotices.map(formatter.text) } : {}),
    ...(leftOut.length > 0 ? { leftOut: leftOut.map((variable) => formatter.text(leftOutMessage(variable))) } : {}),
  }
}

/** Shows the first page and the engagements, until the machine is loaded. */
export function openFirstPage(options: FirstPageOptions): Wizard {
  const { list, customers, load, formatters, shownSome } = options
  const { formatter, settings, opensTenant: isToOpen = false } = options
  const listeners = new Set<(view: WizardView) => void>()
  let state: State = { formatter, settings, isToOpen, locale: formatter.locale, revision: 1, quotesFindings: false, startNotices: [] }
  let view = viewOf(state, options)
  const loaded = new Promise<KeysHost>((resolve) => listeners.add(() => state.host && resolve(state.host)))

  function show(change: Partial<State>): void {
    state = { ...state, ...change }
    view = viewOf(state, options)
    for (const listener of listeners) listener(view)
  }

  void options.startNotices?.then((startNotices) => startNotices.length > 0 && show({ startNotices }))

  const needed = (): 'start' | 'main' => (state.loading || state.quotesFindings ? 'main' : 'start')

  /** In the requested language. Both can change while they load. */
  async function messages(): Promise<Formatter> {
    const [{ locale }, part] = [state, needed()]
    const formatter = await formatters[part](locale)
    return locale === state.locale && part === needed() ? formatter : messages()
  }

  /** @param listed all, or the start of a long list */
  async function showList(listed: readonly Listed[], isWhole: boolean): Promise<void> {
    const kept = await customers?.(listed)
    const { board, quotesFindings } = listed.length > 0 || kept ? (await import('./rows.ts')).rowsOf(listed, kept) : NO_ROWS
    if (quotesFindings) state = { ...state, quotesFindings }
    const formatter = quotesFindings ? await messages() : state.formatter
    if (state.host || (!isWhole && state.list?.isWhole)) return
    const found = { formatter, list: { isWhole, listed, board, ...defined({ kept }) } }
    // A loading machine draws the list. If it can't be loaded, this page does.
    if (state.loading) state = { ...state, ...found }
    else show({ ...found, revision: state.revision + 1 })
  }

  async function listFirst(): Promise<void> {
    const listed = await list(async (partly) => {
      await showList(partly, false)
      // Continuing at once would compete with drawing.
      await shownSome()
    }).catch((error: unknown) => {
      console.error('The engagements could not be listed:', error)
      return []
    })
    await showList(listed, true)
  }

  async function machine(): Promise<KeysHost> {
    try {
      const { locale } = state
      const host = await load(begunIn(state), locale)
      if (locale !== state.locale) host.speak(await messages())
      const draw = (drawn: WizardView) => {
        const { start } = drawn
        show({ host, drawn, list: undefined, isToOpen: state.isToOpen && !(start?.connecting || start?.problem) })
      }
      host.subscribe(draw)
      draw(host.view())
      return host
    } catch (error) {
      // Allows another attempt, and shows what arrived meanwhile.
      show({ loading: undefined, revision: state.revision + 1 })
      throw error
    }
  }

  async function adopt(settings: Settings, locale: string): Promise<void> {
    if (locale === state.locale) return show({ settings })
    state = { ...state, settings, locale }
    const formatter = await messages()
    if (locale !== state.locale) return
    state = { ...state, formatter }
    if (state.host) state.host.speak(formatter)
    // A loading machine draws the page itself and continues the numbering.
    else if (!state.loading) show({ revision: state.revision + 1 })
  }

  void listFirst()
  return {
    text: (text) => state.formatter.text(text),
    adopt,
    stage: (staging) => show({ staging }),
    showUpdate: (update) => show({ update }),
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    host() {
      const loading = state.loading ?? machine()
      state = { ...state, loading }
      return loading
    },
    loaded,
    running: () => state.host,
    async stop() {
      await (await state.loading?.catch(() => undefined))?.stop()
    },
  }
}
