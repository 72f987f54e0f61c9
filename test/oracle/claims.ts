import type { EngagementRow, StepView, WizardView } from '#messages/view.ts'
import type { WriteRecord } from '#node/practice/state.ts'
import type { Summary } from '#node/records/evidence/summary.ts'
import { type Claim, claim, isFree, isHeld, isIn, isLost, mayHold, runs, same } from './claim.ts'
import { type Moment, passedClaims, reportFalsehoods } from './report.ts'
import { rightsClaims } from './rights.ts'
import { rowClaims } from './rows.ts'
import type { TruePolicy, Truth } from './truth.ts'

const IS_THERE: readonly string[] = ['verified', 'checked']

/** When it was last seen to run: of a look that was refused, the page says that nothing could be seen. */
const lookOf = ({ lastPollAt, since, problem }: Pick<NonNullable<StepView['wait']>, 'lastPollAt' | 'since' | 'problem'>): number =>
  problem === undefined ? (lastPollAt ?? since) : since

/** When something that runs was looked at last, on the page or beside it. */
function lookedAt({ step, others = [], keyMap }: WizardView): number {
  // While a step is read again, on the page or beside it, the map keeps what was known.
  if ([step, ...others].some((each) => each?.phase === 'reading')) return 0
  const waits = [step?.wait, ...others.map(({ wait }) => wait)].filter((wait) => wait !== undefined)
  const looks = waits.map(lookOf)
  return looks.length > 0 ? Math.max(...looks) : (keyMap?.checkedAt ?? 0)
}

function mapClaims(view: WizardView): readonly Claim[] {
  const { keyMap } = view
  if (!keyMap) return []
  const { headline, sentence } = keyMap
  const element = (name: string) => keyMap.elements.find((each) => each.element === name)
  const [policy, key, link] = [element('policy'), element('key'), element('membership')]
  const named = /^(?:Linked to (.+?), but|Connected to another policy: (.+)$)/.exec(sentence)
  const isKnown = link !== undefined && !['not-checked', 'action-required', 'confirm'].includes(link.state)
  const isOf = (wanted: TruePolicy | undefined): boolean =>
    same(wanted?.name, policy?.name) && same(wanted?.vault, key?.name) && same(wanted?.key, key?.lines[0])
  const whole: Readonly<Record<typeof headline, Claim['holds'] | undefined>> = {
    encrypted: (truth) => isHeld(truth) && truth.running === undefined && isOf(mayHold(truth)),
    linked: (truth) => isHeld(truth) && truth.running === undefined && isOf(mayHold(truth)),
    connected: isIn(named?.[1] ?? named?.[2]),
    'other-policy': isIn(named?.[1] ?? named?.[2]),
    encrypting: runs('link', lookedAt(view)),
    leaving: runs('unlink', lookedAt(view)),
    failed: ({ running }) => running === undefined,
    ready: isFree,
    nothing: isFree,
    'not-checked': undefined,
    'not-connected': isKnown ? isFree : undefined,
    locked: isLost,
  }
  const policyOf = ({ policies }: Truth) => policies.find(({ name }) => same(name, policy?.name))
  const there: Readonly<Record<string, Claim['holds']>> = {
    membership: isHeld,
    policy: (truth) => policyOf(truth) !== undefined,
    key: ({ keys }) => keys.some((each) => same(each, `${key?.name}/${key?.lines[0]}`)),
    access: (truth) => policyOf(truth)?.mayUseKey === true,
    integration: ({ isIntegrated }) => isIntegrated,
  }
  const holds = whole[headline]
  return [
    ...(holds ? [claim(`map: “${sentence}”, ${policy?.name}, ${key?.name} ${key?.lines[0]}`, holds)] : []),
    ...keyMap.elements.flatMap(({ element: name, state }) => {
      const is = IS_THERE.includes(state) ? there[name] : undefined
      return is ? [claim(`map: ${name} ${state} (${element(name)?.name ?? ''})`, is)] : []
    }),
  ]
}

/** Notes of the list of steps. What runs is believed where it is followed. */
const stepperClaims = ({ stepper }: WizardView): readonly Claim[] =>
  stepper.flatMap(({ id, note, state }) => {
    const linked = /^Linked to (.+)$/.exec(note)
    return [
      ...(linked ? [claim(`list of steps: “${note}”`, isIn(linked[1]))] : []),
      ...(state === 'done' && id === 'membership' ? [claim('list of steps: the last step is done', isHeld)] : []),
      ...(state === 'done' && id === 'integration'
        ? [claim('list of steps: the first step is done', ({ isIntegrated }) => isIntegrated)]
        : []),
    ]
  })

const RUNS: readonly (readonly [RegExp, 'link' | 'unlink'])[] = [
  [/^Microsoft is encrypting/, 'link'],
  [/^Microsoft is returning/, 'unlink'],
]
const MADE: readonly (readonly [RegExp, 'link' | 'unlink'])[] = [
  [/^Add (?!a delete lock)(.+) to the policy/, 'link'],
  [/^Remove (.+) from the policy/, 'unlink'],
]

/** Statements about the chosen environment. The page names an additional one. */
function stepClaims(step: StepView, { environment }: Partial<NonNullable<WizardView['who']>> = {}): readonly Claim[] {
  if (step.about !== undefined) return []
  // Until it is read again, only its changes say which environment an operation is about.
  const isOfChosen = (words: RegExp, title: string): boolean => {
    const named = words.exec(title)?.[1]
    return named !== undefined && (environment === undefined || named === environment)
  }
  const waits = RUNS.filter(([words]) => step.wait !== undefined && words.test(step.wait.title))
  const made = step.receipts.flatMap(({ title, atService, written }) =>
    MADE.filter(([words]) => written && isOfChosen(words, title)).map(([, what]) => ({ title, what, how: atService ?? 'succeeded' })),
  )
  const rows = 'rows' in step.picture ? step.picture.rows : []
  const row = (label: string): string | undefined => rows.find((each) => each.label === label)?.value
  const status = row('Link status')
  return [
    ...waits.map(([, what]) => claim(`waits: “${step.wait?.title}”`, runs(what, step.wait ? lookOf(step.wait) : 0))),
    ...made.map(({ title, what, how }) =>
      claim(`changes: “${title}”, ${how}`, ({ ended, running }) =>
        how === 'running'
          ? running === what || ended.some((each) => each.what === what)
          : ended.some((each) => each.what === what && each.how === how),
      ),
    ),
    ...passedClaims(step.findings),
    ...(step.place === undefined && status === 'Linked'
      ? [claim(`table: linked to ${row('Policy')}`, row('Policy') === undefined ? isHeld : isIn(row('Policy')))]
      : []),
    ...(step.place === undefined && status === 'Not in a policy' ? [claim('table: in no policy', isFree)] : []),
  ]
}

const closingClaims = ({ closing }: WizardView): readonly Claim[] =>
  closing ? [claim(`summary: “${closing.title}”`, isHeld), ...stepClaimsOf(closing.receipts)] : []

const stepClaimsOf = (receipts: StepView['receipts']): readonly Claim[] =>
  receipts
    .filter(({ title, written, atService }) => written && atService === undefined && /^Add (?!a delete lock).+ to the policy/.test(title))
    .map(({ title }) => claim(`summary: “${title}”`, ({ ended }) => ended.some(({ what, how }) => what === 'link' && how === 'succeeded')))

/** Manage shows when the key of the environment's policy expires, and no other's. */
const datesClaims = ({ keyDates }: WizardView): readonly Claim[] =>
  keyDates
    ? [
        claim(`dates: of ${keyDates.vault}/${keyDates.key}`, (truth) => {
          const { vault = '', key } = mayHold(truth) ?? {}
          return vault === '' || (same(vault, keyDates.vault) && same(key, keyDates.key))
        }),
      ]
    : []

/** Everything that a view says of the tenant. */
export const claimsOf = (view: WizardView): readonly Claim[] => [
  ...mapClaims(view),
  ...stepperClaims(view),
  ...(view.step ? stepClaims(view.step, view.who) : []),
  ...closingClaims(view),
  ...datesClaims(view),
  ...rightsClaims(view),
]

/** Input of an oracle at a moment. */
export interface Shown {
  readonly view: WizardView
  /** The environment's row on the start page, where one is kept. */
  readonly row?: EngagementRow | undefined
}

/**
 * Holds views against the tenant. What is shown was true at some moment since the last change but one that the wizard heard of: what services
 * and other people do meanwhile, it learns with its next check.
 */
export class Oracle {
  #heard: string | undefined
  #truths: Truth[] = []
  /** Of the time before: what a change doesn't affect is not read again for it. */
  #before: Truth[] = []
  /** Past states of each environment, for statements as of a time. */
  readonly #moments = new Map<string, Moment[]>()

  /**
   * @param about what the truth is of: another text for another tenant or environment
   * @param heard another text whenever the wizard has heard of a change of its own, or of the end of one; nothing once other people have
   * made changes, of which it learns later
   * @returns what is said and is not so, each with what is so
   */
  judge({ view, row }: Shown, truth: Truth, about: string, heard: string | undefined): readonly string[] {
    if (heard !== undefined && heard !== this.#heard) {
      this.#before = this.#truths
      this.#truths = []
      this.#heard = heard
    }
    this.#truths.push(truth)
    const moments = this.#moments.get(about) ?? []
    this.#moments.set(about, moments)
    // No report says what an account may do.
    moments.push({ at: view.now, truth: { ...truth, account: undefined } })
    const truths = [...this.#before, ...this.#truths]
    // The list says what was read last, which can be long ago.
    const ever = moments.map((each) => each.truth)
    return [...falsehoods(view, truths), ...(row ? falseOf(rowClaims(row, view.now), ever, 'the start page') : [])]
  }

  /** Records the state between two views, at the time of a reading. */
  sees(truth: Truth): void {
    this.#truths.push(truth)
  }

  /** False statements of its report. */
  judgeReport(summary: Summary, about: string, accepted: readonly WriteRecord[]): readonly string[] {
    return reportFalsehoods(summary, this.#moments.get(about) ?? [], accepted)
  }
}

export const falsehoods = (view: WizardView, truths: readonly Truth[]): readonly string[] =>
  falseOf(claimsOf(view), truths, `${view.page} ${view.step?.id ?? ''} ${view.step?.phase ?? ''}`)

/** @param place where it is said */
export function falseOf(claims: readonly Claim[], truths: readonly Truth[], place: string): readonly string[] {
  const last = truths.at(-1)
  return claims
    .filter(({ holds }) => !truths.some(holds))
    .map(({ says }) => `${says}: false on ${place}; held by ${last?.held?.name} ${last?.linkStatus}, running ${last?.running}`)
}
