import type { OtherView } from '#messages/view.ts'
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

/** Running or finished work of an environment that isn't on screen, if known. */
export function useOthers(): (environmentId: string) => Other | undefined {
  const { view } = useWizard()
  return (environmentId) => {
    const other = view.others?.find((each) => each.environmentId === environmentId)
    return other && { title: other.problem?.title ?? other.title, look: lookOf(other) }
  }
}
