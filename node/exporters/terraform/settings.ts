import { quoteForTerraform as quoted } from '../quoting.ts'
import { attribute, type Entry, object } from './blocks.ts'

type Setting = string | number | boolean | readonly string[] | { readonly [name: string]: Setting }

const isList = (setting: Setting): setting is readonly string[] => Array.isArray(setting)

export const listOf = (texts: readonly string[]): string => `[${texts.map(quoted).join(', ')}]`

/** The body of a request in Terraform's own syntax. */
export const settingEntries = (settings: { readonly [name: string]: Setting }): readonly Entry[] =>
  Object.entries(settings).map(([name, setting]) => {
    if (isList(setting)) return attribute(name, listOf(setting))
    if (typeof setting === 'object') return object(name, settingEntries(setting))
    return attribute(name, typeof setting === 'string' ? quoted(setting) : String(setting))
  })
