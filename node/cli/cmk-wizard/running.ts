import type { Clock } from '#machines/engine/clock.ts'
import type { LeftOut } from '#machines/environment/left-out.ts'
import type { Managed } from '#machines/managed/settings.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import type { Formatter } from '#messages/formatter.ts'
import type { Timers } from '../../practice/clock.ts'
import type { StartFiles } from '../../services/identity/start-files.ts'
import type { Command } from './command.ts'
import type { OpeningOptions } from './opening.ts'
import type { Paint, Stream } from './output.ts'
import type { ResultDocument } from './results.ts'
import type { Variables } from './targets.ts'
import type { SaidWaits } from './waiting.ts'

export interface Surroundings {
  readonly variables: Variables
  readonly out: Stream
  readonly err: Stream
  /** No one received a part of the result that goes to `err`. */
  readonly lost?: () => void
  readonly now: () => number
  readonly signal: AbortSignal
  /** Aborts the signal with `TimeIsOver` after milliseconds. */
  readonly endIn: (milliseconds: number) => void
  /** Variables that were removed from the environment. */
  readonly leftOut?: readonly LeftOut[]
  /** Switches of Node.js that weaken connections. */
  readonly switches?: readonly string[]
  /** Organization's policy; read only for a sign-in. */
  readonly managed: () => Promise<Managed | undefined>
  readonly confirm?: (question: string) => Promise<boolean>
  readonly identity?: NonNullable<OpeningOptions['identity']>
  readonly clock?: Clock
  /** Of waits that are said; absent: real time. */
  readonly timers?: Timers
}

export interface Running extends Surroundings {
  readonly command: Command
  readonly formatter: Formatter
  readonly paint: Paint
  readonly files: StartFiles
  readonly progress: (line: string) => void
  readonly waits: SaidWaits
}

export type Outcome =
  | { readonly result: ResultOf; readonly lines: readonly string[]; readonly raw?: string }
  | { readonly refused: readonly DisplayText[] }

type WithoutFrame<Of> = Of extends ResultDocument ? Omit<Of, 'format' | 'version' | 'wizard' | 'language' | 'at'> : never
export type ResultOf = WithoutFrame<ResultDocument>
