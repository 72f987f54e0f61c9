import { useEffect, useState } from 'react'
import type { KeptReports } from '#contract/contract.ts'
import { REPORT_FORMATS } from '#machines/engine/report-formats.ts'
import type { EvidenceView } from '#messages/view.ts'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { useTimes } from '../language.tsx'
import { NotedRows } from '../pickers/noted-rows.tsx'
import { useWrittenIn, WrittenInField } from '../pickers/written-in.tsx'
import { Button } from '../primitives/button.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Card, CardItem } from '../primitives/card.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Spaced } from '../primitives/layout.tsx'
import { Moment } from '../primitives/moment.tsx'
import { Section } from '../primitives/section.tsx'
import { Note, Text } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import { PageTitle } from './page-title.tsx'
import { ReportBrand } from './report-brand.tsx'
import { useSaveReport } from './use-save-report.ts'

export function EvidencePage({ evidence }: { readonly evidence: EvidenceView }) {
  const words = useStrings().evidence
  const { count } = useTimes()
  const { view } = useWizard()
  const heading = useHeadingFocus('evidence')
  const { journal, rows } = evidence
  return (
    <>
      <PageTitle ref={heading}>{words.title}</PageTitle>
      <Text>{words.lead}</Text>
      {journal === undefined ? (
        <Spaced>
          <Callout tone="info">{words.none}</Callout>
        </Spaced>
      ) : (
        <>
          <SaveReport />
          <Section heading={words.journal}>
            <NotedRows
              rows={[
                { label: words.lines, value: count(journal.lines), copyable: false },
                { label: words.lastLine, value: '', at: journal.at, copyable: false },
                { label: words.head, value: journal.head, copyable: true, hint: words.headHint },
              ]}
            />
            {view.practice ? <Note as="p">{words.practice}</Note> : null}
          </Section>
          <Section heading={words.tells}>
            <NotedRows rows={rows} />
          </Section>
          <ReportBrand />
        </>
      )}
    </>
  )
}

/** Copies in the team's store, reloaded when the page appears and after each save. */
function useReportsOfTeam() {
  const { bridge } = useWizard()
  const [reports, setReports] = useState<KeptReports>([])
  const [saves, setSaves] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again after each save
  useEffect(() => {
    void bridge.call('report:list', {}).then((answer) => {
      if (answer.ok) setReports(answer.value)
    })
  }, [bridge, saves])
  return [reports, () => setSaves((count) => count + 1)] as const
}

function SaveReport() {
  const words = useStrings().evidence
  const { bridge, announce } = useWizard()
  const [reports, readReports] = useReportsOfTeam()
  const [language, setLanguage] = useWrittenIn()
  const { save, saving, outcome, setOutcome } = useSaveReport(readReports)
  const saveCopy = async (of: string) => {
    const answer = await bridge.call('report:copy', { name: of })
    if (!answer.ok) return setOutcome({ tone: 'danger', text: answer.why })
    const { savedAs: name } = answer.value
    if (name === undefined) return setOutcome(undefined)
    setOutcome({ tone: 'success', text: words.saved({ name }) })
    announce(words.saved({ name }))
  }
  return (
    <Section heading={words.save}>
      <WrittenInField label={words.language} language={language} onChoose={setLanguage} />
      <Card as="ul">
        {REPORT_FORMATS.map((format) => (
          <CardItem
            key={format}
            aside={
              <Button
                appearance={format === 'html' ? 'primary' : 'secondary'}
                disabledFocusable={saving}
                onClick={() => void save(format, language)}
              >
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
      <TeamReports reports={reports} onSave={saveCopy} />
    </Section>
  )
}

function TeamReports({ reports, onSave }: { readonly reports: KeptReports; readonly onSave: (name: string) => Promise<void> }) {
  const words = useStrings().evidence
  if (reports.length === 0) return null
  return (
    <Section heading={words.byTeam}>
      <Card>
        <Facts look="rows">
          {reports.map(({ name, at, format }) => (
            <Fact
              key={name}
              term={<Moment at={at} />}
              aside={
                <Button size="small" aria-label={words.saveCopyOf({ name })} onClick={() => void onSave(name)}>
                  {words.saveCopy}
                </Button>
              }
            >
              {words.formats[format].name}
              <Note>{name}</Note>
            </Fact>
          ))}
        </Facts>
      </Card>
    </Section>
  )
}
