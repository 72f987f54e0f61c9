import { CLOUDS } from '#machines/cloud/cloud.ts'
import { defined } from '#machines/defined.ts'
import type { Clock } from '#machines/engine/clock.ts'
import { isArray, isObject, type Json, RECORDING, type Recorded, type Recording } from '#machines/procedure/first-contact/recording.ts'
import { SECONDS } from '#machines/procedure/first-contact/structure.ts'
import { readsOnly } from '../services/azure/reads-only.ts'
import type { RequestWatch } from '../services/azure/request-watch.ts'
import { connectServices } from '../services/azure/services.ts'
import type { OpenTenant } from '../services/open-tenant.ts'
import { createPracticeClock, type Timers } from './clock.ts'
import type { HttpRequest, HttpResponse } from './exchange.ts'
import { practiceHttpClient } from './http-client.ts'
import type { Scenario } from './scenario.ts'
import { messages } from './scenario-messages.ts'
import { json } from './service.ts'
import type { Person } from './state.ts'

/** Replays a recording: per request the recorded answers in order, then the last one again. */
export function recordedAnswers({ answers }: Recording): (request: HttpRequest) => HttpResponse {
  const all = new Map<string, Recorded[]>()
  for (const each of answers) {
    const key = keyOf(each.method, each.url, each.signedIn)
    all.set(key, [...(all.get(key) ?? []), each])
  }
  return ({ method, url, headers }) => {
    const left = all.get(keyOf(method, url, headers['authorization'] !== undefined))
    const answer = left && left.length > 1 ? left.shift() : left?.[0]
    if (answer) return responseOf(answer)
    return method === 'GET' || method === 'HEAD' ? NOT_RECORDED : READ_ONLY
  }
}

function moved(json: Json, by: number, name = ''): Json {
  if (isArray(json)) return json.map((each) => moved(each, by, name))
  if (isObject(json)) return Object.fromEntries(Object.entries(json).map(([each, value]) => [each, moved(value, by, each.toLowerCase())]))
  if (typeof json === 'number') return SECONDS.includes(name) ? json + Math.round(by / 1000) : json
  if (typeof json !== 'string' || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(json)) return json
  const at = Date.parse(json)
  return Number.isNaN(at) ? json : new Date(at + by).toISOString()
}

/** A tenant served from a recording, read-only. */
export function servedRecording(recording: Recording, now: number) {
  const { account, answers, choices } = recording
  const { objectId, userName, displayName, directoryRoles, tenantId, tenantName, homeTenantId } = account
  const person: Person = {
    id: RECORDING,
    objectId,
    userName,
    displayName,
    directoryRoles,
    standing: homeTenantId === undefined ? 'member' : 'delegated',
    ...(homeTenantId === undefined
      ? {}
      : { home: { tenantId: homeTenantId, identityProvider: `https://sts.windows.net/${homeTenantId}/` } }),
  }
  const by = now - recording.at
  const answered = recordedAnswers({
    ...recording,
    answers: answers.map((each) => (each.body === undefined ? each : { ...each, body: moved(each.body, by) })),
  })
  const scenario: Scenario = {
    name: RECORDING,
    title: messages.recording,
    story: messages.recordingStory,
    person: RECORDING,
    choices,
    environmentId: choices.environmentId ?? '',
    promise: { end: 'encrypted' },
    build: () => undefined,
  }
  return {
    scenario,
    people: [person],
    automation: objectId,
    answers: answered,
    company: { id: tenantId, name: tenantName, domain: userName.split('@').at(-1) ?? tenantName },
  }
}

const READ_ONLY = json(405, { error: { code: 'ReadOnly', message: 'This is a recording. Nothing in it can be changed.' } })

const NOT_RECORDED = json(404, { error: { code: 'NotRecorded', message: 'The recording has no answer to this request.' } })

function keyOf(method: string, url: string, signedIn: boolean): string {
  const { host, pathname, searchParams } = new URL(url)
  const path = decodeURIComponent(pathname)
    .replaceAll(/\/{2,}/g, '/')
    .replace(/\/$/, '')
  const query = [...searchParams].map(([name, value]) => `${name}=${value}`).toSorted()
  return `${signedIn} ${method} ${host}${path}?${query.join('&')}`.toLowerCase()
}

const FORMS = { empty: '', page: '<!doctype html><title>Recorded</title>', text: 'Recorded' } as const

const responseOf = ({ status, headers, body, form = 'empty' }: Recorded): HttpResponse => ({
  status,
  headers,
  body: body === undefined ? FORMS[form] : JSON.stringify(body),
})

interface RecordedOptions {
  readonly timers: Timers
  readonly random: () => number
  /** Real milliseconds since opening. Absent: time stands still and waiting takes none. */
  readonly elapsed?: () => number
  readonly watch?: RequestWatch
}

function clockAt(at: number, { timers, elapsed }: RecordedOptions): Clock & ReturnType<typeof createPracticeClock> {
  return createPracticeClock(
    elapsed
      ? { wall: () => at + elapsed(), timers, speed: 1, longest: Number.POSITIVE_INFINITY }
      : { wall: () => at, timers, speed: Number.POSITIVE_INFINITY, longest: 0 },
  )
}

/** Opens a recording read-only, through the real clients. */
export function openRecorded(recording: Recording, options: RecordedOptions): OpenTenant {
  const { account, choices } = recording
  const clock = clockAt(recording.at, options)
  const answers = recordedAnswers(recording)
  const cloud = Object.values(CLOUDS).find(({ id }) => id === recording.cloud) ?? CLOUDS.commercial
  const services = connectServices({
    cloud,
    account,
    clock,
    random: options.random,
    credential: { getToken: async () => ({ token: 'recorded', expiresOnTimestamp: 0 }) },
    httpClient: readsOnly(practiceHttpClient({ clock, handle: async (request) => answers(request) })),
    ...defined({ watch: options.watch }),
  })
  return {
    tenant: {
      account,
      cloud: cloud.name,
      chosen: choices,
      practice: { scenario: RECORDING, title: messages.recording, story: messages.recordingStory, readOnly: true },
    },
    services,
    clock,
    random: options.random,
    cloud,
    recorded: recording,
    ...defined({ suggested: choices.policy && { administratorObjectId: choices.policy.administratorObjectId } }),
  }
}
