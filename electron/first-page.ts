import type { KeysHost } from '../host/customer-managed-keys.ts'
import type { TeamDesk } from '../host/team-desk.ts'
import type { Begun } from '../host/wizard-host.ts'
import type { Reply } from '../ipc/contract.ts'
import { firstView } from '../machines/engine/wizard/first-view.ts'
import type { Surroundings } from '../machines/engine/wizard/to-view.ts'
import { present } from '../machines/present.ts'
import { LISTED_AS } from '../machines/procedure/listed-as.ts'
import type { UpdateView } from '../machines/updates/update.ts'
import type { Formatter } from '../messages/formatter.ts'
import type { Language } from '../messages/languages.ts'
import type { Settings, SettingsChange } from '../messages/settings.ts'
import type { Staging } from '../messages/staging.ts'
import type { ManagedShown, WizardView } from '../messages/view.ts'
import type { Backstage } from '../presenting/backstage.ts'
import type { KeptCustomers } from '../records/customers/customers-file.ts'
import { boardOf, quotesFinding } from '../records/engagement/listing.ts'
import type { Listed } from '../records/engagement/store.ts'

/** The wizard as the window has it: its first page at once, and the machine when something is asked of it. */
export interface Wizard {
  view(): WizardView
  /** Calls back after each change, with the new view. */
  subscribe(listener: (view: WizardView) => void): () => void
  /** The machine, loaded when it is asked for first. */
  host(): Promise<KeysHost>
  /** The same for callers that only wait for it; pending until then. */
  readonly loaded: Promise<KeysHost>
  /** The machine, where it has been loaded. */
  running(): KeysHost | undefined
  /** Formats what the window's frame says, in the language of the views. */
  readonly text: Formatter['text']
  /** From now on with other settings and perhaps in another language, starting with the view on screen. The last call wins. */
  adopt(settings: Settings, locale: string): Promise<void>
  /** Shows the window as a trainer wants it, or as ever. */
  stage(staging: Staging | undefined): void
  /** Shows what there is to say about updates. */
  showUpdate(update: UpdateView): void
  /** Resolves when the record is on disk. */
  stop(): Promise<void>
}

/** The wizard, and its settings, which a person may change. */
export interface SettableWizard extends Wizard {
  readonly offered: readonly Language[]
  /** The team's store, to set up and to move into. */
  readonly team: () => Promise<TeamDesk>
  /** Shows what colleagues did meanwhile, where a team's store is set up. */
  readonly lookAgain: () => Promise<void>
  /** What happens behind the window; absent before the machine is loaded. */
  backstage(): Backstage | undefined
  /** What support needs, without secrets and names. */
  diagnostics(): Promise<string>
  /** For now and for every later start. @returns why it could not be saved, for the person */
  changeSettings(change: SettingsChange): Promise<Reply>
}

export interface FirstPageOptions {
  /** What there is to sign in to and to practice with. */
  readonly shown: Pick<Surroundings, 'scenarios' | 'clouds' | 'customCloud'>
  /** The engagements on this computer. */
  readonly list: (partly: (some: readonly Listed[]) => Promise<void>) => Promise<readonly Listed[]>
  /** What a person keeps of their customers. */
  readonly customers?: (listed: readonly Listed[]) => Promise<KeptCustomers | undefined>
  /** @param begun what the first page has shown already @param locale the language it has shown it in */
  readonly load: (begun: Begun, locale: string) => Promise<KeysHost>
  /** Formats what the first page says. */
  readonly formatter: Formatter
  /** The same for other languages: of the first page, and of everything once the machine is there. */
  readonly formatters: Readonly<Record<'start' | 'main', (locale: string) => Promise<Formatter>>>
  readonly settings?: Settings
  /** A tenant is opened at once: every view says so until it is being opened, so that the window draws no start page before. */
  readonly opensTenant?: boolean
  /** What an organization sets on this computer. */
  readonly managed?: ManagedShown
  /** Resolves when the window has drawn some of a long list, so that the rest can be read. */
  readonly shownSome: () => Promise<unknown>
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number
}

/** Shows the first page, lists the engagements on this computer, and replaces the machine until it is loaded. */
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
  /** What the list quotes from a step is among the words of the machine. */
  let needed: 'start' | 'main' = 'start'
  let isToOpen = opensTenant === true
  /** Of a long list, until all of it is read. */
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
    return { ...without, ...present({ settings, staging, update, managed: managed && formatter.all(managed) }) }
  }

  function show(next: WizardView): void {
    view = withSettings(next)
    for (const listener of listeners) listener(view)
  }

  /** Neither the first page nor the machine in its first moments knows of what is to be opened. */
  function opening(next: WizardView): WizardView {
    const { start } = next
    if (!isToOpen || next.page !== 'start' || start === undefined) return next
    isToOpen = !start.connecting && start.problem === undefined
    return isToOpen ? { ...next, start: { ...start, connecting: true } } : next
  }

  /** @param listed all of them, or some of a long list that is still being read */
  async function showList(listed: readonly Listed[], isWhole: boolean): Promise<void> {
    const kept = await customers?.(listed)
    // Once the machine is on its way, the list is its own to show.
    if (loading || (!isWhole && begun.listed)) return
    if (listed.some(quotesFinding) || Object.keys(kept?.checks ?? {}).length > 0) {
      needed = 'main'
      const wanted = locale
      const next = await formatters.main(wanted)
      if (loading || (!isWhole && begun.listed)) return
      // Another language may have been chosen meanwhile; then its words come with it.
      if (locale === wanted) formatter = next
    }
    some = isWhole ? undefined : { listed, ...(kept ? { kept } : {}) }
    if (isWhole) begun = { ...begun, listed, ...(kept ? { kept } : {}) }
    show(draw())
  }

  async function listFirst(): Promise<void> {
    const listed = await list(async (partly) => {
      await showList(partly, false)
      // Reading on at once would take the processor from the page that draws it.
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
      // Another language may have been chosen while it was loaded.
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
      // The next call tries again.
      loading = undefined
      throw error
    }
  }

  async function adopt(changed: Settings, wanted: string): Promise<void> {
    settings = changed
    // The same view: what it shows beside the settings has not changed.
    if (wanted === locale) return show(view)
    locale = wanted
    const side = () => (loading ? 'main' : needed)
    const first = side()
    let next = await formatters[first](wanted)
    // The machine may have been asked for meanwhile, or the list may have come.
    if (side() !== first) next = await formatters[side()](wanted)
    if (locale !== wanted) return
    formatter = next
    if (there) there.speak(next)
    // A machine that is on its way shows the page itself, and numbers its views from those of before.
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
