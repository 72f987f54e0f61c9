import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { electronKeyring } from '#node/services/identity/keyring.ts'
import { filesIn } from '#node/services/identity/sealed-files.ts'
import { createSystemClock, systemClock } from '#node/services/identity/system-clock.ts'
import { testFolder } from '#test/folder.ts'

const storage = (available: boolean, backend?: string) => ({
  isEncryptionAvailable: () => available,
  encryptString: (text: string) => Buffer.from(`sealed ${text}`),
  decryptString: (content: Buffer) => content.toString().slice(7),
  ...(backend === undefined ? {} : { getSelectedStorageBackend: () => backend }),
})

describe('the system’s keyring', () => {
  it.each([
    ['win32', true, undefined, true],
    ['darwin', true, undefined, true],
    ['darwin', false, undefined, false],
    ['linux', true, 'gnome_libsecret', true],
    ['linux', true, 'kwallet6', true],
    ['linux', true, 'basic_text', false],
    ['linux', true, 'unknown', false],
    ['linux', true, undefined, false],
    ['linux', false, 'basic_text', false],
  ] as const)('on %s, available %s, backend %s is safe: %s', (platform, available, backend, safe) => {
    expect(electronKeyring(storage(available, backend), platform).isSafe()).toBe(safe)
  })

  it('seals and opens', () => {
    const keyring = electronKeyring(storage(true), 'win32')
    expect(keyring.unseal(keyring.seal('token'))).toBe('token')
  })
})

describe('the folder of sealed sign-ins', () => {
  it('is made when something is written, for this user alone, and holds no unfinished file', async () => {
    const folder = path.join(testFolder(), 'sign-ins')
    const files = filesIn(folder)
    expect(await files.list()).toEqual([])
    expect(await files.read('a')).toBeUndefined()
    await files.write('a', Buffer.from('one'))
    await files.write('a', Buffer.from('two'))
    expect(Buffer.from((await files.read('a')) ?? []).toString()).toBe('two')
    expect(await readdir(folder)).toEqual(['a'])
    if (process.platform !== 'win32') {
      expect((await stat(path.join(folder, 'a'))).mode & 0o777).toBe(0o600)
      expect((await stat(folder)).mode & 0o777).toBe(0o700)
    }
    await files.remove('a')
    await files.remove('a')
    expect(await files.list()).toEqual([])
  })

  it('that cannot be read is an error and not an empty folder', async () => {
    await expect(filesIn(path.join(testFolder({ file: '' }), 'file')).list()).rejects.toThrow('ENOTDIR')
  })
})

describe('real time', () => {
  it('is looked at once a minute, so that a computer that slept through a wait continues at once', async () => {
    let now = 0
    const paused: number[] = []
    const { sleep } = createSystemClock(
      () => now,
      async (milliseconds) => {
        paused.push(milliseconds)
        // Asleep for a day during the second timer.
        now += milliseconds + (paused.length === 2 ? 86_400_000 : 0)
      },
    )
    await sleep(3_600_000 * 10)
    expect(paused).toEqual([60_000, 60_000])
    await sleep(90_000)
    expect(paused.slice(2)).toEqual([60_000, 30_000])
  })

  it('is not waited for longer because the clock was set back', async () => {
    let now = 0
    const paused: number[] = []
    const { sleep } = createSystemClock(
      () => now,
      async (milliseconds) => {
        paused.push(milliseconds)
        now += milliseconds - (paused.length === 1 ? 86_400_000 : 0)
      },
    )
    await sleep(150_000)
    expect(paused).toEqual([60_000, 60_000, 30_000])
  })

  it('is not waited for when there is nothing to wait, and is canceled with the caller’s reason', async () => {
    await systemClock.sleep(0)
    await systemClock.sleep(-5)
    const controller = new AbortController()
    const waiting = systemClock.sleep(86_400_000 * 30, controller.signal)
    controller.abort(new Error('Closed.'))
    await expect(waiting).rejects.toThrow('Closed.')
    await expect(systemClock.sleep(10, controller.signal)).rejects.toThrow('Closed.')
  })
})
