import type { EngagementRow } from '../../messages/view.ts'
import { useWords } from '../language.tsx'
import { team } from '../messages/team.ts'
import { Note } from '../primitives/text.tsx'

/** Whether the team shares it, and who is at work on it now. */
export function SharedBy({ row: { inTeam, held } }: { readonly row: EngagementRow }) {
  const words = useWords(team)
  if (!inTeam && !held) return null
  return <Note>{held ? words.openBy(held) : words.inStore}</Note>
}
