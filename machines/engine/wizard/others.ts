import { type ActorRefFrom, createActor, type EventObject, fromCallback, type SnapshotFrom } from 'xstate'
import { operationIds, stepIds } from '../procedure.ts'
import type { StepInput } from '../step/context.ts'
import type { SequenceId } from '../step/finding.ts'
import type { StepMachine } from '../step/machine.ts'
import { phaseOf, recordIn, stepInput, type WizardContext } from './context.ts'
import { heard } from './hearing.ts'
import { besideOf, operationAbout } from './targets.ts'

/*
 * Operations that run at the services for a step, an operation or one of its subjects, while another page is on screen. Each has the same
 * loop as on screen, which reads and polls but never writes: nothing can be confirmed there.
 */

type Snapshot = SnapshotFrom<StepMachine>

/** All loops to run now; others are stopped. */
export interface Follow extends EventObject {
  readonly type: 'FOLLOW'
  readonly waits: readonly { readonly id: SequenceId; readonly input: StepInput }[]
}

/** From the loops alone: the contract with the window doesn’t know it. */
export interface OtherEvent {
  readonly type: 'OTHER_SEEN'
  readonly id: SequenceId
  readonly snapshot: Snapshot
}

/** Holds the loops. @param step the loop as it runs on screen */
export const followingWith = (step: StepMachine) =>
  fromCallback<Follow, undefined, OtherEvent>(({ receive, sendBack }) => {
    const loops = new Map<SequenceId, ActorRefFrom<StepMachine>>()
    const letGo = (id: SequenceId): void => {
      const loop = loops.get(id)
      loops.delete(id)
      loop?.stop()
    }
    receive(({ waits }) => {
      for (const id of [...loops.keys()]) if (!waits.some((each) => each.id === id)) letGo(id)
      for (const { id, input } of waits) {
        if (loops.has(id)) continue
        const loop = createActor(step, { input })
        loops.set(id, loop)
        loop.subscribe((snapshot) => {
          if (loops.get(id) === loop) sendBack({ type: 'OTHER_SEEN', id, snapshot })
        })
        loop.start()
      }
    })
    return () => {
      for (const id of [...loops.keys()]) letGo(id)
    }
  })

/** An operation has ended at the services, and is being read once more: only that reading says what came of it. */
const isBeingRead = ({ others }: WizardContext, id: SequenceId): boolean => ['reading', 'waiting'].includes(others[id]?.phase ?? '')

const recordIds = ({ steps, operations }: Pick<WizardContext, 'steps' | 'operations'>): readonly SequenceId[] => [
  ...Object.keys(steps),
  ...Object.keys(operations),
]

/** Steps and operations to poll beside the screen. */
const toFollow = (context: WizardContext): readonly SequenceId[] =>
  recordIds(context).filter(
    (id) =>
      id !== context.running &&
      (recordIn(context, id).pending !== undefined || (context.following.includes(id) && isBeingRead(context, id))),
  )

/** The result is shown until its own page is opened. */
const isStillTold = (context: WizardContext, id: SequenceId): boolean => id !== context.running && recordIds(context).includes(id)

export const followsOthers = (context: WizardContext): boolean =>
  toFollow(context).join() === context.following.join() && Object.keys(context.others).every((id) => isStillTold(context, id))

export const notingOthers = (context: WizardContext): Pick<WizardContext, 'following' | 'others'> => ({
  following: toFollow(context),
  others: Object.fromEntries(Object.entries(context.others).filter(([id]) => isStillTold(context, id))),
})

function inputOf(context: WizardContext, id: SequenceId): StepInput {
  const { operation, about } = operationAbout(id)
  const outline = context.procedure.operations.find((each) => each.id === operation)
  // Scheduled changes start only on their own page.
  const { schedule: _, before: __, browsed: ___, ...input } = stepInput(context, id)
  return {
    ...input,
    stepId: operation,
    choices: about === undefined || !outline?.each ? input.choices : outline.each.with(input.choices, about),
  }
}

export const followOrder = (context: WizardContext): Follow => ({
  type: 'FOLLOW',
  waits: context.following.map((id) => ({ id, input: inputOf(context, id) })),
})

/** Stores a loop's snapshot where its own page finds it. */
export function withOther(context: WizardContext, { id, snapshot }: OtherEvent, at: number): Partial<WizardContext> {
  if (!context.following.includes(id)) return {}
  return {
    ...heard(context, id, snapshot, at),
    others: { ...context.others, [id]: { phase: phaseOf(snapshot), context: snapshot.context } },
  }
}

/** The records of an operation: its own, and those of the things that it is about beside that. */
export const recordsOf = (context: WizardContext, operation: SequenceId): readonly SequenceId[] =>
  recordIds(context).filter((id) => id === operation || id.startsWith(besideOf(operation, '')))

/** All steps and operations first, then what stands beside them. */
export const idsOf = (context: WizardContext): readonly SequenceId[] => [
  ...new Set([...stepIds(context.procedure), ...operationIds(context.procedure), ...recordIds(context)]),
]
