import { describe, expect, it } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { messages, serviceWord, serviceWordOr } from '#machines/procedure/service-words.ts'
import german from '#messages/de.json'
import { english } from '../../english.ts'

describe('a state that a service names', () => {
  it.each([
    ['Linked', 'Verknüpft (Linked)'],
    ['Running', 'Wird ausgeführt (Running)'],
    ['Customer', 'Kunde (Customer)'],
    ['Production', 'Produktion (Production)'],
  ])('%s stands beside its translation, and alone in English', (word, translated) => {
    const message = serviceWord(word)
    expect(english.text(message)).toBe(word)
    expect('messageId' in message && Object.entries(german).find(([id]) => id === message.messageId)?.[1]).toBe(translated)
  })

  it.each(['SomethingNew', 'constructor', ''])('%s is shown as it came, for no language knows it', (word) => {
    expect(serviceWord(word)).toEqual(verbatim(word))
  })

  it('has words of the wizard where the service named none', () => {
    expect(serviceWordOr(undefined, messages.linked)).toBe(messages.linked)
    expect(serviceWordOr('Linked', messages.failed)).toBe(messages.linked)
  })

  it('keeps the service’s word in every translation', () => {
    for (const message of Object.values(messages)) {
      const translated = Object.entries(german).find(([id]) => id === message.messageId)?.[1] ?? ''
      expect(translated).toContain(english.text(message))
    }
  })
})
