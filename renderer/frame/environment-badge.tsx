import { Badge } from '../primitives/badge.tsx'
import { useWizard } from '../wizard-context.tsx'

/** Of which type the environment is, as the map says it: the one that people work in is filled. Nothing until it was read. */
export function EnvironmentBadge() {
  const { view } = useWizard()
  const badge = view.keyMap?.elements.find(({ element }) => element === 'environment')?.badge
  return badge === undefined ? null : <Badge filled={badge.tone === 'production'}>{badge.word}</Badge>
}
