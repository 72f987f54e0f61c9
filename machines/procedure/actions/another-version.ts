import type { AnotherEachTime } from '../../engine/action.ts'

/** A key that is created once more gets another version, and everything that uses the key moves to it. */
export const anotherVersion: AnotherEachTime = {
  id: 'F-405',
  part: 'key',
  service: 'Key Vault',
  why: 'Done once more, it makes a second version of the key, and everything that uses the key moves to it.',
  remedy: 'Wait some minutes and check again. Confirm only after you looked at the key’s versions in the Azure portal and it is not there.',
  byHand: ['In the Azure portal, open the key vault, Keys, the key.', 'Look at its versions and when they were created.'],
  source: 'power-platform-keys',
}
