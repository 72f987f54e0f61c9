import type { OtherView } from '../../messages/view.ts'
import type { StateLook } from '../primitives/status.tsx'
import { useWizard } from '../wizard-context.tsx'

export interface Other {
  readonly title: string
  readonly look: StateLook
}

function lookOf({ phase, proved, problem, findings }: OtherView): StateLook {
  if (phase === 'waiting' || phase === 'reading') return { tone: 'brand', glyph: 'running' }
  const fails = problem !== undefined || findings.some(({ status }) => status === 'fail')
  return proved && !fails ? { tone: 'success', glyph: 'key' } : { tone: 'warning', glyph: 'warning' }
}

/** What runs for an environment that is not on screen, or how it has ended; nothing where nothing is known of it. */
export function useOthers(): (environmentId: string) => Other | undefined {
  const { view } = useWizard()
  return (environmentId) => {
    const other = view.others?.find((each) => each.environmentId === environmentId)
    return other && { title: other.problem?.title ?? other.title, look: lookOf(other) }
  }
}
