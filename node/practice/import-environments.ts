import { readdir } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod'
import { DEEPEST_JSON, readJson } from '#machines/parsed-json.ts'
import { FileNotRead, readRegularText } from '#node/services/regular-file.ts'
import { type EnvironmentPayload, environmentPayload } from './environment-payload.ts'
import { guid, seededRandom } from './random.ts'

export type FoundFile = { readonly file: string; readonly text: string } | { readonly file: string; readonly refused: string }

export interface Imported {
  readonly environments: readonly EnvironmentPayload[]
  /** Files or environments that were rejected, with reasons. */
  readonly refused: readonly { readonly file: string; readonly why: string }[]
  /** Changes on import. */
  readonly notices: readonly { readonly file: string; readonly what: string }[]
}

/** In bytes: some thousand environments. */
const LARGEST = 32 * 1024 * 1024

/** Reads every `*.json` of a folder in order of name. @throws Error with a message for the person if the folder is unreadable */
export async function importEnvironments(folder: string): Promise<Imported> {
  return takeIn(await filesOf(folder))
}

async function filesOf(folder: string): Promise<FoundFile[]> {
  let names: string[]
  try {
    names = await readdir(folder)
  } catch (reason) {
    throw new Error(
      `The folder ${folder} cannot be read, so no environments come from it (${reason instanceof Error ? reason.message : String(reason)}). Name a folder with *.json files in it.`,
    )
  }
  const wanted = names.filter((name) => name.toLowerCase().endsWith('.json')).sort()
  return Promise.all(wanted.map((name) => fileOf(folder, name)))
}

async function fileOf(folder: string, file: string): Promise<FoundFile> {
  const place = path.join(folder, file)
  try {
    return { file, text: await readRegularText(place, LARGEST) }
  } catch (reason) {
    if (reason instanceof FileNotRead)
      return { file, refused: reason.fault === 'too-large' ? `is larger than ${LARGEST / 1024 / 1024} MB` : 'is not a file' }
    return { file, refused: `cannot be read: ${reason instanceof Error ? reason.message : String(reason)}` }
  }
}

const errorBody = z.looseObject({ error: z.looseObject({ code: z.string() }) })
const operationBody = z.looseObject({ state: z.looseObject({ id: z.string() }), type: z.looseObject({ id: z.string() }) })
const listBody = z.looseObject({ value: z.array(z.unknown()) })
const typed = z.looseObject({ type: z.string() })

type Taken = Map<string, { readonly file: string; readonly displayName: string }>

/** Validates environments; the first with an ID keeps it. */
export function takeIn(files: readonly FoundFile[]): Imported {
  const environments: EnvironmentPayload[] = []
  const refused: { file: string; why: string }[] = []
  const notices: { file: string; what: string }[] = []
  const taken: Taken = new Map()
  for (const found of files) {
    const { file } = found
    const candidates = 'text' in found ? candidatesOf(found.text) : found.refused
    if (typeof candidates === 'string') {
      refused.push({ file, why: candidates })
      continue
    }
    for (const [index, candidate] of candidates.entries()) {
      const verdict = judge(candidate, `${file}#${index}`, taken)
      if ('why' in verdict) {
        refused.push({ file, why: candidates.length > 1 ? `in place ${index + 1} ${verdict.why}` : verdict.why })
        continue
      }
      if (verdict.notice !== undefined) notices.push({ file, what: verdict.notice })
      taken.set(verdict.payload.name.toLowerCase(), { file, displayName: verdict.payload.properties.displayName })
      environments.push(verdict.payload)
    }
  }
  return { environments, refused, notices }
}

/**
 * Validates one environment. A repeated ID with another display name was masked and gets a new ID; with the same name it is a duplicate.
 */
function judge(candidate: unknown, place: string, taken: Taken): { payload: EnvironmentPayload; notice?: string } | { why: string } {
  const parsed = environmentPayload.safeParse(candidate)
  if (!parsed.success) return { why: `is not an environment of the admin API: ${problems(parsed.error)}` }
  const payload = parsed.data
  const { displayName } = payload.properties
  const before = taken.get(payload.name.toLowerCase())
  if (!before) return { payload }
  if (before.displayName === displayName)
    return { why: `holds the environment ${displayName} (${payload.name}) once more; the one in ${before.file} is kept` }
  const own = renamed(payload, place)
  return {
    payload: own,
    notice: `its environment ${displayName} has the id ${payload.name} like ${before.displayName} in ${before.file}, so here it is ${own.name}`,
  }
}

/** Candidate environments of a file, or why there are none. */
function candidatesOf(text: string): unknown[] | string {
  const read = readJson(text, LARGEST)
  if (!read.ok) return read.problem === 'too-deep' ? `is nested more than ${DEEPEST_JSON} levels deep` : 'is not JSON'
  const content: unknown = read.value
  const error = errorBody.safeParse(content)
  if (error.success) return `is an error answer (${error.data.error.code}), not an environment`
  if (operationBody.safeParse(content).success) return 'is a lifecycle operation, not an environment'
  const list = listBody.safeParse(content)
  if (!list.success) return [content]
  if (list.data.value.length === 0) return 'is an empty list'
  const kind = typed.safeParse(list.data.value[0]).data?.type
  if (kind && !/environments$/i.test(kind)) return `is a list of ${kind}, not of environments`
  return list.data.value
}

const problems = (error: z.ZodError): string =>
  error.issues
    .slice(0, 3)
    .map(({ path: where, message }) => `${where.join('.') || 'the whole'}: ${message}`)
    .join('; ')

/** A new ID derived from where it was found. */
function renamed(payload: EnvironmentPayload, place: string): EnvironmentPayload {
  const name = guid(seededRandom(place))
  return { ...payload, name, id: `/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/${name}` }
}
