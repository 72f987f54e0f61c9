import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { onTestFinished, vi } from 'vitest'
import type { Command, RawBridge } from '#contract/channels.ts'
import { type About, CALLS, type CallName, type CallReply, readReply } from '#contract/contract.ts'
import type { WizardView } from '#messages/view.ts'
import { App } from '#renderer/app.tsx'
import { createBridge } from '#renderer/bridge.ts'
import { createLanguage } from '#renderer/language.tsx'
import buttonStyles from '#renderer/primitives/button.module.css'
// Loaded with the test's file, so that no test waits for what is fetched later.
import '#renderer/connect/connect-page.tsx'
import '#renderer/desktop/desktop.tsx'
import '#renderer/home/engagements.tsx'
import '#renderer/practice/practice-page.tsx'
import '#renderer/pages/tenant-pages.tsx'
import '#renderer/pickers/person-field.tsx'
import 'virtual:messages/window/de'
import 'virtual:messages/window/en-XA'
import 'virtual:messages/window/en-XB'

/** The window's page, drawn in a document without a browser, with a stand-in for main derived from the same contract. */
export interface Shown {
  /** Calls of the page to main, in order; every argument was parsed by the contract. */
  readonly calls: readonly { readonly name: CallName; readonly argument: unknown }[]
  push(view: WizardView): Promise<void>
  /** As the menu asks for it. */
  command(command: Command): Promise<void>
  /** Sets main's reply to a call. */
  give<
    Name extends
      | 'check:read'
      | 'report:list'
      | 'report:copy'
      | 'report:save'
      | 'team:read'
      | 'team:move'
      | 'templates:read'
      | 'templates:change'
      | 'brand:choose-logo'
      | 'certificate:choose'
      | 'board:save'
      | 'customers:save'
      | 'script:write'
      | 'script:save'
      | 'about:read'
      | 'removal:read'
      | 'calendar:save'
      | 'first-contact:make'
      | 'people:search'
      | 'vault-name:check',
  >(name: Name, value: Extract<CallReply<Name>, { ok: true }>['value'] | Promise<Extract<CallReply<Name>, { ok: true }>['value']>): void
  /** Answers the next call with this instead of "done". */
  refuseNext(why: string): void
  /** The one element of that role and name. Names are compared by their text without spaces around. */
  button(name: string): HTMLButtonElement
  maybeButton(name: string): HTMLButtonElement | undefined
  /** One of several boxes with explanations, by its title. */
  radio(name: string): HTMLInputElement
  field(label: string): HTMLInputElement | HTMLSelectElement
  click(element: Element): Promise<void>
  type(element: HTMLInputElement | HTMLSelectElement, value: string): Promise<void>
  press(
    element: Element,
    key: string,
    held?: { readonly shiftKey?: boolean; readonly ctrlKey?: boolean; readonly isComposing?: boolean },
  ): Promise<void>
  /** Everything that can be read on the page. */
  text(): string
}

const nameOf = (element: Element): string => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim()

function prepareDocument(matching: readonly string[]): void {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  localStorage.clear()
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => setTimeout(callback))
  vi.stubGlobal('cancelIdleCallback', (id: number) => clearTimeout(id))
  window.matchMedia = (query) => {
    const list = new EventTarget()
    return Object.assign(list, {
      matches: matching.includes(query),
      media: query,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    })
  }
}

const ABOUT: About = {
  version: '0.2.0',
  license: 'MIT',
  electron: '45.4.1',
  chromium: '142.0.0.0',
  node: '22.20.0',
  packages: [{ name: 'react', version: '19.3.1', license: 'MIT' }],
}

/** As main makes them. */
export const DIAGNOSTICS = '{\n  "version": "0.2.0"\n}'

/** Main's first reply: a view, or the reason for none. */
type First = Awaited<ReturnType<RawBridge['getView']>>

function standIn(first: First) {
  const calls: { name: CallName; argument: unknown }[] = []
  const listeners = new Set<(view: WizardView) => void>()
  const commanded = new Set<(command: unknown) => void>()
  let refusal: string | undefined
  const values = new Map<CallName, unknown>([
    ['script:write', { kind: 'nothing-planned' }],
    ['script:save', {}],
    ['report:save', {}],
    ['report:list', []],
    ['report:copy', {}],
    ['change-request:save', { savedAs: 'cmk-change-request.html' }],
    ['calendar:save', {}],
    ...(['templates:read', 'templates:change', 'templates:open'] as const).map((name) => [name, { list: [] }] as const),
    ['templates:save', {}],
    ...(['brand:read', 'brand:change', 'brand:choose-logo'] as const).map((name) => [name, { name: 'Fabrikam' }] as const),
    ['certificate:choose', {}],
    ['about:read', ABOUT],
    ['removal:read', { remove: [], stays: [], gone: [] }],
    ['removal:save', { savedAs: 'remove-cmk.sh' }],
    ['diagnostics:read', DIAGNOSTICS],
    [
      'licenses:read',
      [
        { of: 'app', text: 'MIT License' },
        { of: 'main', text: '# Licenses' },
      ],
    ],
    [
      'first-contact:make',
      { summary: '9 answers compared.', differences: [], refused: [], settled: [], held: ['GET azure /subscriptions'], file: '{\n}\n' },
    ],
    ['first-contact:save', { savedAs: 'cmk-wizard-recording.json' }],
    ['vault-name:check', { is: 'free', text: 'The name is available' }],
    ['people:search', { kind: 'people', people: [] }],
    ['hand-over:save', { savedAs: 'cmk-hand-over.json', sha256: 'd'.repeat(64) }],
  ])
  const raw: RawBridge = {
    async call(asked, argument) {
      const name = asked as CallName
      const parsed = CALLS[name].takes.parse(argument)
      calls.push({ name, argument: parsed })
      const why = refusal
      refusal = undefined
      const given = values.get(name)
      const value = given instanceof Promise ? await given : given
      return readReply(name, why === undefined ? { ok: true, ...(value === undefined ? {} : { value }) } : { ok: false, why })
    },
    getView: async () => structuredClone(first),
    onView(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onCommand(listener) {
      commanded.add(listener)
      return () => commanded.delete(listener)
    },
  }
  return {
    raw,
    calls,
    values,
    push: (view: WizardView) => {
      for (const listener of listeners) listener(structuredClone(view))
    },
    command: (command: Command) => {
      for (const listener of commanded) listener(command)
    },
    refuseNext: (why: string) => {
      refusal = why
    },
  }
}

/**
 * Draws the page for a view.
 * @param matching media queries that hold
 */
export async function show(view: First, matching: readonly string[] = []): Promise<Shown> {
  prepareDocument(matching)
  const main = standIn(view)
  const host = document.createElement('div')
  document.body.append(host)
  const root = createRoot(host)
  const language = createLanguage()
  onTestFinished(async () => {
    await act(async () => root.unmount())
    host.remove()
    vi.unstubAllGlobals()
  })
  await act(async () => root.render(<App bridge={createBridge(main.raw, () => language.current().text)} language={language} />))
  await settle()

  const buttons = () => [...host.querySelectorAll('button')]
  const maybeButton = (name: string) => buttons().find((button) => nameOf(button) === name)
  const button = (name: string): HTMLButtonElement => {
    const found = maybeButton(name)
    if (!found) throw new Error(`There is no button "${name}". There are: ${buttons().map(nameOf).join(', ')}.`)
    return found
  }
  const change = async (work: () => void) => {
    await act(async () => work())
    await settle()
  }
  return {
    calls: main.calls,
    push: (next) => change(() => main.push(next)),
    command: (command) => change(() => main.command(command)),
    give: (name, value) => void main.values.set(name, value),
    refuseNext: main.refuseNext,
    button,
    maybeButton,
    field(label) {
      const of = [...host.querySelectorAll('label')].find((each) => nameOf(each) === label)?.htmlFor
      const found = of === undefined ? null : document.getElementById(of)
      if (found instanceof HTMLInputElement || found instanceof HTMLSelectElement) return found
      throw new Error(`There is no field "${label}".`)
    },
    radio(name) {
      const found = [...host.querySelectorAll<HTMLInputElement>('input[type=radio]')].find(
        (each) => document.getElementById(each.getAttribute('aria-labelledby') ?? '')?.textContent === name,
      )
      if (!found) throw new Error(`There is no radio button "${name}".`)
      return found
    },
    click: (element) => change(() => element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }))),
    type: (element, value) =>
      change(() => {
        // React listens to the native setter, not to an assignment it made itself.
        const prototype = element instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype
        Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value)
        element.dispatchEvent(new Event(element instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
      }),
    press: (element, key, held = {}) =>
      change(() => element.dispatchEvent(new KeyboardEvent('keydown', { key, ...held, bubbles: true, cancelable: true }))),
    text: () => host.textContent ?? '',
  }
}

/** The events that the page has sent to the machine, in order. */
export const sent = ({ calls }: Shown): readonly unknown[] =>
  calls.filter(({ name }) => name === 'wizard:send').map(({ argument }) => argument)

/** The boxes to choose one of several things from. */
export const radios = (): readonly HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('main input[type=radio]')]

/** Copied texts, in order. */
export const copied = ({ calls }: Shown): readonly unknown[] =>
  calls.filter(({ name }) => name === 'clipboard:write').map(({ argument }) => argument)

export const PRIMARY = `.${buttonStyles['primary']}`

/** The buttons that a page is for, unless they refuse to be pressed. */
export const primaryButtons = (): readonly (string | null)[] =>
  [...document.querySelectorAll('button')].filter((button) => button.matches(PRIMARY)).map(({ textContent }) => textContent)

/** Lets scripts that are loaded later arrive, and what they draw be drawn. */
async function settle(): Promise<void> {
  await act(async () => {
    await import('#renderer/pages/tenant-pages.tsx')
    await import('#renderer/connect/connect-page.tsx')
    await import('#renderer/practice/practice-page.tsx')
    await import('#renderer/home/engagements.tsx')
    await import('#renderer/desktop/desktop.tsx')
    await import('virtual:messages/window/en-XA')
    await import('virtual:messages/window/en-XB')
    await new Promise((resolve) => setTimeout(resolve))
  })
}
