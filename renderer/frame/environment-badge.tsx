import { Badge } from '../primitives/badge.tsx'
import { useWizard } from '../wizard-context.tsx'

/** Environment type as on the Key Map; production is filled. */
export function EnvironmentBadge() {
  const { view } = useWizard()
  const badge = view.keyMap?.elements.find(({ element }) => element === 'environment')?.badge
  return badge === undefined ? null : <Badge filled={badge.tone === 'production'}>{badge.word}</Badge>
}
