import { Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type FormEvent, useId, useState } from 'react'
import type { EnvironmentRow, StepPicture } from '../../machines/wizard/view.ts'
import { CHOICES_FORM } from '../frame/footer-actions.ts'
import { Callout } from '../parts/callout.tsx'
import { TextButton } from '../parts/link-button.tsx'
import { Section } from '../parts/section.tsx'
import { Problem } from '../step/problem.tsx'
import { strings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import { Summary } from './summary.tsx'

const useStyles = makeStyles({
  search: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', marginBottom: '8px' },
  input: { flexGrow: 1, maxWidth: '360px' },
  shown: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  group: { margin: '0', padding: '0', border: 'none', display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '6px' },
  legend: { padding: '0', marginBottom: '8px', color: tokens.colorNeutralForeground2 },
  choice: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    gap: '0 12px',
    padding: '9px 14px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: 'pointer',
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  chosen: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { border: `1px solid ${tokens.colorCompoundBrandStroke}` },
  },
  radio: { width: '16px', height: '16px', margin: '2px 0 0', accentColor: tokens.colorCompoundBrandStroke, outline: 'none' },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  facts: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
})

type Environments = Extract<StepPicture, { kind: 'environments' }>

// With this many the list is longer than the window is high.
const SEARCH_FROM = 9

const addressOf = (url: string): string => url.replace(/^https:\/\//, '').replace(/\/$/, '')

const holds = (row: EnvironmentRow, wanted: string): boolean =>
  [row.displayName, row.id, row.url ?? '', row.financeAndOperationsUrl ?? ''].some((text) =>
    text.toLowerCase().includes(wanted.trim().toLowerCase()),
  )

/** The environments the account can see, one of which gets the key. What is picked counts once the footer's button hands it in. */
export function EnvironmentPicker({ picture }: { readonly picture: Environments }) {
  const styles = useStyles()
  const { drafts, send } = useWizard()
  const [picked, setPicked] = useState(drafts.environmentId ?? picture.chosen)
  const [wanted, setWanted] = useState('')
  const { environments } = picture
  const shown = environments.filter((row) => holds(row, wanted))
  const pick = (id: string) => {
    drafts.environmentId = id
    setPicked(id)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Without a choice the machine says what is missing.
    send(picked === undefined ? { type: 'NEXT' } : { type: 'CHOOSE_ENVIRONMENT', environmentId: picked })
  }
  return (
    <Section heading={strings.environments.heading} note={environments.length === 0 ? '' : strings.environments.total(environments.length)}>
      {picture.problem ? <Problem problem={picture.problem} level="h3" /> : null}
      {environments.length === 0 && !picture.problem ? <Callout tone="warning">{strings.environments.empty}</Callout> : null}
      <form id={CHOICES_FORM} onSubmit={submit}>
        {environments.length >= SEARCH_FROM ? (
          <div className={styles.search}>
            <Input
              type="search"
              className={styles.input}
              aria-label={strings.environments.search}
              placeholder={strings.environments.searchPlaceholder}
              value={wanted}
              onChange={(_event, { value }) => setWanted(value)}
            />
            {wanted === '' ? null : <span className={styles.shown}>{strings.environments.shown(shown.length, environments.length)}</span>}
          </div>
        ) : null}
        {environments.length === 0 ? null : (
          <fieldset className={styles.group}>
            <legend className={styles.legend}>{strings.environments.legend}</legend>
            {shown.map((row) => (
              <Choice key={row.id} row={row} chosen={picked === row.id} onPick={() => pick(row.id)} />
            ))}
            {shown.length === 0 ? <p>{strings.environments.nothingFound(wanted)}</p> : null}
          </fieldset>
        )}
      </form>
    </Section>
  )
}

function Choice({ row, chosen, onPick }: { readonly row: EnvironmentRow; readonly chosen: boolean; readonly onPick: () => void }) {
  const styles = useStyles()
  const id = useId()
  const address = row.financeAndOperationsUrl ?? row.url
  return (
    <label htmlFor={id} className={mergeClasses(styles.choice, chosen && styles.chosen)}>
      <input id={id} type="radio" name="environment" className={styles.radio} checked={chosen} onChange={onPick} />
      <span>
        <span className={styles.name}>{row.displayName}</span>
        <span className={styles.facts}>
          {[row.sku, row.location, address === undefined ? strings.environments.noFinanceAndOperations : addressOf(address)].join(' · ')}
        </span>
      </span>
    </label>
  )
}

/** The environment that was chosen, with the way back to the list. */
export function ChosenEnvironment({ picture }: { readonly picture: Environments }) {
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
          { label: strings.frame.environment, value: row.displayName, hint: `${row.sku}, ${row.location}` },
          ...(row.financeAndOperationsUrl === undefined
            ? []
            : [{ label: strings.environments.financeAndOperations, value: addressOf(row.financeAndOperationsUrl) }]),
        ]}
      />
    </Section>
  )
}
