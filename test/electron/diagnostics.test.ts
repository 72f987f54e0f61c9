import { describe, expect, it, vi } from 'vitest'
import { type DiagnosticSurroundings, diagnosticsOf, refusalToTell, watchRefusals } from '#electron/diagnostics.ts'
import { DEFAULT_SETTINGS } from '#messages/settings.ts'
import type { ProblemView, RefusalView, WizardView } from '#messages/view.ts'
import { allViews, startView, stepView } from '../renderer/views.ts'

const TENANT = '6b1f5d2e-0c4a-4f7b-9a3d-8e2c1b7f4a90'
const CORRELATION = 'b03e1e6d-73db-4367-90e1-2e378bf7e2fc'
const SECRET = 'planted-secret-Qx7'

const surroundings: DiagnosticSurroundings = {
  version: '0.2.0',
  versions: { electron: '45.4.1', chrome: '142.0.0.0', node: '22.20.0' },
  os: { platform: 'linux', release: '6.12', arch: 'x64' },
  clouds: [
    { id: 'commercial', name: 'Microsoft Azure (commercial)', custom: false },
    { id: 'contoso-lab', name: 'Contoso lab', custom: true },
  ],
  refusal: undefined,
}

const refused = (refusal: Partial<RefusalView>): ProblemView => ({
  title: `Refused for Contoso, ${SECRET}`,
  meaning: SECRET,
  remedy: SECRET,
  owner: 'you',
  refusal: { reason: 'forbidden', request: `GET /subscriptions/${TENANT}?sig=${SECRET}`, status: 403, message: SECRET, ...refusal },
})

/** A real tenant's step in which the last change was refused. */
function refusedStep(refusal: Partial<RefusalView>, cloud = 'Microsoft Azure (commercial)'): WizardView {
  const { practice: _, who, ...view } = stepView({ problem: refused(refusal) })
  if (!who) throw new Error('A step says who is signed in.')
  return { ...view, language: 'en', settings: DEFAULT_SETTINGS, who: { ...who, tenant: TENANT, cloud } }
}

describe('diagnostics', () => {
  it('say versions, system, settings, place and the last refusal', () => {
    const view = refusedStep({ code: 'AuthorizationFailed', correlationId: CORRELATION })
    expect(JSON.parse(diagnosticsOf(view, { ...surroundings, refusal: refusalToTell(view) }))).toEqual({
      version: '0.2.0',
      electron: '45.4.1',
      chromium: '142.0.0.0',
      node: '22.20.0',
      os: { platform: 'linux', release: '6.12', arch: 'x64' },
      language: 'en',
      settings: DEFAULT_SETTINGS,
      cloud: 'commercial',
      page: 'step',
      step: 'policy',
      phase: view.step?.phase,
      lastRefusal: { reason: 'forbidden', status: 403, code: 'AuthorizationFailed', correlationId: CORRELATION },
    })
  })

  it.each(Object.entries(allViews))('hold no secret, and no name or ID of a customer: %s', (_name, view) => {
    // Everything that a person or a service wrote is replaced by what must not be found.
    const planted = {
      ...structuredClone(view),
      ...(view.who
        ? {
            who: { customer: 'Contoso', tenant: TENANT, cloud: 'Contoso lab', account: 'ada@contoso.example', environment: 'contoso-prod' },
          }
        : {}),
      ...(view.step ? { step: { ...view.step, title: SECRET, problem: refused({ code: 'Contoso', correlationId: TENANT }) } } : {}),
      ...(view.start ? { start: { ...view.start, problem: refused({ code: SECRET.repeat(9), correlationId: SECRET }) } } : {}),
      customCloud: { name: 'Contoso lab', hosts: ['login.contoso.example'] },
    } as WizardView
    const said = diagnosticsOf(planted, { ...surroundings, refusal: refusalToTell(planted) }).toLowerCase()
    for (const each of ['contoso', 'ada@', TENANT, SECRET.toLowerCase(), 'subscriptions']) expect(said).not.toContain(each)
  })

  const managed = (view: WizardView['managed']) => JSON.parse(diagnosticsOf({ ...startView, ...(view && { managed: view }) }, surroundings))

  it('name the policies that an organization sets, and none of their values', () => {
    const settings = { TeamStoreAddress: `https://${SECRET}.example/a`, DefaultTenant: TENANT, AllowedClouds: ['commercial'] } as const
    expect(managed({ source: '/etc/policy.json', settings }).policies).toEqual(['AllowedClouds', 'DefaultTenant', 'TeamStoreAddress'])
    const said = diagnosticsOf({ ...startView, managed: { source: SECRET, settings } }, surroundings)
    for (const each of [SECRET, TENANT, 'commercial']) expect(said).not.toContain(each)
  })

  it('say that a policy can’t be used, and nothing where there is none', () => {
    const problem = { title: SECRET, meaning: SECRET, remedy: SECRET, owner: 'you' } as const
    expect(managed({ source: SECRET, problem }).policies).toBe('unusable')
    expect(managed(undefined)).not.toHaveProperty('policies')
  })

  it.each([
    ['practice', stepView({})],
    ['custom', refusedStep({}, 'Contoso lab')],
    ['commercial', refusedStep({})],
    [undefined, startView],
    [
      'commercial',
      {
        ...startView,
        start: { ...startView.start, signIn: { request: { way: 'browser', tenant: 'contoso.example', cloud: 'commercial' } } },
      },
    ],
  ] as const)('name the cloud by an ID that is ours: %s', (cloud, view) => {
    expect(JSON.parse(diagnosticsOf(view, surroundings)).cloud).toBe(cloud)
  })
})

describe('a refusal', () => {
  it.each<[string, Partial<RefusalView>, object]>([
    ['a code that is a sentence', { code: 'The vault kv-prod is gone' }, {}],
    ['a code that is an address', { code: 'https://kv-prod.vault.example' }, {}],
    ['a code with the customer’s name in it', { code: 'ContosoPolicyDenied' }, {}],
    ['a correlation ID that is none', { correlationId: 'Bearer eyJhbGciOi' }, {}],
    ['a correlation ID that is the tenant’s', { correlationId: TENANT.toUpperCase() }, {}],
    ['a plain code', { code: 'AADSTS90002' }, { code: 'AADSTS90002' }],
  ])('is told with %s only where that is safe', (_what, refusal, told) => {
    expect(refusalToTell(refusedStep(refusal))).toEqual({ reason: 'forbidden', status: 403, ...told })
  })

  it('is remembered when its page is gone, until another one comes', () => {
    const push = vi.fn<(view: WizardView) => void>()
    const last = watchRefusals({
      view: () => startView,
      subscribe: (listener) => {
        push.mockImplementation(listener)
        return () => undefined
      },
    })
    expect(last()).toBeUndefined()
    push(refusedStep({ code: 'AuthorizationFailed' }))
    push(startView)
    expect(last()).toMatchObject({ code: 'AuthorizationFailed' })
    push(refusedStep({ code: 'Conflict' }))
    expect(last()).toMatchObject({ code: 'Conflict' })
  })
})
