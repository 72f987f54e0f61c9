import { request as httpsRequest } from 'node:https'
import { createPipelineRequest } from '@azure/core-rest-pipeline'
import { describe, expect, test } from 'vitest'
import { createPracticeClock, realTimers } from '#node/practice/clock.ts'
import { createFaults, type Fault, type FaultRule, readFaultRule } from '#node/practice/faults.ts'
import { practiceHttpClient } from '#node/practice/http-client.ts'
import { toldBy } from '#node/services/told-error.ts'
import { english } from '../../english.ts'
import { SAME_FOR_A_READING } from '../../faults/same-for-a-reading.ts'
import { certificates, servePractice } from '../services/identity/entering.ts'
import { BAP, GROUP_PATH, NOW, practise } from './practise.ts'

const GROUP: Pick<FaultRule, 'method' | 'path'> = { method: 'PUT', path: '/subscriptions/*/resourceGroups/*' }

/** Makes a resource group while a fault is at it: once. */
async function make(fault: Fault) {
  const practised = practise('ready-to-enable')
  practised.tenant.faults.set({ ...GROUP, fault })
  const body = { location: 'eastus' }
  const answer = await practised.arm('PUT', GROUP_PATH, { body }).catch((reason: unknown) => reason)
  return { answer, made: practised.tenant.inspect().resourceGroups.length === 1, writes: practised.tenant.writes().length }
}

describe('a fault instead of the service', () => {
  test.each([
    ['401-expired', 401],
    ['401-wrong-audience', 401],
    ['401-claims-challenge', 401],
    ['403', 403],
    ['404', 404],
    ['409-busy', 409],
    ['412', 412],
    ['429-seconds', 429],
    ['429-date', 429],
    ['500', 500],
    ['502-html', 502],
    ['503', 503],
    ['unknown-code', 400],
    ['clock-skew', 429],
  ] as const)('%s answers %i, and nothing is written', async (fault, status) => {
    const { answer, made, writes } = await makeAnswered(fault)
    expect([answer.status, made, writes]).toEqual([status, false, 0])
  })

  test.each(['time-out-before', 'reset-before'] as const)('%s: no answer, and nothing is written', async (fault) => {
    const { answer, made, writes } = await make(fault)
    expect(answer).toBeInstanceOf(Error)
    expect([made, writes]).toEqual([false, 0])
  })

  test('says when to come back in either form, by the clock that it tells', async () => {
    const wait = async (fault: Fault) => (await makeAnswered(fault)).answer.headers.get('retry-after') ?? ''
    expect(await wait('429-seconds')).toBe('5')
    expect(Date.parse(await wait('429-date'))).toBe(NOW + 5000)
    const { headers } = (await makeAnswered('clock-skew')).answer
    expect(Date.parse(headers.get('retry-after') ?? '') - Date.parse(headers.get('date') ?? '')).toBe(5000)
    expect(Date.parse(headers.get('date') ?? '')).toBe(NOW + 3_600_000)
  })
})

async function makeAnswered(fault: Fault) {
  const { answer, ...rest } = await make(fault)
  if (answer instanceof Error || typeof answer !== 'object' || answer === null) throw answer
  const { status, headers, raw, body } = answer as Awaited<ReturnType<ReturnType<typeof practise>['arm']>>
  return { answer: { status, headers, raw, body }, ...rest }
}

describe('a fault after the service', () => {
  test.each(['time-out-after', 'reset-after'] as const)('%s: it is written, and the answer is lost', async (fault) => {
    const { answer, made, writes } = await make(fault)
    expect(answer).toBeInstanceOf(Error)
    expect([made, writes]).toEqual([true, 1])
  })

  test.each([
    ['409-already-so', 409],
    ['500-after', 500],
    ['slow-body', 201],
    ['cut-body', 201],
    ['empty-body', 201],
    ['unknown-state', 201],
    ['wrong-content-type', 201],
  ] as const)('%s: it is written, and the answer is spoilt', async (fault, status) => {
    const { answer, made, writes } = await makeAnswered(fault)
    expect([answer.status, made, writes]).toEqual([status, true, 1])
    const sound = (await makeAnswered('slow-body')).answer
    if (fault !== 'slow-body') expect(answer.raw).not.toEqual(sound.raw)
  })

  test.each([...SAME_FOR_A_READING])('%s is %s to a reading', async (after, before) => {
    const read = async (fault: Fault) => {
      const { bap, tenant } = practise('ready-to-enable')
      // Every request is counted, those that read as well.
      const stateOf = () => JSON.stringify(tenant.inspect(), (name, value: unknown) => (name === 'requests' ? 0 : value))
      const was = stateOf()
      tenant.faults.set({ method: 'GET', path: `${BAP}/**`, fault })
      const answer = await bap('GET', '/scopes/admin/environments').then(
        ({ status, body }) => ({ status, body }),
        (reason: unknown) => String(reason),
      )
      return { answer, was, is: stateOf() }
    }
    const { answer, was, is } = await read(after)
    expect([answer, is]).toEqual([(await read(before)).answer, was])
  })

  test('unknown states replace every state in the answer', async () => {
    const { bap, tenant } = practise('ready-to-enable')
    tenant.faults.set({ method: 'GET', path: `${BAP}/scopes/admin/environments`, fault: 'unknown-state' })
    const { body } = await bap('GET', '/scopes/admin/environments')
    expect(JSON.stringify(body)).toContain('"provisioningState":"Unheardof"')
    expect(JSON.stringify(body)).not.toContain('Succeeded')
  })

  test('unknown states also replace a state that is an object with an ID, and nothing else changes', async () => {
    const { bap, tenant } = practise('busy-environment')
    const filter = encodeURIComponent(`environment eq '${tenant.scenario.environmentId}'`)
    const paths = [`/lifecycleOperations?$filter=${filter}`, '/scopes/admin/environments']
    const read = async () => (await Promise.all(paths.map(async (path) => (await bap('GET', path)).raw.body))).join('\n')
    const sound = await read()
    tenant.faults.set({ method: 'GET', path: `${BAP}/**`, fault: 'unknown-state' })
    const spoilt = await read()
    for (const word of [
      '"state":{"id":"Running"',
      '"management":{"id":"Ready"',
      '"protectionLevel":"Standard"',
      '"instanceState":"Ready"',
    ]) {
      expect(sound).toContain(word)
      expect(spoilt).not.toContain(word)
      expect(spoilt).toContain(word.replace(/"\w+"$/, '"Unheardof"'))
    }
    const others = (text: string): string =>
      text.replaceAll(/"(?:Unheardof|Running|NotStarted|Succeeded|Ready|Enabled|Linking|Linked|Standard|Basic|Microsoft|Customer)"/g, '')
    expect(others(spoilt)).toBe(others(sound))
  })
})

describe('rules', () => {
  test('match calls by method, path and number, in any case, until they are removed', () => {
    const faults = createFaults([{ method: 'get', path: '/A/*/c', nth: 2, fault: '403' }])
    const asked = ['/a/b/c', '/a/b/b/c', '/a/x/C/', '/a/b/c'].map((path) => faults.meeting('GET', path))
    expect(asked).toEqual([undefined, undefined, '403', undefined])
    const { callOff, met } = faults.set({ method: '*', path: '/**', fault: '500' })
    expect(faults.meeting('POST', '/any.thing/at/all')).toBe('500')
    expect(met()).toBe(1)
    callOff()
    expect(faults.meeting('POST', '/any.thing/at/all')).toBeUndefined()
  })

  test('a dot in a path is a dot', () => {
    expect(createFaults([{ method: 'GET', path: '/a.b', fault: '403' }]).meeting('GET', '/axb')).toBeUndefined()
  })

  test('are read from a line', () => {
    expect(readFaultRule('POST /**/link 1 time-out-after')).toEqual({ method: 'POST', path: '/**/link', nth: 1, fault: 'time-out-after' })
    expect(readFaultRule('* /subscriptions 503')).toEqual({ method: '*', path: '/subscriptions', fault: '503' })
    for (const wrong of ['', 'GET', 'GET /a', 'GET /a 418', 'GET /a 0 503', 'GET /a 1.5 503', 'GET a 503', 'GET /a 1 503 more'])
      expect(readFaultRule(wrong), wrong).toBeUndefined()
  })
})

describe('in process', () => {
  test.each([
    ['time-out-before', /No answer within 100 seconds/],
    ['reset-after', /ECONNRESET/],
    ['cut-body', /aborted/],
  ] as const)('%s is what the network’s own client would say', async (fault, words) => {
    const { tenant } = practise('ready-to-enable')
    tenant.faults.set({ method: '*', path: '/**', fault })
    const request = createPipelineRequest({ url: 'https://management.azure.com/subscriptions?api-version=2022-12-01' })
    const failed = await practiceHttpClient(tenant)
      .sendRequest(request)
      .catch((reason: unknown) => reason)
    expect(failed).toBeInstanceOf(Error)
    expect(english.text(toldBy(failed) ?? String(failed))).toMatch(words)
  })

  test('a hundred seconds, or a slow body, pass on the practice clock alone', async () => {
    const { tenant, clock } = practise('ready-to-enable')
    tenant.faults.set({ method: '*', path: '/**', nth: 1, fault: 'slow-body' })
    const url = 'https://management.azure.com/subscriptions?api-version=2022-12-01'
    await practiceHttpClient(tenant).sendRequest(createPipelineRequest({ url }))
    expect(clock.now() - NOW).toBe(30_000)
  })
})

describe('over HTTPS', () => {
  /** Asks once, and gives up where no answer is to come. */
  async function ask(fault: Fault): Promise<string> {
    const clock = createPracticeClock({ wall: Date.now, timers: realTimers, speed: Number.POSITIVE_INFINITY, longest: 0 })
    const { server } = await servePractice({ clock, faults: [{ method: 'GET', path: '/subscriptions', fault }] })
    const arm = server.addresses().find(({ origin }) => origin === 'https://management.azure.com')?.address
    const { token } = server.tenant.tokenFor('ada', 'https://management.azure.com/.default')
    return new Promise((resolve) => {
      const headers = { authorization: `Bearer ${token}` }
      const asked = httpsRequest(
        `${arm}/subscriptions?api-version=2022-12-01`,
        { headers, ca: certificates.authority, agent: false },
        (answer) => {
          let text = ''
          answer.on('data', (chunk: Buffer) => {
            text += chunk.toString()
          })
          answer.once('end', () => resolve(`${answer.statusCode} ${isWhole(text) ? 'whole' : 'broken'}`))
          answer.once('error', () => resolve(`${answer.statusCode}, then cut`))
        },
      )
      asked.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
      asked.setTimeout(fault.startsWith('time-out') ? 300 : 30_000, () => {
        resolve('silence')
        asked.destroy()
      })
      asked.end()
    })
  }

  const isWhole = (text: string): boolean => {
    try {
      return JSON.parse(text) !== undefined
    } catch {
      return false
    }
  }

  test.each([
    ['time-out-before', 'silence'],
    ['reset-after', 'ECONNRESET'],
    ['slow-body', '200 whole'],
    ['cut-body', '200, then cut'],
    ['malformed-json', '200 broken'],
    ['503', '503 whole'],
    ['redirect-elsewhere', '302 broken'],
  ] as const)('%s: %s', async (fault, seen) => {
    expect(await ask(fault)).toBe(seen)
  })
})
