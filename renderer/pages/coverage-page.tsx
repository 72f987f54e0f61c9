import { useEffect, useRef } from 'react'
import type { CoverageView } from '#messages/view.ts'
import { CoverageForm } from '../coverage/coverage-form.tsx'
import { CoverageResult } from '../coverage/coverage-result.tsx'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { ActionCard } from '../step/task-card.tsx'
import { useStrings } from '../strings.ts'
import { PageEyebrow, PageTitle } from './page-title.tsx'

export function CoveragePage({ coverage }: { readonly coverage: CoverageView }) {
  const strings = useStrings()
  const heading = useHeadingFocus('coverage')
  const { answering, openGaps } = coverage
  const words = strings.coverage
  const before = useRef(answering)
  useEffect(() => {
    // Other content on the same page: back to the top.
    if (before.current !== answering) heading.current?.focus()
    before.current = answering
  }, [answering, heading])
  return (
    <>
      <PageEyebrow>{strings.prepare.title}</PageEyebrow>
      <PageTitle ref={heading}>{strings.coverage.title}</PageTitle>
      <ActionCard
        sentence={answering ? words.ask : openGaps > 0 ? words.openGaps({ open: openGaps }) : words.nothingLeft}
        text={answering ? words.askLead : words.resultLead}
      />
      {answering ? <CoverageForm uses={coverage.uses} /> : <CoverageResult coverage={coverage} />}
    </>
  )
}
