import { afterAll, beforeAll } from 'vitest'
import { type Azurite, startAzurite } from './azurite.ts'

/** One storage emulator for all tests of a file. */
export function sharedAzurite(): Azurite {
  let started: Azurite | undefined
  beforeAll(async () => {
    started = await startAzurite()
  })
  afterAll(() => started?.stop())
  const emulator = (): Azurite => {
    if (!started) throw new Error('The storage emulator is there in tests alone.')
    return started
  }
  return {
    get url() {
      return emulator().url
    },
    get authority() {
      return emulator().authority
    },
    container: (name) => emulator().container(name),
    administer: (name, does) => emulator().administer(name, does),
    shiftClock: (seconds) => emulator().shiftClock(seconds),
    stop: () => emulator().stop(),
  }
}
