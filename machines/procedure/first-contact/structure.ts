import { defined } from '../../defined.ts'
import { parsedJson } from '../../parsed-json.ts'
import type { Choices } from '../choices.ts'
import type { SignedInAccount } from '../services/services.ts'
import { type Known, memberAt, REFUSED } from './known.ts'
import { operationOf } from './operations.ts'
import { Pseudonyms } from './pseudonyms.ts'
import { type Heard, isArray, isObject, type Json, RECORDED_AT, type Recorded, type Recording } from './recording.ts'
import { isDictionary, isRegion, isWordList, isWordMember, listOf, looksLikeWord, plainPath } from './words.ts'

export const HEADERS: readonly string[] = [
  ...[
    'content-type',
    'retry-after',
    'www-authenticate',
    'x-ms-correlation-request-id',
    'x-ms-correlation-id',
    'x-ms-request-id',
    'request-id',
  ],
]

/** Times in seconds. */
export const SECONDS: readonly string[] = ['exp', 'nbf', 'created', 'updated', 'deleteddate', 'scheduledpurgedate']

export interface ToRecord {
  readonly wizard: string
  readonly cloud: string
  /** Nothing in it is real. */
  readonly practice?: true | undefined
  readonly account: SignedInAccount
  readonly choices: Choices
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  readonly heard: readonly Heard[]
}

/** Extracts the structure, without any string of the tenant. */
export function recordingOf({ wizard, cloud, practice, account, choices, at, heard }: ToRecord, known: Known): Recording {
  const pseudonyms = new Pseudonyms(RECORDED_AT - at)
  const asked = heard.map((each) => ({ ...each, url: pseudonyms.url(each.url), json: parsed(each.text) }))
  const owned = new Set<string>()
  const placed = asked.map((each) => ({ ...each, operation: each.status >= 400 ? REFUSED : operationOf(each.method, each.url) }))
  for (const { json, operation } of placed) if (json !== undefined) collect(json, '', operation, known, owned)
  const taking: Taking = { pseudonyms, known, owned }
  const answers = placed.map(({ method, url, signedIn, status, headers, text, json, operation }): Recorded => {
    const rest = json === undefined ? { form: formOf(text, headers) } : { body: kept(json, '', operation, taking) }
    return { method, url, signedIn, status, headers: headersOf(headers, pseudonyms), ...rest }
  })
  return {
    format: 'cmk-wizard-recording',
    version: 1,
    wizard,
    cloud,
    at: RECORDED_AT,
    ...defined({ practice }),
    account: accountOf(account, pseudonyms),
    choices: choicesOf(choices, pseudonyms),
    answers: withoutRepeats(answers),
  }
}

interface Taking {
  readonly pseudonyms: Pseudonyms
  readonly known: Known
  readonly owned: ReadonlySet<string>
}

function parsed(text: string): Json | undefined {
  const read = parsedJson(text)
  return typeof read === 'object' && read !== null ? read : undefined
}

function formOf(text: string, headers: Heard['headers']): NonNullable<Recorded['form']> {
  if (text.trim() === '') return 'empty'
  return /html/i.test(headers['content-type'] ?? '') || /^\s*</.test(text) ? 'page' : 'text'
}

const joined = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

const wordAt = (operation: string, path: string): boolean =>
  isWordMember(path) || (plainPath(path) === 'value.name' && operation.endsWith('/locations'))

/** Collects strings that only the tenant can have produced. */
function collect(json: Json, path: string, operation: string, known: Known, into: Set<string>): void {
  if (typeof json === 'string' && !wordAt(operation, path)) into.add(json.toLowerCase())
  if (isArray(json)) for (const each of json) collect(each, `${path}[]`, operation, known, into)
  if (!isObject(json)) return
  for (const [name, value] of Object.entries(json)) {
    if (isDictionary(path)) into.add(name.toLowerCase())
    collect(value, joined(path, name), operation, known, into)
  }
}

function blank(json: Json): Json {
  if (isArray(json)) return []
  if (isObject(json)) return {}
  if (typeof json === 'string') return ''
  return typeof json === 'number' ? 0 : json
}

function kept(json: Json, path: string, operation: string, taking: Taking): Json {
  if (isArray(json)) return json.map((each) => kept(each, `${path}[]`, operation, taking))
  if (isObject(json)) return keptObject(json, path, operation, taking)
  if (typeof json === 'string') return keptText(json, path, operation, taking)
  const name = plainPath(path).split('.').at(-1) ?? ''
  if (typeof json === 'number' && SECONDS.includes(name)) return Math.round(taking.pseudonyms.time(json * 1000) / 1000)
  return json
}

function keptObject(json: { readonly [name: string]: Json }, path: string, operation: string, taking: Taking): Json {
  const { pseudonyms, known } = taking
  return Object.fromEntries(
    Object.entries(json).map(([name, value]): readonly [string, Json] => {
      const at = joined(path, name)
      if (isDictionary(path)) return [pseudonyms.name(name), blank(value)]
      if (isWordList(path)) return [wordOr(name, `${path}.keys`, taking), blank(value)]
      if (memberAt(known, operation, at)) return [name, kept(value, at, operation, taking)]
      return [memberName(name, taking), blank(value)]
    }),
  )
}

function keptText(text: string, path: string, operation: string, taking: Taking): string {
  const { pseudonyms } = taking
  const name = plainPath(path).split('.').at(-1) ?? ''
  if (text === '') return text
  if (name === 'n') return pseudonyms.modulus(text)
  // Keeps the sentence that the wizard relies on; other messages may contain anything.
  if (name === 'message') return NOT_INTEGRATED.exec(text)?.[0] ?? pseudonyms.name(text)
  if (wordAt(operation, path)) return wordOr(text, path, taking)
  return pseudonyms.text(text)
}

/** Dataverse's message for an environment without finance and operations. */
const NOT_INTEGRATED = /integrated with finance and operations/i

/** Keeps words of Microsoft's, even unknown ones, unless the tenant uses them elsewhere. */
function wordOr(text: string, path: string, { pseudonyms, known, owned }: Taking): string {
  const list = listOf(path)
  if (isRegion(text) || (list !== undefined && known.words[list]?.some((word) => word.toLowerCase() === text.toLowerCase()))) return text
  return looksLikeWord(path, text) && !owned.has(text.toLowerCase()) ? text : pseudonyms.text(text)
}

/** Keeps an unknown member's name only if it looks like an identifier. */
const memberName = (name: string, { pseudonyms, owned }: Taking): string =>
  /^@?[a-z_$][\w.@$-]{0,59}$/i.test(name) && !/\d{4}|[0-9a-f]{8}/i.test(name) && !owned.has(name.toLowerCase())
    ? name
    : pseudonyms.name(name)

function headersOf(headers: Heard['headers'], pseudonyms: Pseudonyms): Recorded['headers'] {
  const read = Object.entries(headers).flatMap(([name, value]): readonly (readonly [string, string])[] => {
    const lower = name.toLowerCase()
    return HEADERS.includes(lower) ? [[lower, headerValue(lower, value, pseudonyms)]] : []
  })
  return Object.fromEntries(read)
}

function headerValue(name: string, value: string, pseudonyms: Pseudonyms): string {
  if (name === 'content-type') return /^[\w./+-]{1,60}(?:; ?[\w.-]{1,30}=[\w.-]{1,30}){0,4}$/.test(value) ? value : 'other'
  if (name === 'retry-after') return /^\d{1,6}$/.test(value) ? value : '60'
  return name === 'www-authenticate' ? pseudonyms.quoted(value) : pseudonyms.text(value)
}

function accountOf(account: SignedInAccount, pseudonyms: Pseudonyms): SignedInAccount {
  const { objectId, userName, displayName, tenantId, homeTenantId, tenantName, directoryRoles, isApplication } = account
  return {
    objectId: pseudonyms.text(objectId),
    userName: pseudonyms.text(userName),
    displayName: pseudonyms.text(displayName),
    tenantId: pseudonyms.text(tenantId),
    tenantName: pseudonyms.text(tenantName),
    ...(homeTenantId === undefined ? {} : { homeTenantId: pseudonyms.text(homeTenantId) }),
    ...(isApplication === undefined ? {} : { isApplication }),
    directoryRoles: directoryRoles.map((role) => pseudonyms.text(role)),
  }
}

function choicesOf({ environmentId, policy }: Choices, pseudonyms: Pseudonyms): Recording['choices'] {
  const text = (given: string): string => pseudonyms.text(given)
  return {
    ...(environmentId === undefined ? {} : { environmentId: text(environmentId) }),
    ...(policy === undefined
      ? {}
      : {
          policy: {
            ...policy,
            subscriptionId: text(policy.subscriptionId),
            resourceGroup: text(policy.resourceGroup),
            vaultName: text(policy.vaultName),
            vaultResourceGroup: text(policy.vaultResourceGroup),
            keyName: text(policy.keyName),
            policyName: text(policy.policyName),
            administratorObjectId: text(policy.administratorObjectId),
            region: isRegion(policy.region) ? policy.region : text(policy.region),
            ...(policy.tags === undefined
              ? {}
              : { tags: policy.tags.map(({ name, value }) => ({ name: text(name), value: text(value) })) }),
          },
        }),
  }
}

function withoutRepeats(answers: readonly Recorded[]): readonly Recorded[] {
  const last = new Map<string, string>()
  return answers.filter((answer) => {
    const key = `${answer.method} ${answer.url} ${answer.signedIn}`
    const said = JSON.stringify([answer.status, answer.body, answer.form])
    const isNew = last.get(key) !== said
    last.set(key, said)
    return isNew
  })
}
