import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { fromPromise, setup } from 'xstate'
import { statecharts } from './document.ts'
import { pictureOf } from './mermaid.ts'

const lines = (text: string): readonly string[] => text.split('\n').map((line) => line.trim())

/** A door with a lock that is turned by a motor. */
const door = setup({ actors: { motor: fromPromise(async () => undefined) }, guards: { hasKey: () => true } }).createMachine({
  id: 'door',
  initial: 'open',
  states: {
    open: { on: { PUSH: { target: 'shut' }, KNOCK: { actions: () => undefined } } },
    shut: {
      initial: 'free',
      on: { PULL: { target: 'open' }, RESET: { target: '.free' } },
      states: {
        free: { on: { TURN: { guard: 'hasKey', target: 'turning' } } },
        turning: { invoke: { id: 'motor-1', src: 'motor', onDone: { target: 'locked' }, onError: { target: '#door.open' } } },
        locked: { after: { 500: { target: 'free' } }, on: { TURN: { guard: () => true, target: '#door.open' } } },
      },
    },
  },
})

describe('docs/statechart.md', () => {
  it('shows the machines as they are; `npm run check -- statechart --write` writes it anew', async () => {
    expect(await readFile('docs/statechart.md', 'utf8')).toBe(statecharts())
  })
})

describe('the picture of a machine', () => {
  const drawn = lines(pictureOf(door).mermaid)

  it('begins where the machine begins, and shows states inside others', () => {
    expect(drawn[0]).toBe('stateDiagram-v2')
    expect(drawn).toEqual(
      expect.arrayContaining(['[*] --> open', 'state "shut" as shut {', '[*] --> shut_free', 'state "free" as shut_free']),
    )
  })

  it('names the guard that has a name, and no other', () => {
    expect(drawn).toContain('shut_free --> shut_turning : TURN [hasKey]')
    expect(drawn).toContain('shut --> open : PULL<br/>in turning, motor fails<br/>in locked, TURN')
  })

  it('says what a state runs, and names its outcomes by it', () => {
    expect(drawn).toContain('shut_turning : runs motor')
    expect(drawn).toContain('shut_turning --> shut_locked : motor ends')
    expect(drawn).toContain('shut_locked --> shut_free : RESET<br/>after 500')
  })

  it('draws an arrow into the state that it starts from from each state inside', () => {
    expect(drawn).toEqual(
      expect.arrayContaining([
        'shut_free --> shut_free : RESET',
        'shut_turning --> shut_free : RESET',
        'shut_locked --> shut_free : RESET<br/>after 500',
      ]),
    )
  })

  it('leaves out what changes no state', () => {
    expect(drawn.join()).not.toContain('KNOCK')
  })

  it('says in a table what would take many arrows', () => {
    const pages = ['first', 'second', 'third', 'fourth']
    const home = { guard: 'isFree' as const, target: 'home' }
    const book = setup({ guards: { isFree: () => true } }).createMachine({
      initial: 'home',
      states: {
        home: { on: { GO: pages.map((target) => ({ guard: () => true, target })) } },
        ...Object.fromEntries(pages.map((page) => [page, { on: { HOME: home } }])),
      },
    })
    const { mermaid, moves } = pictureOf(book)
    expect(mermaid).not.toContain('GO')
    expect(moves).toEqual([
      { event: 'GO', from: ['home'], to: pages, guards: [] },
      { event: 'HOME', from: pages, to: ['home'], guards: ['isFree'] },
    ])
  })
})
