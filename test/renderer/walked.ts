import type { TestProject } from 'vitest/node'
import { HOUR } from '#machines/engine/durations.ts'
import type { CaseStage } from '#machines/engine/wizard/case-stages.ts'
import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import { decide } from '#machines/procedure/decide.ts'
import type { WizardView } from '#messages/view.ts'
import { walk } from '#node/practice/presenting/walk/walk.ts'
import type { ScenarioName } from '#node/practice/scenario-titles.ts'
import { caseOf, leaping, practised } from '../practised.ts'

type Met = (view: WizardView) => boolean

/** A practice case of which every view is kept. */
function recorded(name: ScenarioName) {
  const scenario = caseOf(name)
  const { environmentId, choices } = scenario
  const { host, until, send } = practised(leaping(scenario))
  const views = [host.view()]
  host.subscribe((view) => void views.push(view))
  return {
    host,
    until,
    first(met: Met): WizardView {
      const found = views.find(met)
      if (found === undefined) throw new Error(`${name} shows no such view: ${met}`)
      return found
    },
    walk(stopAt?: CaseStage) {
      const wanted = { scenario: name, environmentId, choices, tell: () => undefined }
      return stopAt ? walk(host, { ...wanted, stopAt }) : walk(host, wanted)
    },
    /** Sends an event, and gives the first view after it that is like this. */
    after(event: WizardEvent, met: Met): Promise<WizardView> {
      const from = views.length
      send(event)
      return until((view) => views.length > from && met(view))
    },
  }
}

const inStep =
  (id: string, phase: string): Met =>
  ({ step }) =>
    step?.id === id && step.phase === phase

/** One person does all four steps, in a key vault that lacks purge protection at first. */
async function enabled() {
  const { first, walk, after, host } = recorded('vault-without-purge-protection')
  await walk()
  const found = host.view()
  const planned = await after(decide({ kind: 'turn-on-purge-protection' }), inStep('policy', 'reviewing'))
  await walk('step-4')
  for (const { key } of host.view().step?.findings.filter(({ attestable }) => attestable) ?? [])
    await after({ type: 'ATTEST', key }, ({ step }) => step?.findings.find((each) => each.key === key)?.attested !== undefined)
  const confirmingLink = await after({ type: 'REVIEW_PLAN' }, inStep('membership', 'confirming'))
  const from = confirmingLink.now + HOUR
  const window = { from, to: from + (confirmingLink.step?.confirmation?.timeNeeded ?? 0), timeZone: 'UTC' }
  await after({ type: 'SCHEDULE', typedName: 'contoso-prod', window }, inStep('membership', 'scheduled'))
  await walk()
  const closing = host.view()
  const ended = await after({ type: 'BACK' }, inStep('membership', 'reviewing'))
  return {
    found,
    planned,
    confirmingLink,
    environments: first(inStep('integration', 'choosing')),
    policyForm: first(inStep('policy', 'choosing')),
    confirming: first(inStep('policy', 'confirming')),
    applying: first((view) => inStep('policy', 'applying')(view) && view.step?.progress[1]?.state === 'running'),
    pausing: first(inStep('policy', 'pausing')),
    scheduled: first(inStep('membership', 'scheduled')),
    waiting: first((view) => inStep('membership', 'waiting')(view) && view.step?.wait?.stages[0]?.state === 'done'),
    ended,
    closing,
  }
}

/** The same case before its steps: everything read at once, what the key covers, and the pages beside. */
async function prepared() {
  const { walk, after, until } = recorded('vault-without-purge-protection')
  await walk('check')
  const preflightChoosing = await until(({ preflight }) => preflight?.reading === false)
  const { environmentId } = caseOf('vault-without-purge-protection')
  const preflight = await after({ type: 'CHOOSE_ENVIRONMENT', environmentId }, (view) => view.preflight?.owners.length === 2)
  const coverageForm = await after({ type: 'GO_TO_PAGE', page: 'coverage' }, ({ coverage }) => coverage?.answering === true)
  const uses = decide({ kind: 'use-apps', apps: ['finance', 'commerce', 'connectors', 'tax-calculation'] })
  const coverageOpen = await after(uses, ({ coverage }) => coverage?.openGaps === 2)
  const coverageGaps = await after(decide({ kind: 'acknowledge-gap', item: 'connectors' }), ({ coverage }) => coverage?.openGaps === 1)
  const acknowledged = decide({ kind: 'acknowledge-gap', item: 'tax-calculation' })
  const coverageDone = await after(acknowledged, ({ coverage }) => coverage?.openGaps === 0)
  const prepare = await after({ type: 'GO_TO_PAGE', page: 'prepare' }, ({ page }) => page === 'prepare')
  const handOver = await after({ type: 'GO_TO_PAGE', page: 'hand-over' }, ({ handOver: shown }) => shown?.reading === false)
  const evidence = await after({ type: 'GO_TO_PAGE', page: 'evidence' }, ({ page }) => page === 'evidence')
  return { preflightChoosing, preflight, coverageForm, coverageOpen, coverageGaps, coverageDone, prepare, handOver, evidence }
}

/** An environment on a key that the policy loses within the hour. */
async function locked() {
  const { walk, after, host } = recorded('lock-access-removed')
  await walk()
  await after({ type: 'GO_TO_PAGE', page: 'operations' }, ({ page }) => page === 'operations')
  host.advancePractice(1)
  const drifted = await after({ type: 'CHECK_AGAIN' }, ({ operations }) => operations?.drift?.comparedAt !== undefined)
  return { drifted }
}

/** An environment on a key, beside which there is a second policy. */
async function managed() {
  const { walk, after } = recorded('another-policy')
  await walk()
  const operations = await after({ type: 'GO_TO_PAGE', page: 'operations' }, ({ page }) => page === 'operations')
  const nextPolicy = await after({ type: 'OPEN_OPERATION', operation: 'change' }, inStep('change', 'choosing'))
  await after({ type: 'GO_TO_PAGE', page: 'operations' }, ({ step }) => step === undefined)
  const protect = await after({ type: 'OPEN_OPERATION', operation: 'protect' }, inStep('protect', 'reviewing'))
  const landscape = await after({ type: 'GO_TO_PAGE', page: 'landscape' }, (view) => view.landscape?.reading === false)
  return { operations, nextPolicy, protect, landscape }
}

/** Views of the real machine on the way through practice cases. */
const walkedViews = async () => ({ ...(await enabled()), ...(await prepared()), ...(await locked()), ...(await managed()) })

declare module 'vitest' {
  interface ProvidedContext {
    /** Walked once for all files of a run; absent where `vitest.config.ts` doesn’t set it up. */
    readonly walked?: Awaited<ReturnType<typeof walkedViews>>
  }
}

export default async function setUp({ provide }: TestProject): Promise<void> {
  provide('walked', await walkedViews())
}
