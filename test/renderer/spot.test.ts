// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { spotOf } from '#renderer/frame/spotlight.tsx'

/** Each element says which share of the window it fills. */
const areaOf = (element: Element): number => Number(element.getAttribute('data-area') ?? 1)

const spotOn = (id: string): string | undefined => {
  const pointed = document.getElementById(id)
  return pointed ? spotOf(pointed, areaOf).id : undefined
}

describe('the spotlight falls', () => {
  beforeEach(() => {
    document.body.innerHTML = `
      <main id="page" data-area="0.9">
        <section id="card" data-area="0.3"><p id="paragraph" data-area="0.1"><b id="word" data-area="0.01">word</b></p></section>
        <section id="long" data-area="0.8"><div id="part" data-area="0.2"><b id="inside" data-area="0.01">word</b></div></section>
      </main>`
  })

  it('on the card that the pointed word is in', () => {
    expect(spotOn('word')).toBe('card')
    expect(spotOn('card')).toBe('card')
  })

  it('on the largest part that leaves something dark, where the card fills the window', () => {
    expect(spotOn('inside')).toBe('part')
  })

  it('on what is pointed at, where even that fills the window', () => {
    expect(spotOn('page')).toBe('page')
  })
})
