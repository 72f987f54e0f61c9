import { managedMessages as messages } from '#machines/managed/messages.ts'
import {
  ALLOWED_CLOUDS,
  ALLOWED_WAYS,
  MANAGED_SETTINGS,
  type ManagedRefused,
  type ManagedSetting,
  type ManagedSettings,
} from '#machines/managed/settings.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { readJson } from '#machines/parsed-json.ts'
import { CHANNELS } from '#machines/updates/update.ts'
import { lineOf, lineOfError, twiceIn } from '../lines-of-json.ts'
import { managedSchema, NEEDS } from './schema.ts'

export type Accepted = { readonly settings: ManagedSettings } | ManagedRefused

/** @param command remedy for an administrator */
export const refuse = (source: string, meaning: DisplayText, command?: string): ManagedRefused => ({
  source,
  problem: {
    title: messages.refused.title,
    meaning,
    remedy: command === undefined ? messages.refused.remedy : messages.refused.remedyByCommand({ command }),
    owner: 'you',
  },
})

export const isSetting = (name: unknown): name is ManagedSetting => MANAGED_SETTINGS.some((each) => each === name)

const { setting: words, whole } = messages

const EXPECTED: Readonly<Record<ManagedSetting, (name: string) => DisplayText>> = {
  AllowedClouds: (name) => words.someOf({ name, choices: ALLOWED_CLOUDS }),
  AllowedSignInMethods: (name) => words.someOf({ name, choices: ALLOWED_WAYS }),
  DefaultTenant: (name) => words.tenant({ name }),
  Proxy: (name) => words.proxy({ name }),
  ProxyExceptions: (name) => words.hosts({ name }),
  CertificateAuthorities: (name) => words.path({ name }),
  TeamStoreAddress: (name) => words.container({ name }),
  TeamStoreTenant: (name) => words.tenant({ name }),
  Updates: (name) => words.only({ name, choice: 'off' }),
  UpdateFeed: (name) => words.feed({ name }),
  UpdateChannel: (name) => words.oneOf({ name, choices: CHANNELS }),
}

/** Repeats an unknown name only if it can't mislead. */
export const unknownSetting = (name: string): DisplayText =>
  /^[\w.-]{1,64}$/.test(name) ? words.unknown({ name, known: MANAGED_SETTINGS }) : words.unnamed({ known: MANAGED_SETTINGS })

/** Validates a policy's settings. @param source name for messages @param lineFor line of a setting, if the source has lines */
export function acceptSettings(source: string, given: unknown, lineFor?: (setting: string) => number): Accepted {
  const at = (name: string, problem: DisplayText): ManagedRefused =>
    refuse(source, lineFor ? whole.line({ source, line: lineFor(name), problem }) : whole.place({ source, problem }))
  const parsed = managedSchema.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const [name] = issue?.path ?? []
    if (isSetting(name)) return at(name, EXPECTED[name](name))
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
    return unknown === undefined ? refuse(source, whole.notObject({ source })) : at(unknown, unknownSetting(unknown))
  }
  const settings = parsed.data
  const alone = NEEDS.find(([setting, other]) => settings[setting] !== undefined && settings[other] === undefined)
  return alone ? at(alone[0], words.needs({ name: alone[0], other: alone[1] })) : { settings }
}

function problemOfTwice(name: string | undefined): DisplayText {
  if (name === undefined) return words.deep
  return isSetting(name) ? words.twice({ name }) : unknownSetting(name)
}

/** From JSON text, without duplicate members. */
export function acceptJson(source: string, bytes: Uint8Array): Accepted {
  let text: string
  try {
    // Without the byte order mark of some Windows editors.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse(source, whole.notText({ source }))
  }
  const read = readJson(text)
  if (!read.ok)
    return refuse(
      source,
      read.problem === 'too-deep'
        ? whole.line({ source, line: lineOfError(text), problem: problemOfTwice(undefined) })
        : whole.notJson({ source, line: lineOfError(text) }),
    )
  const twice = twiceIn(text)
  if (twice) return refuse(source, whole.line({ source, line: twice.line, problem: problemOfTwice(twice.name) }))
  return acceptSettings(source, read.value, (setting) => lineOf(text, [setting]))
}
