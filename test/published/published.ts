import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv-draft-04'
import { z } from 'zod'
import type { Exchange } from './recorded.ts'

/** Microsoft's published interfaces, reduced to the clients' calls; a collection beside the project, not part of it. */
const FOLDER = fileURLToPath(new URL('../../../shared/fixtures/azure/', import.meta.url))

export const exists = existsSync(`${FOLDER}contracts.json`)
if (!exists) console.info(`Skipped: the published contracts are not at ${FOLDER}.`)

const reference = z.object({ $ref: z.string() })

const contractsFile = z.object({
  operations: z.array(
    z.object({
      operation: z.string(),
      plane: z.enum(['arm', 'data']),
      version: z.string(),
      method: z.string(),
      path: z.string(),
      query: z.array(z.string()),
      longRunning: z.boolean(),
      request: reference.optional(),
      responses: z.record(z.string(), reference.nullable()),
    }),
  ),
  definitions: z.record(z.string(), z.record(z.string(), z.json())),
})

export type Operation = z.output<typeof contractsFile>['operations'][number]

const example = z.object({ name: z.string(), code: z.number(), body: z.json() })
export type Example = z.output<typeof example>

const read = (name: string): unknown => JSON.parse(readFileSync(`${FOLDER}${name}.json`, 'utf8'))

const contracts = exists ? contractsFile.parse(read('contracts')) : { operations: [], definitions: {} }

export const { operations } = contracts

/** Answers that Microsoft publishes as examples, by their operation. */
export const examples: Readonly<Record<string, readonly Example[]>> = exists
  ? z.record(z.string(), z.array(example)).parse(read('examples'))
  : {}

const ajv = new Ajv({ strict: false, allErrors: true })
ajv.addSchema({ id: 'contracts', definitions: contracts.definitions })

/** Violations of a schema. */
function problems({ $ref }: z.output<typeof reference>, value: unknown): readonly string[] {
  const validate = ajv.getSchema(`contracts${$ref}`)
  if (!validate) throw new Error(`There is no schema ${$ref}.`)
  if (validate(value)) return []
  return (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`)
}

const pageSchema = z.object({ properties: z.object({ value: z.unknown(), nextLink: z.unknown() }) })

/** Parts of a path that stand for several segments, or for none. */
const SEVERAL = new Set(['scope', 'resourceUri', 'parentResourcePath'])

/** Clients leave the version out of the address of the newest one. */
const MAY_BE_LEFT_OUT = new Set(['key-version'])

function patternOf(path: string): RegExp {
  const source = path
    .split('/')
    .slice(1)
    .map((segment) => {
      const name = /^\{(.+)\}$/.exec(segment)?.[1]
      if (name === undefined) return `/${segment.replaceAll('.', '\\.')}`
      if (SEVERAL.has(name)) return '(?:/[^/]+)*'
      return MAY_BE_LEFT_OUT.has(name) ? '(?:/[^/]*)?' : '/[^/]+'
    })
    .join('')
  return new RegExp(`^${source}$`, 'i')
}

const patterns = new Map(operations.map((operation) => [operation, patternOf(operation.path)]))

/** The wording that says most of an address is the one that is meant: `/keys/{name}/versions` and not `/keys/{name}/{version}`. */
const written = ({ path }: Operation): number => path.replaceAll(/\{[^}]+\}/g, '').length

/** How the two kinds of hosts are called. */
function planeOf({ host }: URL): Operation['plane'] | undefined {
  if (host === 'management.azure.com') return 'arm'
  return /\.(?:vault|managedhsm)\.azure\.net$/.test(host) ? 'data' : undefined
}

/** True if Microsoft publishes a contract for an address. */
export const isPublished = ({ url }: Exchange): boolean => planeOf(url) !== undefined

export function operationOf({ method, url }: Pick<Exchange, 'method' | 'url'>): Operation | undefined {
  const path = url.pathname.replaceAll(/\/{2,}/g, '/')
  return operations
    .filter((operation) => operation.plane === planeOf(url) && operation.method === method && patterns.get(operation)?.test(path))
    .toSorted((one, other) => written(other) - written(one))[0]
}

/** Parsed text; nothing where there is none. */
const parsed = (text: string): unknown => (text === '' ? undefined : JSON.parse(text))

/** True if a list can be paged, with the next page in its answer. */
export function comesInPages({ responses }: Operation): boolean {
  const name = responses['200']?.$ref.split('/').at(-1)
  return name !== undefined && pageSchema.safeParse(contracts.definitions[name]).success
}

/** Violations of a request's contract. */
export function requestProblems({ url, body }: Exchange, { query, request }: Operation): readonly string[] {
  const unknown = [...url.searchParams.keys()].filter((name) => !query.some((each) => each.toLowerCase() === name.toLowerCase()))
  const sent = parsed(body)
  const content = request ? problems(request, sent ?? {}) : sent === undefined ? [] : ['/ a body where the contract has none']
  return [...unknown.map((name) => `?${name} is not in the contract`), ...content]
}

/** Violations of a successful answer's contract. */
export function answerProblems(status: number, answer: string, { responses }: Operation): readonly string[] {
  const schema = responses[String(status)]
  if (schema === undefined) return [`/ the contract has no answer ${status}`]
  return schema === null ? [] : problems(schema, parsed(answer))
}
