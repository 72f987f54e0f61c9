import { defined } from '#machines/defined.ts'
import type { Refusal } from '#machines/engine/answer.ts'
import { placeOf } from '#machines/engine/procedure.ts'
import type { Reads } from '#machines/engine/step/ports.ts'
import type { Problem } from '#machines/engine/step/problems.ts'
import type { Reading } from '#machines/engine/step/proof.ts'
import { inItsOwnWords } from '#machines/engine/step/refusals.ts'
import { verbatim } from '#machines/messages/message.ts'
import { parsedJson } from '#machines/parsed-json.ts'
import type { Choices, PolicyChoices } from '#machines/procedure/choices.ts'
import { isPicture, type PolicyForm } from '#machines/procedure/picture.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { isOutsideNetwork, readingOf } from '#machines/procedure/refusals.ts'
import { brokenRules } from '#machines/procedure/steps/policy/names.ts'
import { messages } from './messages.ts'

/** Something that a check should have read and didn't, beside its findings. */
export interface NotRead extends Pick<Problem, 'title' | 'meaning' | 'remedy' | 'refusal'> {
  readonly step?: string
  readonly owner?: string
}

/** What a person names because it can't be suggested without asking. */
export type Named = Partial<Pick<PolicyChoices, 'subscriptionId' | 'vaultName' | 'keyName' | 'policyName'>>

type FindingSeen = Reading['findings'][number]

/** A missing resource is an answer; a vault's firewall is reported by a finding, and what is behind it is read through Azure Resource Manager. */
const isNoAnswer = (refusal: Refusal): boolean => refusal.reason !== 'not-found' && !isOutsideNetwork(refusal)

/**
 * True if a finding couldn't be judged because a service gave no usable answer.
 * Decision 0226: a missing right is none either, and the exit code is 3.
 */
export const isUnread = ({ status, refusal }: Pick<FindingSeen, 'status' | 'refusal'>): boolean =>
  status !== 'pass' && refusal !== undefined && (isNoAnswer(refusal) || (status === 'unknown' && isOutsideNetwork(refusal)))

/**
 * Requests without which no finding is missing: they give names, or rights, whose refusal is a finding wherever a planned change needs them.
 * In lower case, as `reading-once.ts` keeps them.
 */
const BESIDE_THE_FINDINGS = [
  'listregions',
  'listenvironments',
  'listmanagedhsms',
  'readpermissions',
  'readlocalpermissions',
  'readperson',
  'readgroupname',
]
/** Only a suggestion depends on these. */
const OF_THE_SUGGESTION = ['listvaults', 'listpolicies']

const isRefused = (answer: unknown): answer is { readonly ok: false; readonly refusal: Refusal } =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false && 'refusal' in answer

function nameOf(key: string): string {
  const asked = parsedJson(key)
  return Array.isArray(asked) ? String(asked[1]) : ''
}

async function refusalsIn(reads: Reads, isDecided: boolean): Promise<readonly Refusal[]> {
  const beside = isDecided ? [...BESIDE_THE_FINDINGS, ...OF_THE_SUGGESTION] : BESIDE_THE_FINDINGS
  const answers = await Promise.all([...reads].filter(([key]) => !beside.includes(nameOf(key))).map(([, answer]) => answer))
  return answers.filter(isRefused).map(({ refusal }) => refusal)
}

/** Everything that wasn't read and that no finding names: whole steps without what they are about, and refused requests. */
export async function notReadOf(readings: readonly Reading[], reads: Reads, choices: Choices, named: Named): Promise<readonly NotRead[]> {
  const found = readings.flatMap(({ findings }) => findings.flatMap(({ refusal }) => refusal?.request ?? []))
  const steps = stepsNotRead(readings, named)
  const told = [...found, ...steps.flatMap(({ refusal }) => refusal?.request ?? [])]
  const refused = (await refusalsIn(reads, choices.policy !== undefined)).filter((each) => isNoAnswer(each) && !told.includes(each.request))
  const form = formIn(readings)
  const missing = form && steps.length === 0 ? missingOf(form, named) : undefined
  return [
    ...steps,
    ...(missing ? [{ title: messages.notSuggested({ problem: '' }), ...missing }] : []),
    ...refused.map((refusal): NotRead => {
      const { meaning, remedy, owner } = readingOf(refusal)
      return { title: messages.requestNotRead({ answer: inItsOwnWords(refusal) }), meaning, remedy, owner, refusal }
    }),
  ]
}

const formIn = (readings: readonly Reading[]): PolicyForm | undefined =>
  readings.flatMap(({ picture }) => (isPicture(picture) && picture.kind === 'policy' ? [picture.form] : []))[0]

function stepsNotRead(readings: readonly Reading[], named: Named): readonly NotRead[] {
  const form = formIn(readings)
  return readings
    .filter(({ choiceMissing }) => choiceMissing)
    .map(({ stepId }): NotRead => {
      const guide = CUSTOMER_MANAGED_KEYS.steps.find(({ id }) => id === stepId)?.guide
      const title = messages.stepNotRead({ number: placeOf(CUSTOMER_MANAGED_KEYS, stepId) ?? 0, title: guide?.title ?? verbatim(stepId) })
      return { step: stepId, title, ...(form ? whyNotSuggested(form, named) : { meaning: verbatim(''), remedy: messages.notListedRemedy }) }
    })
}

/** Why the form of step 3 suggests nothing that the services would accept. */
function whyNotSuggested(form: PolicyForm, named: Named): Omit<NotRead, 'title' | 'step'> {
  const { problem, values, subscriptions } = form
  if (problem) return { meaning: problem.title, remedy: problem.remedy, ...defined({ owner: problem.owner, refusal: problem.refusal }) }
  const missing = missingOf(form, named)
  if (missing) return missing
  if (values.subscriptionId === '') {
    const usable = subscriptions.filter(({ state }) => state.toLowerCase() === 'enabled')
    return usable.length === 0
      ? { meaning: messages.noSubscription, remedy: messages.noSubscriptionRemedy }
      : {
          meaning: messages.severalSubscriptions({ subscriptions: usable.map(({ id, name }) => `${name} (${id})`).join(', ') }),
          remedy: messages.nameIt({ options: '--subscription' }),
        }
  }
  const [broken] = Object.values(brokenRules(values))
  const options = ['--policy', '--vault', '--key'].join(', ')
  return { meaning: messages.notSuggested({ problem: broken ?? '' }), remedy: messages.nameIt({ options }) }
}

/** A named policy or key vault that the subscription's lists don't have. */
function missingOf({ vaults, policies }: PolicyForm, { vaultName, policyName }: Named): Omit<NotRead, 'title' | 'step'> | undefined {
  const has = (all: readonly { readonly name: string }[], name: string | undefined): boolean =>
    name === undefined || all.some((each) => each.name.toLowerCase() === name.toLowerCase())
  const option = has(policies, policyName) ? (has(vaults, vaultName) ? undefined : '--vault') : '--policy'
  return option === undefined ? undefined : { meaning: messages.notInSubscription({ option }), remedy: messages.checkName({ option }) }
}
