import { guideOf } from '#machines/engine/procedure.ts'
import { asksPerson } from '#machines/engine/step/asks-person.ts'
import type { SequenceId } from '#machines/engine/step/finding.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import type { WizardView } from '#messages/view.ts'
import type { KeysHost } from '#node/host/customer-managed-keys.ts'
import type { WriteRecord } from '#node/practice/state.ts'
import type { PracticeTenant } from '#node/practice/tenant.ts'
import type { Line } from '#node/records/engagement/journal/chain.ts'
import type { Journal } from '#node/records/engagement/journal/journal.ts'
import { type Summary, summarise } from '#node/records/evidence/summary.ts'
import { isEnd, type PageAction, pageActions } from '#renderer/frame/page-actions.ts'
import { Oracle } from '../oracle/claims.ts'
import { truthOf } from '../oracle/truth.ts'
import { strings } from '../strings.ts'

/** One moment of a walk: what the person reads, what is recorded, and what is true. */
export interface Moment {
  readonly view: WizardView
  /** ID of the environment that the steps are about; absent before one is chosen. */
  readonly environmentId: string | undefined
  /** Summary of the open environment's journal, if any. */
  readonly evidence?: Summary
  /** Changes that the practice cloud accepted from this wizard for that environment, oldest first. */
  readonly accepted: readonly WriteRecord[]
  /** How many changes other people made meanwhile: one of them can be taken for an own one whose answer was lost. */
  readonly byOthers: number
  /** How many changes the wizard itself knows to be open: their answer was lost, and no reading has shown them yet. */
  readonly open: number
  /** The last run of the step on screen ended before its last change. */
  readonly endedEarly?: { readonly of: number }
}

/** Judges one moment. @returns what is wrong, in sentences; none when everything holds */
type Rule = (moment: Moment) => readonly string[]

const DENIES = /^(Not done|Not yet|Unknown whether this was done|Done but not visible yet): /

/** No heading denies what the reading below it shows. */
const headingDeniesTheReading: Rule = ({ view: { step } }) => {
  const title = step?.problem?.title ?? ''
  if (!step || !DENIES.test(title)) return []
  const change = title.replace(DENIES, '')
  const isPlanned = step.plan.some((action) => action.title === change)
  const isDone = step.receipts.some((receipt) => receipt.written && receipt.title === change)
  const failed = step.findings.find(({ status, part }) => status === 'fail' && part === 'link')
  return [
    ...(step.phase === 'waiting' ? [`“${title}” above “${step.wait?.title}”`] : []),
    ...(step.phase === 'reviewing' && isDone && !isPlanned ? [`“${title}” above a receipt that it was written`] : []),
    ...(title.startsWith('Done but') && change.startsWith('Add ') && failed ? [`“${title}” above “${failed.title}”`] : []),
  ]
}

/** The changes of each page, by the requests that make them. */
const CHANGES_OF: Readonly<Record<'policy' | 'membership', RegExp>> = {
  policy:
    /(\/register|\/resourcegroups\/[^/]+|\/vaults\/[^/]+|\/keys\/[^/]+\/create|\/vaults\/[^/]+\/keys\/[^/]+|\/enterprisePolicies\/[^/]+|\/accessPolicies\/add|\/roleAssignments\/[^/]+)$/i,
  membership: /(\/Encryption\/link|\/governanceConfiguration)$/i,
}
/** Also written by an operation after the link, whose own page shows it. */
const OF_AN_OPERATION = /\/Encryption\/unlink$/i
/** The same for what is written of another environment. */
const isOfAnother = (path: string, environmentId: string | undefined): boolean => {
  const named = /\/environments\/([^/]+)/i.exec(path)?.[1]
  return named !== undefined && named.toLowerCase() !== environmentId?.toLowerCase()
}

/** Every accepted change is listed once as done; one whose answer was lost is listed at least as open. */
const doneIsTold: Rule = ({ view: { step }, environmentId, accepted, byOthers, open, evidence }) => {
  // A rotation makes a version as step 3 makes the key, by the same request.
  const isRotated = evidence?.operations?.some(({ operation, actions }) => operation === 'rotate' && actions.length > 0) === true
  if (step?.id !== 'policy' && step?.id !== 'membership') return []
  // A run in progress has not been read yet: the result of a lost answer is shown after its reading.
  if (step.progress.length > 0 || step.phase === 'reading') return []
  if (accepted.some(({ path }) => OF_AN_OPERATION.test(path)) || isRotated) return []
  const made = accepted.filter(
    ({ path }) => CHANGES_OF[step.id as 'policy' | 'membership'].test(path) && !isOfAnother(path, environmentId),
  ).length
  const told = step.receipts.filter(({ written }) => written).length
  if (told >= made - open && told <= made + byOthers) return []
  return [`${step.id} ${step.phase} tells ${told} changes as done, ${open} as open; ${made} were made`]
}

/** The same for the journal. */
const madeIsOnRecord: Rule = ({ evidence, accepted, byOthers, open }) => {
  if (!evidence) return []
  const tries = [...evidence.steps, ...(evidence.operations ?? [])].flatMap(({ actions }) => actions).flatMap((action) => action.tries)
  const told = tries.filter(({ ended }) => ended === 'written' || ended === 'found').length
  const unanswered = tries.filter(({ ended }) => ended === 'unknown').length
  if (told >= accepted.length - Math.max(open, unanswered) && told <= accepted.length + byOthers) return []
  return [
    `The evidence tells ${told} changes, ${open} are open; ${accepted.length} were made: ${accepted.map(({ path }) => path).join(', ')}`,
  ]
}

/** The page of the evidence counts the same changes. */
const evidencePageCounts: Rule = ({ view: { evidence }, accepted, open }) => {
  const said = evidence?.rows.find(({ label }) => label === 'Changes')?.value
  return said?.startsWith('No changes') && accepted.length > open ? [`“${said}” where ${accepted.length} changes were made`] : []
}

/** When a run ends early, the page says at which change, why, and what is next. */
const endsInWords: Rule = ({ view: { step }, endedEarly }) => {
  if (!endedEarly || step?.phase !== 'reviewing' || step.proved) return []
  const { problem } = step
  if (!problem) return [`A run in ${step.id} ended early, and the page does not say so`]
  const where = [problem.title, ...(problem.points ?? [])].join(' ')
  return [
    // A schedule that didn't start is at no change.
    ...(endedEarly.of < 2 || /change \d+ of \d+|^Not started: /.test(where) ? [] : [`“${problem.title}” does not say at which change`]),
    ...(problem.meaning.length > 3 && problem.remedy.length > 3 ? [] : [`“${problem.title}” does not say why, or what is next`]),
  ]
}

/** The check that each part is about, named here once more: what the list of steps goes by is held against it. */
const ABOUT: Readonly<Record<string, readonly string[]>> = {
  subscription: ['provider-registered'],
  vault: ['vault-readable'],
  key: ['key-readable'],
  policy: ['policy-readable'],
  access: ['key-access'],
  reader: ['reader-on-policy'],
  managed: ['managed-environment'],
  link: ['linked-to-policy'],
}

/** A part is in order by a passed check that is about it, and never where its facts could not be read: by the step that lists the part. */
const tickedByItsOwn: Rule = ({ view: { step, keyMap } }) =>
  (keyMap?.elements ?? [])
    .flatMap(({ parts }) => parts)
    .filter(
      ({ part, state }) =>
        state === 'pass' && step?.place !== undefined && guideOf(CUSTOMER_MANAGED_KEYS, step.id).parts.some((each) => each.part === part),
    )
    .flatMap(({ part, title }) => {
      const own = (step?.findings ?? []).filter((finding) => finding.part === part)
      const about = own.some(({ key, status }) => status === 'pass' && ABOUT[part]?.includes(key))
      const unread = own.find(({ status, refusal }) => refusal !== undefined && status !== 'pass' && status !== 'warning')
      return [
        ...(about ? [] : [`“${title}” is ticked, and no check that is about it passed`]),
        ...(unread ? [`“${title}” is ticked, and it could not be read: ${unread.title}`] : []),
      ]
    })

/** A step of which the page says that it no longer holds has no tick. */
const tickedInSpite: Rule = ({ view: { step, stepper } }) => {
  const number = Number(/^Step (\d) is no longer verified/.exec(step?.problem?.title ?? '')?.[1] ?? 0)
  return stepper[number - 1]?.state === 'done' ? [`Step ${number} is ticked beside “${step?.problem?.title}”`] : []
}

/** Of each element of the map, the step that proves it: named here once more, what the map goes by is held against it. */
const ON_THE_MAP: Readonly<Record<string, readonly string[]>> = {
  integration: ['app', 'integration'],
  environment: ['environment'],
  policy: ['policy', 'access', 'key'],
  membership: ['membership'],
}

/**
 * A step is ticked only where everything it proves is verified on the map, or an operation is under way on it. Everything is verified, and
 * the lock closed, only where the step is ticked: what was only checked beside the steps is called checked.
 */
const mapAndStepsAgree: Rule = ({ view: { keyMap, stepper, step } }) => {
  const stateOf = (element: string) => keyMap?.elements.find((each) => each.element === element)?.state
  const ticked = stepper.filter(({ state }) => state === 'done')
  const contradicting = ticked.flatMap(({ id }) =>
    (ON_THE_MAP[id] ?? [])
      .filter((element) => stateOf(element) !== 'verified' && stateOf(element) !== 'running')
      .map((element) => `Step ${id} is ticked, and ${element} is ${stateOf(element)}`),
  )
  // While a step is read again the map keeps what was known.
  const open = stepper.filter(({ state }) => (state === 'now' ? step?.phase === 'reviewing' && !step.proved : state !== 'done'))
  const locked =
    keyMap?.headline === 'encrypted' && open.length > 0
      ? [`The lock is closed, and ${open.map(({ id }) => id).join(', ')} is not proved`]
      : []
  // A step closes again with an earlier one that no longer holds, and keeps what it proved. Who may read the policy is asked in step 3 and
  // counts for the membership.
  const shownBy = (id: string) => [...(ON_THE_MAP[id] ?? []), ...(id === 'policy' ? ['membership'] : [])]
  const unticked = open
    .filter(({ id, state }) => state !== 'closed' && shownBy(id).every((element) => stateOf(element) === 'verified'))
    .map(({ id }) => `Everything of step ${id} is verified on the map, and the step is not ticked`)
  return [...contradicting, ...locked, ...unticked]
}

const PARTS_OF: Readonly<Record<string, readonly string[]>> = {
  'integration app': ['integration'],
  environment: ['environment'],
  membership: ['reader', 'managed', 'link'],
  policy: ['subscription', 'policy'],
  access: ['access'],
  key: ['vault', 'key'],
}

/** The map asks for every fix and confirmation that a step's findings ask for. */
const mapAndFindingsAgree: Rule = ({ view: { keyMap, step } }) => {
  if (!keyMap || !step?.place) return []
  return Object.entries(PARTS_OF).flatMap(([names, parts]) => {
    const elements = keyMap.elements.filter(({ element }) => names.split(' ').includes(element))
    const own = step.findings.filter(({ part, planned }) => parts.includes(part) && !planned)
    const fails = own.some(({ status }) => status === 'fail')
    const questions = own.some((finding) => asksPerson(finding) && finding.attested === undefined)
    const asks = elements.map(({ state }) => state)
    // Both say that it was checked before a change, or the page is read again: until then it keeps its findings.
    const isOld = elements.every(({ about }) => about.facts.some(({ value }) => value.startsWith('Before the change ')))
    if (isOld && (step.phase === 'reading' || step.oldSince !== undefined)) return []
    return [
      ...(fails && !asks.includes('action-required') ? [`${names} asks for no action, and a finding of ${step.id} fails`] : []),
      ...(questions && !asks.some((state) => state === 'confirm' || state === 'action-required')
        ? [`${names} asks for no confirmation, and a finding of ${step.id} does`]
        : []),
      ...(own.length > 0 &&
      own.every(({ status }) => status === 'pass') &&
      asks.every((state) => state === 'action-required') &&
      step.id !== 'membership' &&
      names !== 'membership'
        ? [`${names} asks for action, and every finding of ${step.id} passes`]
        : []),
    ]
  })
}

/** The map calls encrypted what the closing page calls encrypted, and linked what it calls linked. */
const mapAndEndAgree: Rule = ({ view: { keyMap, closing } }) =>
  closing &&
  keyMap &&
  ['encrypted', 'linked'].includes(keyMap.headline) &&
  (keyMap.headline === 'encrypted') !== /encrypted/.test(closing.title)
    ? [`The map says “${keyMap.sentence}” beside “${closing.title}”`]
    : []

/** The map is as new as the page says it is, where the page says so. */
const mapIsAsNewAsThePage: Rule = ({ view: { keyMap, step, closing, preflight } }) => {
  const said = step?.wait?.lastPollAt ?? step?.checkedAt ?? closing?.checkedAt ?? preflight?.checkedAt
  return keyMap === undefined || said === undefined || keyMap.checkedAt === said
    ? []
    : [`The map was last checked at ${keyMap.checkedAt}, and the page says ${said}`]
}

/** The page says itself that it was read before a change. */
const isCurrent = ({ oldSince }: NonNullable<WizardView['preflight']>): boolean => oldSince === undefined

/** The stage before the steps is ticked only where no part of it is open on any page, and it asks for what its page asks for. */
const prepareIsOneStory: Rule = ({ view: { page, stages, prepare, coverage, preflight, keyMap } }) => {
  if (!stages) return []
  const { asks, state } = stages.prepare
  const open = (prepare?.parts ?? []).filter((part) => part.state !== 'verified')
  const worst = ['action-required', 'confirm', 'not-checked'].find((each) => open.some((part) => part.state === each))
  const isRead = preflight?.reading === false && preflight.problem === undefined && preflight.chosen !== undefined && isCurrent(preflight)
  const fails = (preflight?.findings ?? []).filter(({ status }) => status === 'fail').length
  const counted = asks?.state === 'action-required' ? Number.parseInt(asks.text, 10) : 0
  // What Microsoft couldn't finish was prepared.
  const prepared = (keyMap?.elements ?? []).filter(({ element }) => keyMap?.headline !== 'failed' || element !== 'membership')
  const asking = prepared.filter((each) => each.state === 'action-required' || each.state === 'confirm')
  return [
    ...(prepare && worst !== asks?.state ? [`Prepare says “${asks?.text}” beside a page whose worst part is ${worst}`] : []),
    ...(state === 'done' && asks ? [`Prepare is ticked, and asks: ${asks.text}`] : []),
    ...(isRead && fails !== counted ? [`Prepare says “${asks?.text}” beside ${fails} findings that fail`] : []),
    ...(coverage && coverage.openGaps > 0 && !asks ? ['Prepare is ticked beside gaps that are open'] : []),
    ...(page !== 'start' && !asks && asking.length > 0
      ? [`Prepare is ticked beside a map that asks for something: ${asking.map(({ element }) => element).join(', ')}`]
      : []),
  ]
}

const numberIn = (words: RegExp, text: string | undefined): number => Number(words.exec(text ?? '')?.[1] ?? 0)
const TO_FIX = /(\d+) actions? required/
const TO_CONFIRM = /(\d+) to confirm/

/** The map counts what the list of steps says of the stage on screen, and what the page asks for: each finding once. */
const countsAreOneStory: Rule = ({ view: { page, stages, stepper, step, coverage, preflight, prepare, keyMap } }) => {
  if (!stages || !keyMap || page === 'start') return []
  const [toFix, toConfirm] = [numberIn(TO_FIX, keyMap.counts), numberIn(TO_CONFIRM, keyMap.counts)]
  const stage =
    stepper.find(({ state }) => state === 'now') ?? (stages.manage?.state === 'now' && stages.manage.asks ? stages.manage : stages.prepare)
  const said = stage.asks?.text
  const onRail = toFix > 0 ? numberIn(TO_FIX, said) === toFix : numberIn(TO_FIX, said) === 0 && numberIn(TO_CONFIRM, said) === toConfirm
  // Running and scheduled changes ask for nothing, also after leaving their own page while another page shows them as blocking.
  const runs = keyMap.headline === 'encrypting' || keyMap.headline === 'leaving'
  const isRead = step?.place !== undefined && step.phase === 'reviewing' && !runs
  const fails = (step?.findings ?? []).filter(({ status, planned }) => status === 'fail' && !planned).length
  const questions = (step?.findings ?? []).filter((finding) => asksPerson(finding) && finding.attested === undefined && !finding.planned)
  const rows = preflight?.findings ?? []
  const asked = rows.filter((finding) => finding.status === 'fail' || asksPerson(finding)).length
  const gaps = coverage?.openGaps ?? 0
  const onCards = (prepare?.parts ?? []).map(({ says }) => [numberIn(TO_FIX, says), numberIn(TO_CONFIRM, says)] as const)
  return [
    ...(onRail ? [] : [`The map says “${keyMap.counts}” beside “${said}” in the list of steps`]),
    ...(isRead && (fails !== toFix || questions.length !== toConfirm)
      ? [`The map says “${keyMap.counts}” beside ${fails} findings of ${step.id} that fail and ${questions.length} to confirm`]
      : []),
    ...(preflight && !preflight.reading && isCurrent(preflight) && toFix + toConfirm < asked
      ? [`The map says “${keyMap.counts}” beside ${asked} findings that ask for something`]
      : []),
    ...(toConfirm < gaps ? [`The map says “${keyMap.counts}” beside ${gaps} gaps`] : []),
    ...(onCards.some(([fix, confirm]) => fix > toFix || confirm > toConfirm)
      ? [`The map says “${keyMap.counts}” above a part that says more`]
      : []),
  ]
}

/** The stage after the steps is open where its pages are, and asks for what its page says has to be fixed. */
const manageIsOneStory: Rule = ({ view: { page, stages, operations, keyMap } }) => {
  const manage = stages?.manage
  if (!manage) return []
  const toFix = operations?.drift?.changes.filter(({ remedy }) => remedy !== undefined).length
  const isThere = ['encrypted', 'linked', 'locked'].includes(keyMap?.headline ?? '')
  return [
    ...(manage.state === 'closed' && (page === 'operations' || page === 'closing') ? [`Manage is closed on ${page}`] : []),
    ...(manage.state === 'closed' && isThere ? [`Manage is closed beside “${keyMap?.sentence}”`] : []),
    ...(manage.asks && toFix === 0 ? [`Manage says “${manage.asks.text}” beside a page without changes to fix`] : []),
  ]
}

/** The wizard is at work for moments, or the page only shows what was read: nothing is asked of a person. */
const ASKS_NOTHING = ['reading', 'scheduled', 'rechecking', 'applying', 'pausing']
/** These have a card of their own, whose button isn't one of the page's. */
const OWN_CARD = ['start', 'closing', 'landscape', 'evidence', 'hand-over']

const isTaken = ({ can, decisions }: WizardView, action: PageAction): boolean => {
  if (action.does !== 'send' || action.event.type === 'NEXT') return true
  return action.event.type === 'DECIDE' ? decisions.includes(action.event.decision.kind) : isIn(can, action.event.type)
}

const isIn = (all: readonly string[], one: string): boolean => all.includes(one)

/** Wherever something is asked of a person, one button does it, and the machine takes what it sends. None starts a change without the question. */
export const onePrimaryThatDoesSomething = ({ view }: Pick<Moment, 'view'>): readonly string[] => {
  const { page, step, operations, preflight } = view
  if (OWN_CARD.includes(page) || (page === 'operations' && operations?.open === undefined) || isEnd(view) || preflight?.reading) return []
  const { primary, secondary, next } = pageActions(view, strings)
  // Under the dialog no button can be pressed.
  const all = step?.phase === 'confirming' ? [] : [primary, ...secondary, next].flatMap((action) => action ?? [])
  const where = `${page} ${step?.id ?? ''} ${step?.phase ?? ''}`
  // Microsoft's work asks for a look once its latest end has passed.
  const isCalm = step?.phase === 'waiting' && (!step.end?.isLate || !view.can.includes('POLL_NOW'))
  const asks = !isCalm && !ASKS_NOTHING.includes(step?.phase ?? '') && step?.schedule === undefined
  return [
    ...(isCalm && primary !== undefined ? [`“${primary.label}” asks for something on ${where}`] : []),
    ...(primary === undefined && asks && page !== 'recovery' ? [`No primary button on ${where}`] : []),
    ...all.flatMap((action) => (isTaken(view, action) ? [] : [`“${action.label}” does nothing on ${where}`])),
    ...all.flatMap((action) =>
      action.does === 'send' && STARTS.includes(action.event.type)
        ? [`“${action.label}” starts a change without the question on ${where}`]
        : [],
    ),
  ]
}

const STARTS: readonly string[] = ['CONFIRM', 'SCHEDULE']

/** Changes start only from the dialog, which says the harm, the time and the way back, and asks for the environment's name. */
export const harmIsAsked = ({ view: { can, step } }: Pick<Moment, 'view'>): readonly string[] => {
  const starts = STARTS.filter((type) => isIn(can, type))
  if (starts.length === 0) return []
  const { confirmation, phase, plan } = step ?? {}
  if (phase !== 'confirming' || confirmation === undefined)
    return [`${starts.join(' and ')} is taken on ${step?.id} ${phase}, without a dialog`]
  const cutsOff = (plan ?? []).some(({ usersCutOff }) => usersCutOff)
  const lasts = (plan ?? []).some(({ reversible, undoShort }) => reversible === 'no' || undoShort !== undefined)
  const { harms, typedName, timeNeeded, irreversible } = confirmation
  return [
    ...(cutsOff && (typedName ?? '') === '' ? ['An outage is confirmed without the name of the environment'] : []),
    ...(cutsOff && timeNeeded === undefined ? ['An outage is confirmed without its time'] : []),
    ...(cutsOff && !harms.some(({ outage }) => outage) ? ['An outage is confirmed without saying so'] : []),
    ...(cutsOff && !harms.some(({ back, lasting }) => back || lasting.length > 0) ? ['An outage is confirmed without the way back'] : []),
    ...(lasts && !irreversible && !harms.some(({ lasting }) => lasting.length > 0) ? ['What can’t be undone isn’t said'] : []),
  ]
}

/** The page, the evidence and the tenant tell one story. Each rule is independent; none repairs what another one finds. */
const RULES: readonly Rule[] = [
  headingDeniesTheReading,
  doneIsTold,
  madeIsOnRecord,
  evidencePageCounts,
  endsInWords,
  tickedByItsOwn,
  tickedInSpite,
  mapAndStepsAgree,
  mapAndFindingsAgree,
  mapIsAsNewAsThePage,
  mapAndEndAgree,
  prepareIsOneStory,
  countsAreOneStory,
  manageIsOneStory,
  onePrimaryThatDoesSomething,
  harmIsAsked,
]

export const complaints = (moment: Moment): readonly string[] => RULES.flatMap((rule) => rule(moment))

interface Watched {
  readonly host: Pick<KeysHost, 'view' | 'engagement'>
  readonly practice: Pick<PracticeTenant, 'writes' | 'scenario' | 'look'>
}

/** A walk is about one environment. */
const THE_WALK = 'the walk'

/** True if the wizard knows of a change, or of its end, by this line. */
const isHearing = ({ kind, content }: Line): boolean =>
  ['applied', 'found', 'interrupted'].includes(kind) || (kind === 'looked' && !/"state":"running"/.test(JSON.stringify(content)))

/**
 * Judges every page of a walk as it is shown, by the other pages and by what is so in the tenant, and the evidence at its end. Only for a walk in which no one else writes.
 * @returns `onView` for the driver, and what was wrong, each once
 */
export function watchStory({ host, practice }: Watched) {
  const already = practice.writes().length
  const accepted = () =>
    practice
      .writes()
      .slice(already)
      .filter(({ changed }) => changed)
  const found = new Set<string>()
  /** The run on screen, until what came of it has been read. */
  let run: { readonly id: SequenceId; readonly of: number; readonly earlier: number } | undefined
  const judge = (view: WizardView, more: Pick<Moment, 'evidence'> = {}): void => {
    const { step } = view
    if (step && step.progress.length > 0) {
      // A change with a receipt is through for the run, also while what it started is waited for.
      const through = step.progress.filter(({ resourceId }) => resourceId !== undefined).length
      const of = step.progress.length
      run = through < of ? { id: step.id, of, earlier: step.receipts.length - through } : undefined
    }
    // The last change of a run is through when its reading begins: its receipt is first seen beside what was read.
    const isThrough = run !== undefined && (step?.receipts ?? []).slice(run.earlier).filter(({ found }) => !found).length >= run.of
    const endedEarly = run !== undefined && run.id === step?.id && step.phase === 'reviewing' && !isThrough ? { of: run.of } : undefined
    // Open changes on the page are taken as given: the rules compare them with those accepted.
    const open = /^Unknown/.test(step?.problem?.title ?? '') ? 1 + (step?.problem?.points?.length ?? 0) : 0
    const { environmentId } = practice.scenario
    const moment = { view, environmentId, accepted: accepted(), byOthers: 0, open, ...(endedEarly ? { endedEarly } : {}), ...more }
    for (const each of complaints(moment)) found.add(each)
    if (step?.phase === 'reviewing') run = undefined
  }
  let journal: Journal | undefined
  const oracle = new Oracle()
  let heard = 0
  return {
    onView(view: WizardView): void {
      const open = host.engagement()?.journal
      if (open && open !== journal) {
        open.follow((line) => {
          if (isHearing(line)) heard += 1
        })
        journal = open
      }
      judge(view)
      // Statements before a choice are about no environment.
      const truth = practice.look((state) =>
        truthOf(state, open && practice.scenario.environmentId, view.now, { account: view.who?.account }),
      )
      for (const each of oracle.judge({ view }, truth, THE_WALK, String(heard))) found.add(each)
    },
    /** Before the host is stopped. */
    async atItsEnd(): Promise<readonly string[]> {
      const evidence = journal && summarise(CUSTOMER_MANAGED_KEYS, await journal.lines())
      judge(host.view(), evidence ? { evidence } : {})
      if (evidence) for (const each of oracle.judgeReport(evidence, THE_WALK, practice.writes())) found.add(each)
      return [...found]
    },
  }
}
