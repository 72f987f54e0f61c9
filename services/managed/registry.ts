import { managedMessages as messages } from '../../machines/managed/messages.ts'
import { type Accepted, acceptSettings, isSetting, refuse, unknownSetting } from './accept.ts'
import { LISTS } from './schema.ts'

/** A line of a value: name, type and data, with four spaces between them. Names and data may have spaces of their own. */
const VALUE = /^ {4}(.+?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/

const TEXT = 'REG_SZ'
const TEXTS = 'REG_MULTI_SZ'

/** How `reg query` writes the end of one string of several. */
const NEXT = '\\0'

/**
 * @param text what `reg query` printed about a key
 * @returns whether it has a subkey, whatever the case of its letters
 */
export const hasSubkey = (text: string, key: string): boolean =>
  text.split(/\r?\n/).some((line) => line.trim().toLowerCase() === key.toLowerCase())

/**
 * Reads a policy from what `reg query` printed about its key.
 * @param key with its whole path, as it's printed
 */
export function acceptRegistry(key: string, text: string): Accepted {
  const given: [name: string, value: string | readonly string[]][] = []
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.trim().toLowerCase() === key.toLowerCase()) continue
    const [, name, kind = '', data = ''] = VALUE.exec(line) ?? []
    // A subkey, or the rest of a text that has lines of its own: neither is a setting.
    if (name === undefined) return refuse(key, messages.whole.place({ source: key, problem: unknownSetting(line.trim()) }))
    const expected = LISTS.some((each) => each === name) ? TEXTS : TEXT
    if (isSetting(name) && kind !== expected)
      return refuse(key, messages.whole.place({ source: key, problem: messages.setting.kind({ name, kind, expected }) }))
    given.push([name, expected === TEXTS ? data.split(NEXT).filter((each) => each !== '') : data])
  }
  return acceptSettings(key, Object.fromEntries(given))
}
