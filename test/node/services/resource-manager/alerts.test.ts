import { describe, expect, it } from 'vitest'
import { actionGroupBody, emailReceiver } from '#machines/procedure/actions/mail-alerts/action-group.ts'
import { english } from '#test/english.ts'
import { bench, SUBSCRIPTION, VAULT_ID } from '../azure/stand-in.ts'

const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Insights/actionGroups/customer-managed-key`
const TOPIC = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.EventGrid/systemTopics/topic`
const EVENT = 'Microsoft.KeyVault.KeyNearExpiry'

const subscription = (filter: object | undefined, destination: object = {}, scope = `${VAULT_ID}/providers/Microsoft.EventGrid`) => ({
  id: `${scope}/eventSubscriptions/s`,
  properties: { destination: { endpointType: 'MonitorAlert', properties: { actionGroups: [GROUP] }, ...destination }, filter },
})

/** Subscriptions on the vault itself, and in a system topic of the vault. */
const listed = (onVault: readonly object[], inTopic: readonly object[] = []) =>
  bench(({ url }) => {
    if (url.pathname === `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.EventGrid/systemTopics`)
      return {
        status: 200,
        body: {
          value: [
            { id: TOPIC, properties: { source: VAULT_ID.toUpperCase() } },
            { id: `${TOPIC}2`, properties: { source: '/other' } },
          ],
        },
      }
    return { status: 200, body: { value: url.pathname.startsWith(TOPIC) ? inTopic : onVault } }
  })

describe('the alerts before a key expires', () => {
  it.each([
    ['the event alone', { includedEventTypes: ['Microsoft.KeyVault.KeyExpired', EVENT.toLowerCase()] }, {}, true],
    ['every event', undefined, {}, true],
    ['every event, by its name', { includedEventTypes: ['All'] }, {}, true],
    ['another event', { includedEventTypes: ['Microsoft.KeyVault.KeyExpired'] }, {}, false],
    ['events of this key', { includedEventTypes: [EVENT], subjectBeginsWith: 'CMK', subjectEndsWith: 'key' }, {}, true],
    [
      'events of this key in another case',
      { includedEventTypes: [EVENT], subjectBeginsWith: 'CMK', isSubjectCaseSensitive: true },
      {},
      false,
    ],
    ['events of another key', { includedEventTypes: [EVENT], subjectBeginsWith: 'other' }, {}, false],
    ['what an advanced filter lets through', { includedEventTypes: [EVENT], advancedFilters: [{}] }, {}, false],
    ['a webhook', { includedEventTypes: [EVENT] }, { endpointType: 'WebHook', properties: {} }, false],
  ])('are those that get %s', async (_, filter, destination, isOne) => {
    const { services } = listed([subscription(filter, destination)])
    const read = await services.azure.listNearExpiryAlerts(VAULT_ID, 'cmk-key')
    expect(read).toEqual({ ok: true, value: isOne ? [{ id: subscription({}).id, actionGroups: [GROUP] }] : [] })
  })

  it('are looked for in the system topics of the vault as well, each once', async () => {
    const inTopic = subscription(undefined, {}, TOPIC)
    const { services } = listed([subscription(undefined)], [inTopic, subscription(undefined)])
    expect(await services.azure.listNearExpiryAlerts(VAULT_ID, 'cmk-key')).toMatchObject({
      value: [{ id: subscription({}).id }, { id: inTopic.id }],
    })
  })

  it('are none where the subscription isn’t registered for events', async () => {
    const { services } = bench(() => ({ status: 409, body: { error: { code: 'MissingSubscriptionRegistration', message: 'No.' } } }))
    expect(await services.azure.listNearExpiryAlerts(VAULT_ID, 'cmk-key')).toEqual({ ok: true, value: [] })
  })

  it('are unknown where the system topics can’t be read', async () => {
    const { services } = bench(({ url }) =>
      url.pathname.endsWith('/systemTopics')
        ? { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'No.' } } }
        : { status: 200, body: { value: [] } },
    )
    expect(await services.azure.listNearExpiryAlerts(VAULT_ID, 'cmk-key')).toMatchObject({ ok: false, refusal: { reason: 'forbidden' } })
  })

  it.each(['Creating', 'Updating', 'Deleting', 'Canceled', 'Failed', 'AwaitingManualAction'])(
    'are none where the subscription is not in effect: %s',
    async (provisioningState) => {
      const made = subscription({ includedEventTypes: [EVENT] })
      const { services } = listed([{ ...made, properties: { ...made.properties, provisioningState } }])
      expect(await services.azure.listNearExpiryAlerts(VAULT_ID, 'cmk-key')).toEqual({ ok: true, value: [] })
    },
  )

  /** Azure's answers to the PUT and to each later GET. */
  const created = (...states: readonly (string | undefined)[]) => {
    const made = subscription({ includedEventTypes: [EVENT] })
    let turn = 0
    let isAccepted = false
    return bench(({ method }) => {
      isAccepted ||= method === 'PUT'
      if (!isAccepted) return { status: 200, body: { value: [] } }
      const provisioningState = states[Math.min(turn, states.length - 1)]
      turn += 1
      const body = { ...made, properties: { ...made.properties, provisioningState } }
      if (method === 'PUT') return { status: 201, body }
      return { status: 200, body: { value: provisioningState === undefined ? [] : [body] } }
    })
  }
  const alert = { vaultId: VAULT_ID, name: 's', actionGroup: GROUP }

  it('are waited for, as long as Azure creates the subscription or doesn’t show it', async () => {
    const { services, seen, slept } = created('Creating', undefined, 'Creating', 'Succeeded')
    expect(await services.azure.alertNearExpiry(alert)).toEqual({ ok: true, value: { id: subscription({}).id, actionGroups: [GROUP] } })
    expect(seen.map(({ method }) => method)).toEqual(['GET', 'PUT', 'GET', 'GET', 'GET'])
    expect(slept).toEqual([5_000, 5_000, 5_000])
  })

  it.each([
    [['Creating', 'Failed'], 'conflict', 'Azure accepted the event subscription s, but its state is Failed.'],
    [['Creating', 'Canceled'], 'conflict', 'Azure accepted the event subscription s, but its state is Canceled.'],
    [['AwaitingManualAction'], 'not-ready', 'Azure is still creating the event subscription s.'],
    [['Creating', undefined], 'unavailable', 'Azure accepted the event subscription s but doesn’t show it.'],
  ] as const)('end in a refusal where they come to nothing: %j', async (states, reason, message) => {
    const { services } = created(...states)
    const answer = english.all(await services.azure.alertNearExpiry(alert))
    expect(answer).toMatchObject({ ok: false, refusal: { reason, message, taken: true } })
  })

  it.each([
    ['Creating', GROUP, ['GET', 'GET']],
    ['SomethingNew', GROUP.toUpperCase(), ['GET', 'GET']],
    ['Creating', `${GROUP}-2`, ['GET', 'PUT']],
    ['Failed', GROUP, ['GET', 'PUT']],
  ])('are not sent again where Azure has accepted the subscription: %s, for %s', async (provisioningState, group, methods) => {
    const own = subscription({ includedEventTypes: [EVENT] }, { properties: { actionGroups: [group] } })
    const { services, seen } = bench(({ method }) => {
      const body = { ...own, properties: { ...own.properties, provisioningState: seen.length > 1 ? 'Succeeded' : provisioningState } }
      return method === 'PUT' ? { status: 201, body } : { status: 200, body: { value: [body] } }
    })
    expect(await services.azure.alertNearExpiry(alert)).toMatchObject({ ok: true })
    expect(seen.map(({ method }) => method)).toEqual(methods)
  })

  it('take the event in the schema that an alert needs', async () => {
    const { services, seen } = bench(({ method }) =>
      method === 'GET' ? { status: 200, body: { value: [] } } : { status: 201, body: subscription(undefined) },
    )
    expect(await services.azure.alertNearExpiry({ vaultId: VAULT_ID, name: 's', actionGroup: GROUP })).toMatchObject({ ok: true })
    expect(seen.map(({ method }) => method)).toEqual(['GET', 'PUT'])
    expect(JSON.parse(seen[1]?.body ?? '')).toMatchObject({
      properties: {
        destination: { endpointType: 'MonitorAlert', properties: { actionGroups: [GROUP] } },
        filter: { includedEventTypes: [EVENT] },
        eventDeliverySchema: 'CloudEventSchemaV1_0',
      },
    })
  })
})

describe('the people an alert tells', () => {
  const group = (properties: object) => ({ id: GROUP, name: 'g', type: 't', location: 'Global', tags: { owner: 'kim' }, properties })
  const receiver = (emailAddress: string, status = 'Enabled') => ({ name: emailAddress, emailAddress, status })

  it('is who gets mail, apart from who asked for none', async () => {
    const emailReceivers = [receiver('a@contoso.example'), receiver('b@contoso.example', 'Disabled')]
    const { services } = bench(() => ({ status: 200, body: group({ enabled: true, emailReceivers }) }))
    expect(await services.azure.readActionGroup(GROUP)).toEqual({
      ok: true,
      value: { id: GROUP, emails: ['a@contoso.example'], unsubscribed: ['b@contoso.example'] },
    })
  })

  it('is no one while the group is turned off', async () => {
    const { services } = bench(() => ({ status: 200, body: group({ enabled: false, emailReceivers: [receiver('a@contoso.example')] }) }))
    expect(await services.azure.readActionGroup(GROUP)).toMatchObject({ value: { emails: [] } })
  })

  it('gets one more without losing anyone, or anything else', async () => {
    const properties = {
      groupShortName: 'x',
      enabled: false,
      emailReceivers: [receiver('a@contoso.example')],
      smsReceivers: [{ name: 's', phoneNumber: '1', status: 'Disabled' }],
    }
    const { services, seen } = bench(() => ({ status: 200, body: group(properties) }))
    await services.azure.mailAlerts(GROUP, ['A@contoso.example', 'b@contoso.example'])
    expect(seen.map(({ method }) => method)).toEqual(['GET', 'PUT'])
    expect(JSON.parse(seen[1]?.body ?? '')).toEqual({
      location: 'Global',
      tags: { owner: 'kim' },
      // Azure alone says who gets mail.
      properties: {
        groupShortName: 'x',
        enabled: true,
        emailReceivers: [{ name: 'a@contoso.example', emailAddress: 'a@contoso.example' }, emailReceiver('b@contoso.example')],
        smsReceivers: [{ name: 's', phoneNumber: '1' }],
      },
    })
  })

  it('is created where there is no group', async () => {
    const { services, seen } = bench(({ method }) =>
      method === 'GET'
        ? { status: 404, body: { error: { code: 'ResourceNotFound', message: 'No.' } } }
        : { status: 201, body: group({ enabled: true, emailReceivers: [receiver('a@contoso.example')] }) },
    )
    expect(await services.azure.mailAlerts(GROUP, ['a@contoso.example'])).toMatchObject({ value: { emails: ['a@contoso.example'] } })
    expect(JSON.parse(seen[1]?.body ?? '')).toEqual(actionGroupBody(['a@contoso.example']))
  })
})
