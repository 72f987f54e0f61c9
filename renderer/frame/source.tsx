import type { ReactNode } from 'react'
import type { SourceView } from '../../messages/view.ts'
import { useStrings, useTimes } from '../language.tsx'
import { ExternalLink } from '../primitives/link-button.tsx'
import { Note } from '../primitives/text.tsx'

/** A document with the date of the edition that was read. @param more what else is noted of it */
export function Source({ source: { id, title, edition: date }, more }: { readonly source: SourceView; readonly more?: ReactNode }) {
  const strings = useStrings()
  const { edition } = useTimes()
  return (
    <span>
      <ExternalLink to={{ source: id }}>{title}</ExternalLink>
      <Note>
        {date === undefined ? strings.frame.noEdition : strings.frame.edition({ date: edition(date) })}
        {more}
      </Note>
    </span>
  )
}
