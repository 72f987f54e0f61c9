import { useWords } from '../language.tsx'
import { engagements } from '../messages/engagements.ts'
import { Badge } from '../primitives/badge.tsx'

export type TypeWord = (type: string) => string

/** The type in the window's language, followed by the service's word if it differs. */
export function useTypeWord(): TypeWord {
  const { production, sandbox } = useWords(engagements)
  const known: Readonly<Record<string, string>> = { production, sandbox }
  return (type) => {
    const word = known[type.toLowerCase()] ?? type
    return word === type ? type : `${word} (${type})`
  }
}

/** Production is filled; others are outlined. */
export function TypeBadge({ type }: { readonly type: string | undefined }) {
  const { production, sandbox } = useWords(engagements)
  if (type === undefined) return null
  const known: Readonly<Record<string, string>> = { production, sandbox }
  const isProduction = type.toLowerCase() === 'production'
  return <Badge filled={isProduction}>{known[type.toLowerCase()] ?? type}</Badge>
}
