import { MINUTE } from '#machines/engine/durations.ts'

/** More pages, emails, windows, dialogs, and sign-ins than a person opens in a minute. */
const MOST = 20

/** One of the page's calls would start one program too many. */
export class TooManyPrograms extends Error {
  override readonly name = 'TooManyPrograms'
}

/**
 * Limits how many programs a page can start: one that was taken over could start them without end.
 * @param now milliseconds since any moment
 * @returns whether one more may start
 */
export function programLimit(now: () => number = () => performance.now()): () => boolean {
  const started: number[] = []
  return () => {
    while (started[0] !== undefined && now() - started[0] >= MINUTE) started.shift()
    if (started.length >= MOST) return false
    started.push(now())
    return true
  }
}

/** @returns what starts a program, within the limit; otherwise throws TooManyPrograms */
export const limitedBy =
  (mayStart: () => boolean) =>
  <Given extends readonly unknown[], Started>(start: (...given: Given) => Started) =>
  (...given: Given): Started => {
    if (!mayStart()) throw new TooManyPrograms()
    return start(...given)
  }

/** Lets one dialog be open at a time, of all that are made with it: a page could put them on top of each other. */
export function dialogTurn(): <Options, Answer>(
  ask: (options: Options) => Promise<Answer>,
  canceled: Answer,
) => (options: Options) => Promise<Answer> {
  let isOpen = false
  return (ask, canceled) => async (options) => {
    if (isOpen) return canceled
    isOpen = true
    try {
      return await ask(options)
    } finally {
      isOpen = false
    }
  }
}
