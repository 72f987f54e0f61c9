import { managedMessages as messages } from '../../machines/managed/messages.ts'
import { type Accepted, acceptSettings, isSetting, refuse, unknownSetting } from './accept.ts'
import { LISTS } from './schema.ts'

/** A value's name, type and data, separated by four spaces. Names and data may contain spaces. */
const VALUE = /^ {4}(.+?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/

const TEXT = 'REG_SZ'
const TEXTS = 'REG_MULTI_SZ'

/** String separator in the output of `reg query`. */
const NEXT = '\\0'

/** @param text output of `reg query` @returns whether the key has a subkey, case-insensitive */
export const hasSubkey = (text: string, key: string): boolean =>
  text.split(/\r?\n/).some((line) => line.trim().toLowerCase() === key.toLowerCase())

/** Parses the output of `reg query`. @param key full path as printed */
export function acceptRegistry(key: string, text: string): Accepted {
  const given: [name: string, value: string | readonly string[]][] = []
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.trim().toLowerCase() === key.toLowerCase()) continue
    const [, name, kind = '', data = ''] = VALUE.exec(line) ?? []
    // A subkey or multiline text, neither a setting.
    if (name === undefined) return refuse(key, messages.whole.place({ source: key, problem: unknownSetting(line.trim()) }))
    const expected = LISTS.some((each) => each === name) ? TEXTS : TEXT
    if (isSetting(name) && kind !== expected)
      return refuse(key, messages.whole.place({ source: key, problem: messages.setting.kind({ name, kind, expected }) }))
    given.push([name, expected === TEXTS ? data.split(NEXT).filter((each) => each !== '') : data])
  }
  return acceptSettings(key, Object.fromEntries(given))
}
