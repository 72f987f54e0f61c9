import { COMMANDS, type Command } from '#contract/channels.ts'
import { PRODUCT } from '#contract/window-title.ts'
import { defined } from '#machines/defined.ts'
import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import type { WizardView } from '#messages/view.ts'
import { useWords } from '../language.tsx'
import { activity } from '../messages/activity.ts'
import { appBar } from '../messages/app-bar.ts'
import { desktop } from '../messages/desktop.ts'
import { firstContact } from '../messages/first-contact.ts'
import { footer } from '../messages/frame.ts'
import { keyDatesOfAll } from '../messages/key-dates-of-all.ts'
import { start } from '../messages/start.ts'
import { templates } from '../messages/templates.ts'
import type { Door } from '../pages/doors.ts'
import { useWizard } from '../wizard-context.tsx'

export interface Offer {
  readonly id: string
  readonly title: string
  readonly also?: string
  run(): void
}

/** Only navigation and reads: changes are confirmed on their own page and can't start from the search. */
type Showing = Extract<WizardEvent, { readonly type: 'GO_TO_PAGE' | 'GO_TO_STEP' | 'CHECK_AGAIN' }>

/** Pages, customers and menu commands that work right now. */
export function useOffers(): readonly Offer[] {
  const { view, send } = useWizard()
  const also: Readonly<Partial<Record<string, string>>> = useWords(desktop).search.also
  const pages = pageOffers(view, useWords(footer).checkAgain, send)
  const all = [...pages, ...useDoorOffers(), ...useCustomerOffers(), ...useCommandOffers()]
  return all.map((offer) => ({ ...offer, ...defined({ also: also[offer.id] }) }))
}

export function pageOffers(
  { can, stepper, pages }: Pick<WizardView, 'can' | 'stepper' | 'pages'>,
  checkAgain: string,
  send: (event: Showing) => void,
): readonly Offer[] {
  const show = (id: string, title: string, event: Showing): readonly Offer[] =>
    can.includes(event.type) ? [{ id, title, run: () => send(event) }] : []
  return [
    ...show('check-again', checkAgain, { type: 'CHECK_AGAIN' }),
    ...stepper.flatMap(({ id, title, state }) =>
      state === 'now' || state === 'closed' ? [] : show(id, title, { type: 'GO_TO_STEP', step: id }),
    ),
    ...pages.flatMap(({ page, title, now, open }) => (now || !open ? [] : show(page, title, { type: 'GO_TO_PAGE', page }))),
  ]
}

function useDoorOffers(): readonly Offer[] {
  const words = useWords(start)
  const bar = useWords(appBar)
  const dates = useWords(keyDatesOfAll)
  const own = useWords(templates)
  const { view, doors } = useWizard()
  const titles: Readonly<Record<Door, string>> = {
    home: bar.home,
    practise: bar.practice,
    connect: words.connect.go,
    dates: dates.heading,
    templates: own.heading,
  }
  // Dates and proposals need earlier work.
  const hasWork = (view.start?.engagements ?? []).length > 0
  const open: readonly Door[] = [
    'home',
    'practise',
    ...(view.start ? (['connect'] as const) : []),
    ...(hasWork ? (['dates', 'templates'] as const) : []),
  ]
  return doors.free
    ? open.flatMap((door) => (door === doors.now ? [] : [{ id: door, title: titles[door], run: () => doors.go(door) }]))
    : []
}

function useCustomerOffers(): readonly Offer[] {
  const { search: words } = useWords(desktop)
  const { view, doors, openEngagement } = useWizard()
  if (!doors.free) return []
  return (view.start?.engagements ?? []).flatMap(({ id, environment, customer, state }) =>
    state.kind === 'closed' || environment === ''
      ? []
      : [
          {
            id,
            title: words.openOf({ environment, customer }),
            run: () => openEngagement(id),
          },
        ],
  )
}

/** The menu's commands, by the titles of their dialogs. */
function useCommandOffers(): readonly Offer[] {
  const words = useWords(desktop)
  const { title: compare } = useWords(firstContact)
  const { title: runs } = useWords(activity)
  const { openOver } = useWizard()
  const titles: Readonly<Record<Command, string>> = {
    settings: words.settings.title,
    'new-window': words.newWindow.title,
    find: words.find.title,
    search: words.search.title,
    shortcuts: words.shortcuts.title,
    'whats-new': words.whatsNew.title,
    about: words.about.title({ product: PRODUCT }),
    help: words.help.title,
    report: words.report.title,
    licenses: words.licenses.title,
    'first-contact': compare,
    activity: runs,
  }
  return COMMANDS.flatMap((command) =>
    command === 'search' ? [] : [{ id: command, title: titles[command], run: () => openOver(command) }],
  )
}
