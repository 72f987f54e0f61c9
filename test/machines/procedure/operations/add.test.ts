import { describe, expect, it } from 'vitest'
import { blockingFindings, isProved } from '#machines/engine/step/proof.ts'
import type { Landscape } from '#machines/procedure/landscape/landscape.ts'
import { memberOf } from '#machines/procedure/landscape/members.ts'
import { chooseAddition } from '#machines/procedure/operations/add/decisions.ts'
import { add } from '#machines/procedure/operations/add/operation.ts'
import type { OperationFacts } from '#machines/procedure/operations/facts.ts'
import { readOperation } from '#machines/procedure/operations/reading.ts'
import type { Environment } from '#machines/procedure/services/services.ts'
import { english } from '#test/english.ts'
import {
  account,
  encrypted,
  environment,
  NOW,
  OTHER_POLICY_ID,
  ok,
  operation,
  policy,
  REFUSALS,
  refused,
  runningOperation,
} from '../../facts.ts'
import { context as opened } from '../../readings.ts'
import { policyChain } from './facts.ts'

const FIRST = '11111111-1111-4111-8111-111111111111'
const SECOND = '22222222-2222-4222-8222-222222222222'
const administrator = { ...account, directoryRoles: ['11648597-926c-4cf3-9c36-bcebb0ba8dcc'] }

function facts(target: Environment, operations = [operation()].slice(1)): OperationFacts {
  const url = target.financeAndOperations?.url ?? ''
  return {
    account: administrator,
    environment: ok(target),
    operations: ok(operations),
    ...policyChain(),
    addition: {
      target: {
        integration: {
          account: administrator,
          environments: ok([target]),
          environment: ok(target),
          integration: ok({ linked: true, url }),
        },
        membership: { account: administrator, environment: ok(target), operations: ok(operations), policy: ok(policy()) },
      },
    },
  }
}

const target = (over: Partial<Environment> = {}): Environment => environment({ id: SECOND, displayName: 'contoso-test', ...over })
const read = (of: OperationFacts) => readOperation(add, of, NOW)
const failing = (of: OperationFacts) =>
  read(of)
    .findings.filter(({ status }) => status === 'fail')
    .map(({ key }) => key)

describe('adding another environment', () => {
  it('offers every integrated environment but the first one, also while another is chosen', () => {
    const third = target({ id: '33333333-3333-4333-8333-333333333333', displayName: 'contoso-train' })
    const of = facts(target())
    const listed = ok([environment({ id: FIRST }), target(), third])
    const { picture } = read({ ...of, addition: { ...of.addition, first: FIRST, listed } })
    expect(picture?.kind === 'targets' ? picture.targets.map(({ id }) => id) : undefined).toEqual([SECOND, third.id])
  })

  it('never offers the first one, also where it could not be read just now', () => {
    const member = memberOf(environment({ id: FIRST }), undefined)
    const landscape: Landscape = {
      kind: 'landscape',
      members: [member, { ...member, id: SECOND }],
      unread: [{ id: FIRST, name: 'first', refusal: REFUSALS.forbidden }],
    }
    const { picture } = read({ account, environment: refused(REFUSALS.forbidden), addition: { first: FIRST, landscape } })
    expect(picture?.kind === 'targets' ? picture.targets.map(({ id }) => id) : undefined).toEqual([SECOND])
  })

  it('tells a refused list of environments', () => {
    const landscape: Landscape = { kind: 'landscape', members: [], unread: [], refusal: REFUSALS.throttled }
    const { picture } = read({ account, environment: ok(encrypted({ id: FIRST })), addition: { first: FIRST, landscape } })
    expect(english.all(picture)).toMatchObject({
      targets: [],
      problem: { title: 'Couldn’t read the list of environments', refusal: REFUSALS.throttled },
    })
  })

  it('plans what step 4 plans, for the environment that was chosen', () => {
    const { plan, environment: about } = read(facts(target({ protectionLevel: 'Basic' })))
    expect(plan).toEqual([
      { kind: 'enable-managed-environment', environmentId: SECOND, environmentName: 'contoso-test' },
      expect.objectContaining({ kind: 'link-environment', environmentId: SECOND, policyId: policy().id }),
    ])
    expect(about).toMatchObject({ id: SECOND, displayName: 'contoso-test' })
  })

  it('plans nothing for one that is in the policy, and then it is proved but for what a person confirms', () => {
    const reading = read(facts({ ...encrypted(), id: SECOND, displayName: 'contoso-test' }, [operation()]))
    expect(reading.plan).toEqual([])
    const open = blockingFindings(reading, [])
    expect(open.map(({ key }) => key)).toEqual([`add-licences-in-place:${SECOND}`])
    expect(isProved(reading, [{ key: `add-licences-in-place:${SECOND}`, by: 'ada', at: NOW }])).toBe(true)
    expect(isProved(reading, [{ key: `add-licences-in-place:${FIRST}`, by: 'ada', at: NOW }])).toBe(false)
  })

  it('asks by the name of the environment', () => {
    const question = read(facts(target())).findings.find(({ attestable }) => attestable)
    expect(english.text(question?.title ?? '')).toMatch(/^contoso-test: /)
  })

  it.each<readonly [string, OperationFacts, string]>([
    ['in another policy', facts(target({ encryptionPolicy: { id: OTHER_POLICY_ID, linkStatus: 'Linked' } })), 'add-not-in-another-policy'],
    ['in another region', facts(target({ location: 'europe' })), 'add-membership-region'],
    ['without Dataverse', facts((({ dataverse: _, ...without }) => without)(target())), 'add-dataverse-present'],
    ['of a type that no policy takes', facts(target({ sku: 'Trial' })), 'add-type-allowed'],
    ['being copied', facts(target(), [runningOperation({ id: 'c', type: 'Copy' })]), 'add-membership-idle'],
  ])('stops at an environment that is %s', (_, of, key) => {
    expect(failing(of)).toContain(key)
    expect(blockingFindings(read(of), []).map((finding) => finding.key)).toContain(key)
  })

  it('follows a link that runs already instead of asking for it', () => {
    const reading = read(facts(target(), [runningOperation({ id: 'l' })]))
    expect(reading.plan).toEqual([])
    expect(reading.underway).toMatchObject({ purpose: 'link', environmentId: SECOND })
  })

  it('never takes the first environment, or what is no ID, for another one', () => {
    const basis = opened({ choices: { environmentId: FIRST } })
    const may = (environmentId?: string) =>
      chooseAddition.may(basis, { kind: 'choose-addition', ...(environmentId === undefined ? {} : { environmentId }) })
    expect([may(SECOND), may(), may(FIRST), may('../x')]).toEqual([true, true, false, false])
  })
})
