import { z } from 'zod'
import type { LifecycleOperation, OperationState } from '#machines/engine/answer.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { withOptional } from '../azure/optional.ts'
import { messageText, nameText } from '../azure/service-text.ts'

const wireError = anyCase({ code: text, message: text })

const wireOperation = anyCase({
  id: z.string().min(1),
  type: anyCase({ id: text }).nullish(),
  typeDisplayName: text,
  state: anyCase({ id: z.string().min(1) }),
  createdDateTime: text,
  lastActionDateTime: text,
  requestedBy: anyCase({ displayName: text, userPrincipalName: text, id: text }).nullish(),
  stages: z
    .array(
      anyCase({
        id: text,
        name: text,
        state: anyCase({ id: text }).nullish(),
        firstActionDateTime: text,
        lastActionDateTime: text,
        error: z.union([z.string(), wireError]).nullish(),
        errorDetail: z.union([z.string(), wireError]).nullish(),
      }),
    )
    .nullish(),
  error: z.union([z.string(), wireError]).nullish(),
  errorDetail: z.union([z.string(), wireError]).nullish(),
})

type Wire = z.output<typeof wireOperation>
type WireError = Wire['error']

const STATES: Readonly<Record<string, OperationState>> = {
  notstarted: 'not-started',
  running: 'running',
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'canceled',
  cancelled: 'canceled',
}

const stateOf = (word: string): OperationState => {
  const known = word.toLowerCase()
  return Object.hasOwn(STATES, known) ? (STATES[known] ?? 'unknown') : 'unknown'
}

const shown = (said: string | null | undefined): string | undefined => messageText(said ?? '') || undefined

const said = (error: WireError): { code?: string; message?: string } | undefined => {
  if (!error) return undefined
  const { code, message } = typeof error === 'string' ? { message: error } : error
  return withOptional({}, { code: shown(code), message: shown(message) })
}

function toOperation(wire: Wire): LifecycleOperation {
  const { requestedBy } = wire
  const stages = wire.stages ?? []
  const stageError = stages.map((stage) => stage.error ?? stage.errorDetail).find(Boolean)
  return withOptional(
    {
      id: wire.id,
      type: wire.type?.id ?? '',
      state: stateOf(wire.state.id),
      stateWord: wire.state.id,
      stages: stages.map((stage) =>
        withOptional(
          { name: nameText(stage.name || stage.id || '') },
          { stateWord: stage.state?.id, firstActionAt: stage.firstActionDateTime, lastActionAt: stage.lastActionDateTime },
        ),
      ),
    },
    {
      typeDisplayName: nameText(wire.typeDisplayName ?? '') || undefined,
      createdAt: wire.createdDateTime,
      lastActionAt: wire.lastActionDateTime,
      requestedBy: nameText(requestedBy?.displayName ?? '') || nameText(requestedBy?.userPrincipalName ?? '') || requestedBy?.id,
      // No published payload of a failed operation has an error, so all possible places are checked.
      error: said(wire.error ?? wire.errorDetail ?? stageError),
    },
  )
}

/** The state is in `state.id`, which no poller of the Azure SDKs knows. */
export const operationSchema = wireOperation.transform(toOperation)

export const operationPageSchema = anyCase({ value: z.array(operationSchema), nextLink: text })

const moment = (operation: LifecycleOperation): number => Date.parse(operation.createdAt ?? '') || 0

/** Newest first, undated last. */
export const newestFirst = (operations: readonly LifecycleOperation[]): readonly LifecycleOperation[] =>
  [...operations].sort((a, b) => moment(b) - moment(a))
