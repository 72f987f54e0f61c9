import type { ReactNode } from 'react'
import { defined } from '#machines/defined.ts'
import type { SourceView } from '#messages/view.ts'
import { useTimes } from '../language.tsx'
import { ExternalLink } from '../primitives/link-button.tsx'
import { Note } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'

/** A document with its section and edition date. @param more an extra note */
export function Source({
  source: { id, title, edition: date, heading },
  more,
}: {
  readonly source: SourceView
  readonly more?: ReactNode
}) {
  const strings = useStrings()
  const { edition } = useTimes()
  return (
    <span>
      <ExternalLink to={{ source: id, ...defined({ heading }) }}>
        <span lang="en" translate="no">
          {title}
        </span>
      </ExternalLink>
      <Note>
        {heading === undefined ? null : (
          <>
            <span lang="en" translate="no">
              {heading}
            </span>
            {' · '}
          </>
        )}
        {date === undefined ? strings.frame.noEdition : strings.frame.edition({ date: edition(date) })}
        {more}
      </Note>
    </span>
  )
}
