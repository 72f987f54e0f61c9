import { presenterAct } from '#contract/presenter.ts'
import { type BackstageView, PRESENTER_DO, PRESENTER_GET } from '#contract/presenter-channels.ts'
import type { Behind } from '#node/practice/presenting/behind.ts'
import type { InvokeRegistry } from '../ipc/registrar.ts'

const STRANGER = 'The sender is not the trainer’s own page.'
const MALFORMED = 'The message doesn’t have the expected format.'

export interface AnsweredBy<Event> {
  readonly registry: InvokeRegistry<Event>
  readonly isTrusted: (event: Event) => boolean
  readonly presenting: Pick<Behind<BackstageView>, 'view' | 'act'>
  /** Never receives what was sent. */
  readonly log: (line: string) => void
}

/** Only its own page, and only valid messages. Refusals are values, logged by reason. */
export function answerPresenter<Event>({ registry, isTrusted, presenting, log }: AnsweredBy<Event>): void {
  const refuse = (channel: string, why: string) => {
    log(`Refused ${channel}: ${why}`)
    return { ok: false, why }
  }
  const isOurs = (event: Event): boolean => {
    try {
      return isTrusted(event)
    } catch {
      // A frame that has gone can't be answered.
      return false
    }
  }
  registry.handle(PRESENTER_GET, (event) => (isOurs(event) ? presenting.view() : refuse(PRESENTER_GET, STRANGER)))
  registry.handle(PRESENTER_DO, (event, argument) => {
    if (!isOurs(event)) return refuse(PRESENTER_DO, STRANGER)
    const asked = presenterAct.safeParse(argument)
    if (!asked.success) return refuse(PRESENTER_DO, MALFORMED)
    presenting.act(asked.data)
    return { ok: true }
  })
}
