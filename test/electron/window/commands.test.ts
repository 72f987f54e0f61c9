import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import type { Command } from '#contract/channels.ts'
import { commandsOf } from '#electron/window/commands.ts'

function menu() {
  const shown: Command[] = []
  const page = Object.assign(new EventEmitter(), { send: (_channel: string, command: Command) => void shown.push(command) })
  const navigate = (isMainFrame: boolean, isSameDocument: boolean) => page.emit('did-start-navigation', { isMainFrame, isSameDocument })
  return { ...commandsOf(page), shown, navigate, crash: () => page.emit('render-process-gone') }
}

it('asks a page that listens at once', () => {
  const { ask, listens, shown } = menu()
  listens()
  ask('find')
  ask('about')
  expect(shown).toEqual(['find', 'about'])
})

it('asks once, as soon as the page listens, for the last of what was asked for before', () => {
  const { ask, listens, shown } = menu()
  ask('settings')
  ask('about')
  expect(shown).toEqual([])
  listens()
  listens()
  expect(shown).toEqual(['about'])
})

it.each<readonly [string, (to: ReturnType<typeof menu>) => void, readonly Command[]]>([
  ['is loaded again', ({ navigate }) => void navigate(true, false), ['find']],
  ['has lost its process', ({ crash }) => void crash(), ['find']],
  ['moves to another place of itself', ({ navigate }) => void navigate(true, true), ['settings', 'find']],
  ['has a frame that is loaded', ({ navigate }) => void navigate(false, false), ['settings', 'find']],
])('waits where the page %s only for as long as no one listens', (_what, happens, expected) => {
  const to = menu()
  to.listens()
  happens(to)
  to.ask('settings')
  to.ask('find')
  to.listens()
  expect(to.shown).toEqual(expected)
})
