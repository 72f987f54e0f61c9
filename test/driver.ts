import type { SequenceId } from '#machines/engine/step/finding.ts'
import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import { decide } from '#machines/procedure/decide.ts'
import type { Decision } from '#machines/procedure/decisions.ts'
import type { OperationId } from '#machines/procedure/procedure.ts'
import type { WizardView } from '#messages/view.ts'
import { confirmed, sitBefore, toConfirm, until, usual } from '#node/practice/presenting/walk/person.ts'
import type { Walked } from '#node/practice/presenting/walk/walk.ts'
import type { Scenario } from '#node/practice/scenario.ts'

type Fits = (view: WizardView) => boolean

/** A person who is told what to do, one thing at a time. @param advance lets hours pass at the services */
export function drive<Host extends Omit<Walked, 'text'>>(host: Host, advance = (hours: number): void => host.advancePractice(hours)) {
  const driver = {
    host,
    send: (event: WizardEvent): void => host.send(event),
    decide: (decision: Decision): void => host.send(decide(decision)),
    until: (fits: Fits): Promise<WizardView> => until(host, fits),
    reviewing: (id?: SequenceId): Promise<WizardView> =>
      until(host, ({ step }) => step?.phase === 'reviewing' && (id === undefined || step.id === id)),
    /** @returns its page, once it has been read */
    openOperation(operation: OperationId): Promise<WizardView> {
      host.send({ type: 'GO_TO_PAGE', page: 'operations' })
      host.send({ type: 'OPEN_OPERATION', operation })
      return until(host, ({ step }) => step?.id === operation && step.phase !== 'reading')
    },
    attestAll(): void {
      for (const { key } of toConfirm(host.view().step?.findings ?? [])) host.send({ type: 'ATTEST', key })
    },
    /** @returns the view in which the plan was confirmed */
    async confirm(): Promise<WizardView> {
      host.send({ type: 'REVIEW_PLAN' })
      const asked = await until(host, ({ step }) => step?.phase === 'confirming')
      host.send({ type: 'CONFIRM', ...confirmed(asked.step?.confirmation, asked.now) })
      return asked
    },
    /** To the reading after what runs. What takes days is skipped, some hours after each look. */
    finish: (hours = 1): Promise<WizardView> =>
      until(host, ({ step, closing }) => {
        // While the view is shown: afterwards it would be shown once more for the time alone, and so on without an end.
        if (step?.phase === 'waiting') advance(hours)
        return step?.phase === 'reviewing' || closing !== undefined
      }),
    async carryOut(hours?: number): Promise<WizardView> {
      await driver.confirm()
      return driver.finish(hours)
    },
    /** Answers each view until one fits, as a person would who wants to get on. */
    async walkUntil(scenario: Pick<Scenario, 'environmentId' | 'choices'>, fits: Fits): Promise<WizardView> {
      const { pages, phases } = usual(scenario)
      let lastLook: number | undefined
      const first = (view: WizardView) => (fits(view) ? { end: 'there', view } : undefined)
      const end = await sitBefore(host, {
        first,
        pages,
        phases: {
          ...phases,
          waiting({ wait }) {
            // The encryption is a day of identical polls: after each, an hour is skipped.
            if (!wait?.mayClose || wait.lastPollAt === lastLook) return
            lastLook = wait.lastPollAt
            queueMicrotask(() => advance(1))
          },
        },
      })
      return end.view
    },
  }
  return driver
}

export type Driver<Host extends Omit<Walked, 'text'>> = ReturnType<typeof drive<Host>>
