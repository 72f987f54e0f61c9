import type { AnotherEachTime } from '../../engine/action.ts'
import { actionMessages as messages } from './messages.ts'

/** Creating a key again adds a version, and everything that uses the key moves to it. */
export const anotherVersion: AnotherEachTime = {
  id: 'F-405',
  part: 'key',
  service: 'Key Vault',
  why: messages.anotherVersionWhy,
  remedy: messages.f405Remedy,
  byHand: [messages.anotherVersionManual1, messages.anotherVersionManual2],
  source: 'power-platform-keys',
}
