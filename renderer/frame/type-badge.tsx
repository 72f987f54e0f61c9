import { useWords } from '../language.tsx'
import { engagements } from '../messages/engagements.ts'
import { Badge } from '../primitives/badge.tsx'

/** Production is filled, because it is the one that hurts; another type is outlined, in the service's word where it is an unusual one. */
export function TypeBadge({ type }: { readonly type: string | undefined }) {
  const { production, sandbox } = useWords(engagements)
  if (type === undefined) return null
  const known: Readonly<Record<string, string>> = { production, sandbox }
  const isProduction = type.toLowerCase() === 'production'
  return <Badge filled={isProduction}>{known[type.toLowerCase()] ?? type}</Badge>
}
