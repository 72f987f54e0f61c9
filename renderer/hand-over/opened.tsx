import { ownerOf } from '#machines/procedure/owners/owners.ts'
import type { OpenedView } from '#messages/view.ts'
import { useTimes } from '../language.tsx'
import { NotedRows } from '../pickers/noted-rows.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Spaced } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import { List, Note, Points, Quote } from '../primitives/text.tsx'
import { Receipts } from '../step/receipts.tsx'
import { useStrings } from '../strings.ts'
import { useNow } from '../wizard-context.tsx'

/** Content of a file before anything is accepted, shown as plain text only. */
export function Opened({ opened }: { readonly opened: OpenedView }) {
  const strings = useStrings()
  const words = useStrings().handOver
  const { moment } = useTimes()
  const now = useNow()
  const { note, madeAt, environment, file, sha256, rows, findings, actions, done, proved, confirmed, gaps } = opened
  const when = (at: number) => moment(at, now)
  return (
    <>
      <Spaced>
        <Callout tone="warning">{words.words}</Callout>
      </Spaced>
      {note === undefined ? null : (
        <Section heading={words.noteFrom}>
          <Quote>{note}</Quote>
        </Section>
      )}
      <Section heading={words.what}>
        <NotedRows
          rows={[
            { label: words.environment, value: environment, copyable: false },
            ...rows,
            { label: words.made, value: '', at: madeAt, copyable: false },
            { label: words.file, value: file, copyable: false },
            { label: words.digest, value: sha256, copyable: true, hint: words.digestHint },
          ]}
        />
      </Section>
      {findings.length === 0 ? null : (
        <Section heading={words.inTheWay}>
          <List>
            {findings.map(({ title, why, remedy }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list of one file never changes, and its titles may repeat
              <li key={index}>
                {title}
                <Note>{why}</Note>
                <Note>{remedy}</Note>
              </li>
            ))}
          </List>
        </Section>
      )}
      {actions.length === 0 ? null : (
        <Section heading={words.plan}>
          <List ordered>
            {actions.map(({ title, resource, before, after, undo, takes, owner }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list of one file never changes, and its titles may repeat
              <li key={index}>
                {title}
                <Note>{words.turn({ resource, before, after })}</Note>
                <Note>{words.terms({ owner: strings.owners[ownerOf(owner)], undo, takes })}</Note>
              </li>
            ))}
          </List>
        </Section>
      )}
      <Receipts receipts={done} />
      <Sentences
        heading={words.proved}
        sentences={proved.map(({ number, title, at }) => words.provedStep({ number, title, when: when(at) }))}
      />
      <Sentences heading={words.confirmed} sentences={confirmed.map(({ title, by, at }) => words.said({ title, by, when: when(at) }))} />
      <Sentences heading={words.gaps} sentences={gaps.map(({ title, by, at }) => words.said({ title, by, when: when(at) }))} />
    </>
  )
}

function Sentences({ heading, sentences }: { readonly heading: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <Section heading={heading}>
      <Points items={[...new Set(sentences)]} />
    </Section>
  )
}
