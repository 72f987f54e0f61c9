import { type FormEvent, useId, useState } from 'react'
import type { EnvironmentRow, StepPicture } from '#messages/view.ts'
import { CHOICES_FORM } from '../frame/page-actions.ts'
import { type TypeWord, useTypeWord } from '../frame/type-badge.tsx'
import { ToHandOver } from '../hand-over/to-hand-over.tsx'
import { BreakableName } from '../primitives/breakable-name.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Choice } from '../primitives/choice.tsx'
import { SearchField } from '../primitives/fields.tsx'
import { Group } from '../primitives/group.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { Note, Text } from '../primitives/text.tsx'
import { Problem } from '../step/problem.tsx'
import { type Strings, useStrings } from '../strings.ts'
import { useDrafts, useWizard } from '../wizard-context.tsx'
import { Summary } from './summary.tsx'

type Environments = Extract<StepPicture, { kind: 'environments' }>

// The list becomes longer than the window.
const SEARCH_FROM = 9

/** Limit, because drawing thousands of rows takes seconds for each typed letter. */
const MOST_DRAWN = 100

const addressOf = (url: string): string => url.replace(/^https:\/\//, '').replace(/\/$/, '')

const holds = (row: EnvironmentRow, wanted: string): boolean =>
  [row.displayName, row.id, row.url ?? '', row.financeAndOperationsUrl ?? ''].some((text) =>
    text.toLowerCase().includes(wanted.trim().toLowerCase()),
  )

/** Environments that the account can see. The choice counts when the footer's button submits it. */
export function EnvironmentPicker({ picture }: { readonly picture: Environments }) {
  const strings = useStrings()
  const typeWord = useTypeWord()
  const { keep, send } = useWizard()
  const picked = useDrafts().environmentId ?? picture.chosen
  const [wanted, setWanted] = useState('')
  const headingId = useId()
  const { environments } = picture
  const shown = environments.filter((row) => holds(row, wanted))
  // Keeps the selected row visible while it matches the search.
  const drawn = shown.filter((row, index) => index < MOST_DRAWN || row.id === picked)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Without a choice, the machine says what is missing.
    send(picked === undefined ? { type: 'NEXT' } : { type: 'CHOOSE_ENVIRONMENT', environmentId: picked })
  }
  return (
    <Section
      heading={environments.length === 0 ? strings.environments.heading : strings.environments.legend}
      headingId={headingId}
      note={environments.length < SEARCH_FROM ? '' : strings.environments.total({ all: environments.length })}
      untitled={environments.length > 0}
    >
      {picture.problem ? <Problem problem={picture.problem} level={3} /> : null}
      {environments.length === 0 && !picture.problem ? <Callout tone="warning">{strings.environments.empty}</Callout> : null}
      {environments.length === 0 ? <ToHandOver label={strings.handOver.openFile} /> : null}
      <form id={CHOICES_FORM} onSubmit={submit}>
        <Stack>
          {environments.length >= SEARCH_FROM ? (
            <Row>
              <SearchField
                label={strings.environments.search}
                placeholder={strings.environments.searchPlaceholder}
                value={wanted}
                onChange={setWanted}
              />
              {wanted === '' ? null : <Note>{strings.environments.shown({ shown: shown.length, all: environments.length })}</Note>}
            </Row>
          ) : null}
          {environments.length === 0 ? null : (
            <Group labelledBy={headingId} inOneColumn>
              {drawn.map((row) => (
                <Choice
                  key={row.id}
                  group="environment"
                  value={row.id}
                  title={row.displayName}
                  text={factsOf(strings.environments, row, typeWord)}
                  chosen={picked === row.id}
                  onChoose={() => keep({ environmentId: row.id })}
                />
              ))}
              {shown.length === 0 ? <Text>{strings.environments.nothingFound({ wanted })}</Text> : null}
              {shown.length > drawn.length ? <Text>{strings.environments.more({ hidden: shown.length - drawn.length })}</Text> : null}
            </Group>
          )}
        </Stack>
      </form>
    </Section>
  )
}

/** Leaves out the Dataverse address, which looks like a finance and operations address. */
const factsOf = (
  words: Strings['environments'],
  { sku, location, financeAndOperationsUrl: url }: EnvironmentRow,
  typeWord: TypeWord,
): string => [typeWord(sku), location, url === undefined ? words.noFinanceAndOperations : addressOf(url)].join(' · ')

export function ChosenEnvironment({ picture }: { readonly picture: Environments }) {
  const strings = useStrings()
  const typeWord = useTypeWord()
  const { can, send } = useWizard()
  const row = picture.environments.find(({ id }) => id === picture.chosen)
  if (row === undefined) return null
  const change = can('CHANGE_CHOICES') ? (
    <TextButton onClick={() => send({ type: 'CHANGE_CHOICES' })}>{strings.environments.change}</TextButton>
  ) : undefined
  return (
    <Section heading={strings.environments.chosen} action={change}>
      <Summary
        rows={[
          { label: strings.frame.environment, value: row.displayName, hint: `${typeWord(row.sku)}, ${row.location}` },
          ...(row.financeAndOperationsUrl === undefined
            ? []
            : [
                {
                  label: strings.environments.financeAndOperations,
                  value: <BreakableName of={addressOf(row.financeAndOperationsUrl)} after="." />,
                },
              ]),
        ]}
      />
    </Section>
  )
}
