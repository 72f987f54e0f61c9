import type { EngagementRow } from '../../messages/view.ts'
import { useWords } from '../language.tsx'
import { team } from '../messages/team.ts'
import { Note } from '../primitives/text.tsx'

/** Whether the team shares it, who works on it now, and what is missing in the team's store. */
export function SharedBy({ row: { inTeam, held, note } }: { readonly row: EngagementRow }) {
  const words = useWords(team)
  if (!inTeam && !held && note === undefined) return null
  return (
    <>
      {inTeam || held ? <Note>{held ? words.openBy(held) : words.inStore}</Note> : null}
      {note === undefined ? null : <Note>{note}</Note>}
    </>
  )
}
