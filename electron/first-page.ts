import type { Reply } from '#contract/contract.ts'
import { defined } from '#machines/defined.ts'
import { firstView } from '#machines/engine/wizard/first-view.ts'
import type { Surroundings } from '#machines/engine/wizard/to-view.ts'
import { LISTED_AS } from '#machines/procedure/listed-as.ts'
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
import { boardOf, quotesFinding } from '#node/records/engagement/listing.ts'
import type { Listed } from '#node/records/engagement/store.ts'

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
  /** Resolves when the start of a long list is drawn. */
  readonly shownSome: () => Promise<unknown>
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number
}

/** Shows the first page and the engagements, until the machine is loaded. */
export function openFirstPage({
  shown,
  list,
  customers,
  load,
  formatters,
  managed,
  now,
  opensTenant,
  shownSome,
  ...options
}: FirstPageOptions): Wizard {
  let { formatter, settings } = options
  let { locale } = formatter
  let staging: Staging | undefined
  let update: UpdateView | undefined
  /** Findings quoted in the list need the machine's messages. */
  let needed: 'start' | 'main' = 'start'
  let isToOpen = opensTenant === true
  /** Start of a long list that is still being read. */
  let some: Pick<Begun, 'listed' | 'kept'> | undefined
  const listeners = new Set<(view: WizardView) => void>()
  let begun: Begun = { revision: 0 }
  let loading: Promise<KeysHost> | undefined
  let there: KeysHost | undefined
  let view = withSettings(draw())
  let tell: (host: KeysHost) => void = () => undefined
  const loaded = new Promise<KeysHost>((resolve) => {
    tell = resolve
  })

  function draw(): WizardView {
    begun = { ...begun, revision: begun.revision + 1 }
    const { listed, kept = { customers: [] } } = some ?? begun
    const list = listed ? { ...boardOf(LISTED_AS, listed, kept), ...(some ? { listing: true } : {}) } : {}
    const drawn = formatter.all(firstView({ ...shown, ...begun, now: now(), ...list }))
    return opening({ ...drawn, language: formatter.locale })
  }

  function withSettings(drawn: WizardView): WizardView {
    const { staging: _, update: __, ...without } = drawn
    return { ...without, ...defined({ settings, staging, update, managed: managed && formatter.all(managed) }) }
  }

  function show(next: WizardView): void {
    view = withSettings(next)
    for (const listener of listeners) listener(view)
  }

  /** Marks a tenant that opens directly, which neither the first page nor the new machine knows. */
  function opening(next: WizardView): WizardView {
    const { start } = next
    if (!isToOpen || next.page !== 'start' || start === undefined) return next
    isToOpen = !start.connecting && start.problem === undefined
    return isToOpen ? { ...next, start: { ...start, connecting: true } } : next
  }

  /** @param listed all, or the start of a long list */
  async function showList(listed: readonly Listed[], isWhole: boolean): Promise<void> {
    const kept = await customers?.(listed)
    // A loading machine owns the list.
    if (loading || (!isWhole && begun.listed)) return
    if (listed.some(quotesFinding) || Object.keys(kept?.checks ?? {}).length > 0) {
      needed = 'main'
      const wanted = locale
      const next = await formatters.main(wanted)
      if (loading || (!isWhole && begun.listed)) return
      // The language may have changed; then its messages follow.
      if (locale === wanted) formatter = next
    }
    some = isWhole ? undefined : { listed, ...(kept ? { kept } : {}) }
    if (isWhole) begun = { ...begun, listed, ...(kept ? { kept } : {}) }
    show(draw())
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
      let said = locale
      const host = await load(begun, said)
      // The language may have changed during loading.
      while (said !== locale) {
        said = locale
        host.speak(await formatters.main(said))
      }
      there = host
      host.subscribe((next) => show(opening(next)))
      show(opening(host.view()))
      tell(host)
      return host
    } catch (error) {
      // Allows another attempt.
      loading = undefined
      throw error
    }
  }

  async function adopt(changed: Settings, wanted: string): Promise<void> {
    settings = changed
    // Only the settings changed.
    if (wanted === locale) return show(view)
    locale = wanted
    const side = () => (loading ? 'main' : needed)
    const first = side()
    let next = await formatters[first](wanted)
    // Meanwhile the machine or the list may have arrived.
    if (side() !== first) next = await formatters[side()](wanted)
    if (locale !== wanted) return
    formatter = next
    if (there) there.speak(next)
    // A loading machine draws the page itself and continues the numbering.
    else if (!loading) show(draw())
  }

  void listFirst()
  return {
    text: (text) => formatter.text(text),
    adopt,
    stage(wanted) {
      staging = wanted
      show(view)
    },
    showUpdate(found) {
      update = found
      show(view)
    },
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    host() {
      loading ??= machine()
      return loading
    },
    loaded,
    running: () => there,
    async stop() {
      await (await loading?.catch(() => undefined))?.stop()
    },
  }
}
