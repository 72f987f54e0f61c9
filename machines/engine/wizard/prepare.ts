import { defined } from '../../defined.ts'
import { type DisplayText, defineMessages } from '../../messages/message.ts'
import { titled } from '../../messages/sentences.ts'
import { handingOverOf } from '../handoff/offer.ts'
import { sameId } from '../ids.ts'
import { placeOf, stepIds } from '../procedure.ts'
import { ASKED_STATES } from '../situation/situation.ts'
import type { Finding, Owner, StepId } from '../step/finding.ts'
import { blockingFindings, type Reading } from '../step/proof.ts'
import type { WizardContext } from './context.ts'
import { newestOfEach } from './foreseeing.ts'
import { onceEach } from './preflight-view.ts'
import { sidePageTitle } from './side-page-words.ts'
import { type AskedCounts, asked, asking, type StepAsks } from './step-asks.ts'
import type { WizardView } from './view.ts'
import type { PreparePart, PrepareState, PrepareView } from './view-of-side-pages.ts'

const messages = defineMessages('wizard.prepare', {
  people: 'Who does what',
  notAnswered: 'Not answered yet',
  gaps: '{count, plural, one {# gap to acknowledge} other {# gaps to acknowledge}}',
  noGaps: 'Nothing to acknowledge',
  notChecked: 'Not checked yet',
  nothing: 'Nothing needs action',
  unreadable: 'Something couldn’t be checked',
  covered: 'No second person is needed',
  unproved: 'It isn’t known whether a second person is needed',
  missing: 'A second person is needed',
  selectApps: 'Select apps',
  acknowledge: 'Acknowledge gaps',
  seeCoverage: 'See coverage',
  check: 'Check everything',
  seeFindings: 'See findings',
  handOff: 'Hand over a step',
  ready: 'Everything is prepared',
})

/** A finding that is in the way, and the step that it was found in. */
interface Open {
  readonly finding: Finding
  readonly reading: Reading
}

const leadsTo = ({ offer }: Finding, page: 'coverage'): boolean => offer?.event === 'GO_TO_PAGE' && offer.page === page

/** Most important open finding's state; `not-checked` also if nothing is open but not everything was read. */
function stateOf(open: readonly Finding[], allRead: boolean): PrepareState {
  const { actions, confirms } = asking(open)
  if (actions.length > 0) return 'action-required'
  if (confirms.length > 0) return 'confirm'
  return open.length > 0 || !allRead ? 'not-checked' : 'verified'
}

/** Findings of each part. Each belongs to one part only, so that none is counted twice. */
function judged(context: WizardContext, page: WizardView['page']) {
  const { procedure, attestations } = context
  const readings = newestOfEach(context, page)
  const all = readings.flatMap((reading) =>
    reading ? blockingFindings(reading, attestations).map((finding) => ({ ...finding, finding, reading })) : [],
  )
  // Coverage counts by its answers, which can be newer than the reading.
  const open: readonly Open[] = onceEach(all).filter(({ finding }) => !leadsTo(finding, 'coverage'))
  const others = open.filter(({ finding, reading }) => handingOverOf(procedure, finding, reading.stepId, reading))
  return { readings, others, own: open.filter((each) => !others.includes(each)), allRead: readings.every((each) => each !== undefined) }
}

type Judged = ReturnType<typeof judged>

const findingsOf = (open: readonly Open[]): readonly Finding[] => open.map(({ finding }) => finding)
const nobody = { owners: [], people: [] } as const

function coveragePart(context: WizardContext): readonly PreparePart[] {
  const { procedure, choices } = context
  const { coverage } = procedure
  if (!coverage) return []
  const part = { part: 'coverage', title: procedure.words.coverage, ...nobody } as const
  const to = (title: DisplayText) => ({ title, page: 'coverage' }) as const
  if (!coverage.isAnswered(choices)) return [{ ...part, state: 'not-checked', says: messages.notAnswered, action: to(messages.selectApps) }]
  const { gaps, questions } = coverageAsks(context)
  const says = questions > 0 ? asked.confirm({ count: gaps + questions }) : messages.gaps({ count: gaps })
  if (gaps + questions > 0) return [{ ...part, state: 'confirm', says, action: to(gaps > 0 ? messages.acknowledge : messages.seeCoverage) }]
  return [{ ...part, state: 'verified', says: messages.noGaps, action: to(messages.seeCoverage) }]
}

/** By the answers, which may be newer than a reading; nothing while none are given. */
function coverageAsks({ procedure: { coverage }, choices, attestations }: WizardContext) {
  if (!coverage?.isAnswered(choices)) return { gaps: 0, questions: 0 }
  return { gaps: coverage.openGaps(choices), questions: coverage.openQuestions(choices, attestations) }
}

function says(state: PrepareState, open: readonly Finding[]): DisplayText {
  if (state === 'action-required') return asked.action({ count: asking(open).actions.length })
  if (state === 'confirm') return asked.confirm({ count: asking(open).confirms.length })
  if (state === 'verified') return messages.nothing
  return open.length > 0 ? messages.unreadable : messages.notChecked
}

function checksPart({ procedure }: WizardContext, { own, allRead }: Judged): PreparePart {
  const open = findingsOf(own)
  const state = stateOf(open, allRead)
  return {
    part: 'checks',
    title: sidePageTitle(procedure, 'preflight'),
    state,
    says: says(state, open),
    action: { title: allRead ? messages.seeFindings : messages.check, page: 'preflight' },
    owners: procedure.owners.flatMap(({ id: owner }) => {
      const count = open.filter((finding) => finding.owner === owner).length
      return count === 0 ? [] : [{ owner, count }]
    }),
    people: [],
  }
}

/**
 * True if all findings about the account pass for this owner, and at least one is about its rights, not only its reach. False without a
 * reading.
 */
function isHeldBy(owner: Owner, readings: Judged['readings']): boolean {
  const about = readings.flatMap((reading) => reading?.findings.filter((each) => each.aboutAccount && each.owner === owner) ?? [])
  return about.some(({ aboutAccount }) => aboutAccount === true) && about.every(({ status }) => status === 'pass')
}

/** Nothing of a step is left for this owner, as far as everything that was read tells. */
function isSettled(reading: Reading | undefined, owner: Owner, attestations: WizardContext['attestations']): boolean {
  if (!reading || reading.choiceMissing || reading.underway || reading.plan.length > 0) return false
  return blockingFindings(reading, attestations).every((each) => each.owner !== owner && each.refusal === undefined)
}

/** An owner's tasks in these steps, and whether the account is that owner, if known. */
function personOf(context: WizardContext, { readings, others }: Judged, owner: Owner, steps: readonly StepId[]): PreparePart['people'] {
  const { procedure, tenant, choices, attestations } = context
  const asked = stateOf(findingsOf(others.filter(({ reading }) => steps.includes(reading.stepId))), isRead(context, readings, steps))
  const own = readings.filter((reading) => reading && steps.includes(reading.stepId))
  const isHeld = isHeldBy(owner, readings)
  const state = asked !== 'verified' || isHeld || own.every((reading) => isSettled(reading, owner, attestations)) ? asked : 'not-checked'
  // A file of one's own, opened again, says nothing of who has a role.
  const asker = sameId(choices.told?.by, tenant.account.userName) ? undefined : choices.told?.by
  const who = asked !== 'verified' ? asker : isHeld ? tenant.account.userName : undefined
  return [{ owner, steps: steps.flatMap((id) => placeOf(procedure, id) ?? []), state, ...(who === undefined ? {} : { who }) }]
}

function peoplePart(context: WizardContext, judgement: Judged): readonly PreparePart[] {
  const { procedure } = context
  const { others, allRead } = judgement
  const people = procedure.owners.flatMap(({ id: owner }): PreparePart['people'] => {
    // No particular person reads this.
    const steps = procedure.steps.filter(({ guide }) => owner !== 'you' && guide.who.includes(owner)).map(({ id }) => id)
    return steps.length === 0 ? [] : personOf(context, judgement, owner, steps)
  })
  if (people.length === 0) return []
  const state = ORDER.find((each) => people.some((person) => person.state === each)) ?? 'verified'
  const unknown = allRead ? messages.unproved : messages.notChecked
  return [
    {
      part: 'people',
      title: messages.people,
      state,
      says: state === 'verified' ? messages.covered : state === 'not-checked' && others.length === 0 ? unknown : messages.missing,
      action: { page: 'hand-over', ...handingOver(context, others) },
      owners: [],
      people,
    },
  ]
}

const isRead = ({ procedure }: WizardContext, readings: Judged['readings'], steps: readonly StepId[]): boolean =>
  stepIds(procedure).every((id, index) => !steps.includes(id) || readings[index] !== undefined)

/** The first step that needs another person; where none does, the page where any step is handed over. */
function handingOver({ procedure }: WizardContext, [first]: readonly Open[]): { readonly title: DisplayText; readonly step?: StepId } {
  const to = first && handingOverOf(procedure, first.finding, first.reading.stepId, first.reading)
  return to ?? { title: messages.handOff }
}

const ORDER: readonly PrepareState[] = [...ASKED_STATES, 'verified']

function partsOf(context: WizardContext, found: Judged): readonly PreparePart[] {
  return [...coveragePart(context), checksPart(context, found), ...peoplePart(context, found)]
}

/** Everything that the preparation asks for: each finding once, and each gap that is open. */
export function prepareCounts(context: WizardContext, page: WizardView['page']): AskedCounts {
  return countsIn(context, judged(context, page))
}

function countsIn(context: WizardContext, { own, others }: Judged): AskedCounts {
  const { actions, confirms } = asking(findingsOf([...own, ...others]))
  const { gaps, questions } = coverageAsks(context)
  return { action: actions.length, confirm: gaps + questions + confirms.length }
}

/** Open tasks of the preparation in one line, from its parts only. @returns undefined if every part is verified */
export function prepareAsks(context: WizardContext, page: WizardView['page']): StepAsks | undefined {
  const found = judged(context, page)
  const parts = partsOf(context, found)
  const { action, confirm } = countsIn(context, found)
  const state = ORDER.find((each) => parts.some((part) => part.state === each))
  if (state === 'action-required') return { state, text: asked.action({ count: action }) }
  if (state === 'confirm') return { state, text: asked.confirm({ count: confirm }) }
  return state === 'not-checked' ? { state, text: asked.notChecked } : undefined
}

function blockedIn({ procedure }: WizardContext, { own, others }: Judged): PrepareView['blocked'] {
  const [first] = stepIds(procedure)
  const [action, ...more] = asking(findingsOf([...others, ...own].filter(({ reading }) => reading.stepId === first))).actions
  const step = first === undefined ? undefined : placeOf(procedure, first)
  if (!action || step === undefined) return undefined
  return { step, title: action.title, more: more.length, owners: [...new Set([action, ...more].map(({ owner }) => owner))] }
}

/** The page of the stage before the first step. */
export function prepareView(context: WizardContext): PrepareView {
  const asks = prepareAsks(context, 'prepare')
  const found = judged(context, 'prepare')
  return {
    parts: partsOf(context, found),
    ...defined({ blocked: blockedIn(context, found) }),
    announcement: titled(sidePageTitle(context.procedure, 'prepare'), asks?.text ?? messages.ready),
  }
}
