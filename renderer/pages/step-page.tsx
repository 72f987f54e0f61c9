import { type RefObject, useEffect, useRef } from 'react'
import { isInTheWay, severityOf } from '#machines/engine/step/severity.ts'
import type { FindingView, StepView, WizardView } from '#messages/view.ts'
import { MISSING_ID } from '../frame/footer.tsx'
import { CHOICES_FORM, isEnd, situationOn } from '../frame/page-actions.ts'
import { useHeadingFocus, waitingOn } from '../frame/page-heading.tsx'
import { CheckedBeside } from '../key-map/key-map.tsx'
import { ChosenEnvironment, EnvironmentPicker } from '../pickers/environment-picker.tsx'
import { ExpiryMail } from '../pickers/expiry-mail.tsx'
import { Holders } from '../pickers/holders.tsx'
import { FoldedRows, NotedRows } from '../pickers/noted-rows.tsx'
import { ChosenPolicy, PolicyForm } from '../pickers/policy-form.tsx'
import { ChosenNextPolicy, PolicyPicker } from '../pickers/policy-picker.tsx'
import { ProposedProtections, Protections, Workspaces } from '../pickers/protections.tsx'
import { AboutTarget, TargetPicker } from '../pickers/target-picker.tsx'
import { Spaced } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import { RemoveCreated } from '../removal/remove-created.tsx'
import { Confirmation } from '../step/confirmation.tsx'
import { findingTitleId } from '../step/finding-id.ts'
import { Findings } from '../step/findings.tsx'
import { QUESTION_OF_NAMES } from '../step/names-question.tsx'
import { elsewhereOn, IN_ANOTHER_POLICY, OtherPolicyCard } from '../step/other-policy-card.tsx'
import { PLAN_HEADING_ID, Plan } from '../step/plan.tsx'
import { Problem } from '../step/problem.tsx'
import { PROGRESS_HEADING_ID, Progress, Retry } from '../step/progress.tsx'
import { Receipts } from '../step/receipts.tsx'
import { RefusedAudiences } from '../step/refused-audiences.tsx'
import { Scheduled, ScheduledCard, Unstarted } from '../step/scheduled.tsx'
import { SignInAgain } from '../step/sign-in-again.tsx'
import { Ended, SituationCard } from '../step/situation-card.tsx'
import { StatedWindow } from '../step/stated-window.tsx'
import { findingOfTask, TaskCard } from '../step/task-card.tsx'
import { Waiting } from '../step/waiting.tsx'
import { WaitingForDays } from '../step/waiting-for-days.tsx'
import { useStrings } from '../strings.ts'
import { useDrafts, useWizard } from '../wizard-context.tsx'
import { Optional } from './operations-page.tsx'
import { EyebrowRow, PageEyebrow, PageTitle } from './page-title.tsx'
import { SaveCard } from './save-card.tsx'

export function StepPage({ step }: { readonly step: StepView }) {
  const strings = useStrings()
  const { view } = useWizard()
  const again = view.signInAgain
  const situation = situationOn(view, step)
  const waitsForDays = step.wait?.mayClose === true
  const heading = useHeadingFocus(waitsForDays ? waitingOn(step.id) : step.id)
  useFocusAfterPhase(step.phase, heading)
  useFocusOnMissing(step.missing, heading)
  useFormAskedFor(step)
  return (
    <>
      <EyebrowRow beside={<CheckedBeside />}>
        <PageEyebrow>
          {step.place
            ? strings.frame.stepOf({ number: step.place.number, of: step.place.of })
            : step.of === undefined
              ? strings.operations.eyebrow
              : strings.operations.eyebrowOf({ title: step.of })}
        </PageEyebrow>
        {step.about === undefined ? null : <AboutTarget name={step.about} />}
      </EyebrowRow>
      <PageTitle ref={heading}>
        {step.begins ?? situation?.headline ?? step.end?.headline ?? elsewhereOn(view, step)?.text ?? step.title}
      </PageTitle>
      <CardOfStep step={step} waitsForDays={waitsForDays} />
      {situation?.card && step.ended ? <Ended ended={step.ended} problem={step.problem} /> : null}
      {step.problem && !(situation?.card && step.ended) ? (
        <Spaced>
          <Problem problem={step.problem} tone={step.phase === 'pausing' || situation?.card?.tone === 'warning' ? 'warning' : 'danger'}>
            {step.retry === undefined ? null : <Retry retry={step.retry} />}
          </Problem>
        </Spaced>
      ) : null}
      {step.unstarted === undefined ? null : <Unstarted unstarted={step.unstarted} />}
      {again === undefined ? null : <SignInAgain again={again} />}
      <RefusedAudiences unfolded={step.place?.number === 1} />
      <Body step={step} waitsForDays={waitsForDays} />
    </>
  )
}

/** Neither the situation nor the end of all steps stands in its place. */
const hasTaskCard = (view: WizardView, step: StepView): boolean =>
  !isEnd(view) && situationOn(view, step)?.card === undefined && step.schedule === undefined && elsewhereOn(view, step) === undefined

function CardOfStep({ step, waitsForDays }: { readonly step: StepView; readonly waitsForDays: boolean }) {
  const { view } = useWizard()
  if (waitsForDays) return null
  if (isEnd(view)) return <SaveCard />
  const situation = situationOn(view, step)
  if (situation?.card !== undefined) return <SituationCard card={situation.card} kind={situation.kind} />
  const elsewhere = elsewhereOn(view, step)
  if (elsewhere !== undefined) return <OtherPolicyCard elsewhere={elsewhere} />
  return step.schedule ? <ScheduledCard step={step} schedule={step.schedule} /> : <TaskCard step={step} />
}

function Body({ step, waitsForDays }: { readonly step: StepView; readonly waitsForDays: boolean }) {
  const working = step.progress.length > 0
  const { browsing } = useDrafts()
  const { view } = useWizard()
  // The form of step 3 keeps its place and its focus while another subscription is read.
  const choosing = step.phase === 'choosing' || (step.phase === 'reading' && step.picture.kind === 'policy' && browsing === true)
  const planned =
    step.plan.length > 0 &&
    (step.phase === 'reviewing' || step.phase === 'confirming' || step.phase === 'scheduled' || step.phase === 'rechecking')
  const waits = working || step.schedule !== undefined
  const protections = protectionsIn(step)
  const onCard = hasTaskCard(view, step) ? findingOfTask(step) : undefined
  const elsewhere = elsewhereOn(view, step) ? step.findings.filter(({ key }) => key === IN_ANOTHER_POLICY) : []
  const picture = waits ? null : <Picture step={step} choosing={choosing} />
  // Beside a choice, hide findings that need no action.
  const findings =
    waits || (choosing && step.findings.every((finding) => severityOf(finding) === 'settled')) ? null : (
      <Findings step={step} but={onCard ? [...protections, onCard] : [...protections, ...elsewhere]} />
    )
  // Facts must not hide a blocking finding; what the map already shows comes last.
  const isBlocked = !choosing && step.findings.some(isInTheWay)
  const isMapped =
    (['environments', 'policies', 'targets'].includes(step.picture.kind) && !choosing) ||
    (step.picture.kind === 'policy' && !choosing && !planned)
  const findingsFirst = isMapped || ['membership', 'protection'].includes(step.picture.kind) || isBlocked
  const plan = planned ? <Plan step={step} /> : null
  // A plan to review comes before findings that need no action.
  const planFirst = !isBlocked && step.picture.kind === 'policy'
  return (
    <>
      {step.window && !(step.wait && waitsForDays) ? (
        <Spaced>
          <StatedWindow window={step.window} />
        </Spaced>
      ) : null}
      {step.schedule ? <Scheduled step={step} schedule={step.schedule} /> : null}
      {working && !waitsForDays ? <Progress step={step} /> : null}
      {step.wait ? <WaitFor step={step} waitsForDays={waitsForDays} /> : null}
      {step.picture.kind === 'protection' && !waits ? <ProposedProtections picture={step.picture} /> : null}
      {waits ? null : <Protections findings={protections} />}
      {planFirst ? plan : null}
      {findingsFirst ? findings : picture}
      {findingsFirst ? picture : findings}
      {step.optional === undefined ? null : (
        <Optional operations={step.optional} note={step.picture.kind === 'policy' ? step.picture.protections : undefined} />
      )}
      {planFirst ? null : plan}
      {step.confirmation && step.phase === 'confirming' ? <Confirmation step={step} confirmation={step.confirmation} /> : null}
      {/* During the work, each change shows its receipt. */}
      {working ? null : <Receipts receipts={step.receipts} />}
      {waits || !mayStopHere(step) ? null : (
        <Spaced>
          <RemoveCreated />
        </Spaced>
      )}
    </>
  )
}

/** From the first resource of step 3 until the environment is encrypted. */
const mayStopHere = ({ picture, place, proved, receipts }: StepView): boolean =>
  picture.kind === 'policy' ? receipts.length > 0 : place !== undefined && place.number === place.of && !proved

/** Protections that are on, planned or possible; a blocking or unread one is an ordinary finding. */
function protectionsIn({ picture, findings }: StepView): readonly FindingView[] {
  if (picture.kind !== 'protection') return []
  return findings.filter((finding) => picture.protections.includes(finding.key) && !isInTheWay(finding))
}

function WaitFor({ step, waitsForDays }: { readonly step: StepView; readonly waitsForDays: boolean }) {
  if (step.wait === undefined) return null
  if (waitsForDays) return <WaitingForDays step={step} wait={step.wait} />
  return (
    <Section heading={step.wait.title} note={step.wait.range}>
      <Waiting wait={step.wait} />
    </Section>
  )
}

function Picture({ step, choosing }: { readonly step: StepView; readonly choosing: boolean }) {
  const strings = useStrings()
  const { picture } = step
  switch (picture.kind) {
    case 'environments':
      return choosing ? <EnvironmentPicker picture={picture} /> : <ChosenEnvironment picture={picture} />
    case 'policy':
      return choosing ? <PolicyForm form={picture.form} /> : <ChosenPolicy form={picture.form} />
    case 'policies':
      return choosing ? <PolicyPicker picture={picture} /> : <ChosenNextPolicy picture={picture} />
    case 'protection':
      return (
        <>
          <Workspaces picture={picture} />
          <ExpiryMail picture={picture} />
          <Holders picture={picture} />
          <Spaced>
            <FoldedRows rows={picture.rows} />
          </Spaced>
        </>
      )
    case 'targets':
    case 'membership':
      if (picture.kind === 'targets' && choosing) return <TargetPicker picture={picture} />
      if (picture.rows.length === 0) return null
      // Lasting obligations must be easy to find.
      if (step.place === undefined && step.proved)
        return (
          <Section heading={strings.noted.membershipHeading}>
            <NotedRows rows={picture.rows} />
          </Section>
        )
      return (
        <Spaced>
          <FoldedRows rows={picture.rows} />
        </Spaced>
      )
    case 'noted':
      if (picture.rows.length === 0) return null
      // Beside the question, the card has what counts.
      if (findingOfTask(step)?.key === QUESTION_OF_NAMES)
        return (
          <Spaced>
            <FoldedRows label={strings.noted.heading} rows={picture.rows} />
          </Spaced>
        )
      return (
        <Section heading={strings.noted.heading}>
          <NotedRows rows={picture.rows} />
        </Section>
      )
    case 'none':
      return null
  }
}

/** Opens the form that a button of another page led to. */
function useFormAskedFor({ id, phase }: StepView): void {
  const { can, send, keep } = useWizard()
  const { editing } = useDrafts()
  const isHere = editing === id && phase !== 'reading'
  const isTaken = can('CHANGE_CHOICES')
  useEffect(() => {
    if (!isHere) return
    keep({ editing: undefined })
    if (isTaken) send({ type: 'CHANGE_CHOICES' })
  }, [isHere, isTaken, keep, send])
}

/** When a phase removes the focused button, the focus moves to its replacement. */
function useFocusAfterPhase(phase: StepView['phase'], heading: RefObject<HTMLHeadingElement | null>): void {
  const before = useRef(phase)
  useEffect(() => {
    if (before.current === phase) return
    before.current = phase
    if (document.activeElement !== null && document.activeElement !== document.body) return
    const target = document.getElementById(PROGRESS_HEADING_ID) ?? heading.current
    target?.focus()
  }, [phase, heading])
}

/** When pressed too early, Continue moves the focus to what is missing, each time. */
function useFocusOnMissing(missing: StepView['missing'], heading: RefObject<HTMLHeadingElement | null>): void {
  useEffect(() => {
    // Reread with nothing missing: the focus stays near Continue.
    if (missing === undefined || missing.rereading === 'passed') return
    const target = missingTarget(missing) ?? heading.current
    if (target === null) return
    target.setAttribute('aria-describedby', MISSING_ID)
    target.focus()
    target.closest('li')?.scrollIntoView({ block: 'nearest' })
    return () => target.removeAttribute('aria-describedby')
  }, [missing, heading])
}

function missingTarget(missing: NonNullable<StepView['missing']>): HTMLElement | null {
  switch (missing.target) {
    case 'finding':
      return missing.findingKey === undefined ? null : document.getElementById(findingTitleId(missing.findingKey))
    case 'plan':
      return document.getElementById(PLAN_HEADING_ID) ?? document.getElementById(PROGRESS_HEADING_ID)
    case 'form':
      return document.querySelector<HTMLElement>(`#${CHOICES_FORM} :is(input, select)`)
    case 'page':
      return null
  }
}
