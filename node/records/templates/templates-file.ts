import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod/mini'
import { brokenTagRule, variableWithoutValue } from '#contract/template-rules.ts'
import { type Template, type Templates, templates } from '#contract/templates.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { readJson } from '#machines/parsed-json.ts'
import { moveFile } from '../../services/released-files.ts'
import { messages as listMessages } from '../customers/messages.ts'
import { asideOf, readKept, writeDurably } from '../engagement/durable-file.ts'
import { inTurnFor } from '../in-turn.ts'
import { templateMessages as messages } from './messages.ts'

/** Incremented for changes that older versions can't read. */
export const TEMPLATES_VERSION = 3

/** Safety limit in bytes. */
export const LARGEST_TEMPLATES = 2 * 1024 * 1024

const versioned = z.looseObject({ schema: z.int().check(z.positive()) })

export type ReadTemplates = { readonly ok: true; readonly templates: Templates } | { readonly ok: false; readonly why: DisplayText }

const placeOf = (where: readonly PropertyKey[]): string =>
  where.reduce<string>(
    (so, part) => (typeof part === 'number' ? `${so}[${part + 1}]` : so === '' ? String(part) : `${so}.${String(part)}`),
    '',
  ) || 'templates'

/** @param file its name, for messages */
export function readTemplates(content: string, file: string): ReadTemplates {
  const read = readJson(content, LARGEST_TEMPLATES)
  if (!read.ok)
    return { ok: false, why: read.problem === 'not-json' ? messages.noVersion({ file }) : messages.notRead({ file, why: read.why }) }
  const known = versioned.safeParse(read.value)
  if (!known.success) return { ok: false, why: messages.noVersion({ file }) }
  const { schema: version, ...rest } = known.data
  if (version > TEMPLATES_VERSION) return { ok: false, why: listMessages.newer({ file, version, known: TEMPLATES_VERSION }) }
  const parsed = templates.safeParse(rest)
  if (!parsed.success) return { ok: false, why: messages.otherAt({ file, place: placeOf(parsed.error.issues[0]?.path ?? []) }) }
  const problem = problemIn(parsed.data)
  return problem ? { ok: false, why: problem } : { ok: true, templates: parsed.data }
}

/** Rules beyond the schema; by the template's name. */
function problemIn({ list, chosen }: Templates): DisplayText | undefined {
  const names = new Set<string>()
  for (const each of list) {
    if (names.has(each.name.toLowerCase())) return messages.twice({ template: each.name })
    names.add(each.name.toLowerCase())
    const broken = brokenTagRule(each)
    if (broken) return messages.tags({ template: each.name, why: broken })
    const variable = variableWithoutValue(each)
    if (variable !== undefined) return messages.unknownVariable({ template: each.name, variable })
  }
  return chosen !== undefined && !list.some(({ name }) => name === chosen) ? messages.noSuch({ template: chosen }) : undefined
}

export const writeTemplates = (written: Templates): string => `${JSON.stringify({ schema: TEMPLATES_VERSION, ...written }, undefined, 1)}\n`

type Changed = { readonly ok: true; readonly value: Templates } | { readonly ok: false; readonly why: DisplayText }

export interface TemplatesFile {
  read(): Promise<Templates>
  change(wanted: Templates): Promise<Changed>
  /** Replaces templates of the same names. @param file its name, for messages */
  take(content: string, file: string): Promise<Changed>
  chosen(): Promise<Template | undefined>
}

const NONE: Templates = { list: [] }

/** @param now milliseconds since 1970-01-01T00:00:00Z */
export function templatesFile(file: string, now: () => number): TemplatesFile {
  const inTurn = inTurnFor(file)

  async function stored(): Promise<{ readonly templates: Templates; readonly damaged: boolean }> {
    try {
      const kept = await readKept(file, LARGEST_TEMPLATES)
      if (kept === undefined) return { templates: NONE, damaged: false }
      const read = kept.ok ? readTemplates(kept.bytes.toString('utf8'), path.basename(file)) : undefined
      return read?.ok ? { templates: read.templates, damaged: false } : { templates: NONE, damaged: true }
    } catch {
      return { templates: NONE, damaged: true }
    }
  }

  async function write(wanted: Templates): Promise<Changed> {
    const problem = problemIn(wanted)
    if (problem) return { ok: false, why: problem }
    try {
      await mkdir(path.dirname(file), { recursive: true })
      // Keeps the unreadable file for repair.
      if ((await stored()).damaged) await moveFile(file, asideOf(file, 'unreadable', now()))
      await writeDurably(file, writeTemplates(wanted))
      return { ok: true, value: wanted }
    } catch (error) {
      return { ok: false, why: messages.notSaved({ error: error instanceof Error ? error.message : String(error) }) }
    }
  }

  const read = async () => (await stored()).templates

  return {
    read,
    change: (wanted) => inTurn(() => write(wanted)),
    async take(content, from) {
      const taken = readTemplates(content, from)
      if (!taken.ok) return taken
      return inTurn(async () => {
        const { list, chosen } = await read()
        const others = list.filter(({ name }) => !taken.templates.list.some((each) => each.name.toLowerCase() === name.toLowerCase()))
        const all = [...others, ...taken.templates.list]
        const kept = chosen !== undefined && all.some(({ name }) => name === chosen) ? chosen : taken.templates.chosen
        return write({ list: all, ...(kept === undefined ? {} : { chosen: kept }) })
      })
    },
    async chosen() {
      const { list, chosen } = await read()
      return list.find(({ name }) => name === chosen)
    },
  }
}
