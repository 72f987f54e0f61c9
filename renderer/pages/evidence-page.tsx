import { Button } from '@fluentui/react-components'
import { useCallback, useEffect, useState } from 'react'
import type { KeptReports } from '../../ipc/contract.ts'
import { REPORT_FORMATS, type ReportFormat } from '../../machines/engine/report-formats.ts'
import type { EvidenceView } from '../../messages/view.ts'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { useStrings, useTimes } from '../language.tsx'
import { NotedRows } from '../pickers/noted-rows.tsx'
import { useWrittenIn, WrittenInField, writtenIn } from '../pickers/written-in.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Card, CardItem } from '../primitives/card.tsx'
import { Spaced } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import { Note } from '../primitives/text.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'
import { PageLead, PageTitle } from './page-title.tsx'
import { ReportBrand } from './report-brand.tsx'

/** What the journal holds, and its report as a file. */
export function EvidencePage({ evidence }: { readonly evidence: EvidenceView }) {
  const words = useStrings().evidence
  const { moment, count } = useTimes()
  const { view } = useWizard()
  const now = useNow()
  const heading = useHeadingFocus('evidence')
  const { journal, rows } = evidence
  return (
    <>
      <PageTitle ref={heading}>{words.title}</PageTitle>
      <PageLead>{words.lead}</PageLead>
      {journal === undefined ? (
        <Spaced>
          <Callout tone="info">{words.none}</Callout>
        </Spaced>
      ) : (
        <>
          <Section heading={words.journal}>
            <NotedRows
              rows={[
                { label: words.lines, value: count(journal.lines), copyable: false },
                { label: words.lastLine, value: moment(journal.at, now), copyable: false },
                { label: words.head, value: journal.head, copyable: true, hint: words.headHint },
              ]}
            />
            {view.practice ? <Note as="p">{words.practice}</Note> : null}
          </Section>
          <Section heading={words.tells}>
            <NotedRows rows={rows} />
          </Section>
          <ReportBrand />
          <SaveReport />
        </>
      )}
    </>
  )
}

/** The copies in the team's store, as they are when the page comes on screen and after each save. */
function useReportsOfTeam() {
  const { bridge } = useWizard()
  const [reports, setReports] = useState<KeptReports>([])
  const read = useCallback(async () => {
    const answer = await bridge.listReports()
    if (answer.ok) setReports(answer.value)
  }, [bridge])
  useEffect(() => void read(), [read])
  return [reports, read] as const
}

function SaveReport() {
  const words = useStrings().evidence
  const { moment } = useTimes()
  const now = useNow()
  const { bridge, announce } = useWizard()
  const [reports, readReports] = useReportsOfTeam()
  const [outcome, setOutcome] = useState<{ readonly tone: 'success' | 'warning' | 'danger'; readonly text: string }>()
  const [saving, setSaving] = useState(false)
  const [language, setLanguage] = useWrittenIn()
  const save = async (format: ReportFormat) => {
    if (saving) return
    setSaving(true)
    announce(words.saving)
    const answer = await bridge.saveReport({ format, ...writtenIn(language) })
    setSaving(false)
    if (!answer.ok) return setOutcome({ tone: 'danger', text: answer.why })
    // Called off by the person: nothing to say.
    const { savedAs: name, isInStore, notInStore: why } = answer.value
    if (name === undefined) return setOutcome(undefined)
    const text = why !== undefined ? words.savedNotInStore({ name, why }) : isInStore ? words.savedInStore({ name }) : words.saved({ name })
    setOutcome({ tone: why === undefined ? 'success' : 'warning', text })
    announce(text)
    if (isInStore) await readReports()
  }
  return (
    <Section heading={words.save}>
      <WrittenInField label={words.language} language={language} onChoose={setLanguage} />
      <Card as="ul">
        {REPORT_FORMATS.map((format) => (
          <CardItem
            key={format}
            aside={
              <Button disabledFocusable={saving} onClick={() => void save(format)}>
                {words.formats[format].button}
              </Button>
            }
          >
            {words.formats[format].what}
          </CardItem>
        ))}
      </Card>
      {outcome ? (
        <Callout tone={outcome.tone} role={outcome.tone === 'danger' ? 'alert' : undefined}>
          {outcome.text}
        </Callout>
      ) : null}
      <Note as="p">{words.check}</Note>
      {reports.length === 0 ? null : (
        <Section heading={words.byTeam}>
          <NotedRows
            rows={reports.map(({ name, at, format }) => ({
              ...{ label: moment(at, now), value: words.formats[format].name, hint: name, copyable: false },
            }))}
          />
        </Section>
      )}
    </Section>
  )
}
