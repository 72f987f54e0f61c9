import { useEffect, useState } from 'react'
import type { AppliedChoices, ApplyChoices as Wanted } from '#contract/pilot.ts'
import type { EngagementRow } from '#messages/view.ts'
import { Notice } from '../frame/footer-frame.tsx'
import { TypeBadge } from '../frame/type-badge.tsx'
import { useWords } from '../language.tsx'
import { pilot as pilotWords } from '../messages/pilot.ts'
import { Button } from '../primitives/button.tsx'
import { Choice } from '../primitives/choice.tsx'
import { DataCell, DataRow, DataTable } from '../primitives/data-table.tsx'
import { SelectField } from '../primitives/fields.tsx'
import { Group } from '../primitives/group.tsx'
import { Stack } from '../primitives/layout.tsx'
import { ModalDialog } from '../primitives/modal-dialog.tsx'
import { Note, Text } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'

const PILOT_FIELD_ID = 'pilot'

const WISHES = ['same', 'own'] as const satisfies readonly Wanted['policy'][]

const nameOf = ({ customer, environment }: EngagementRow): string => `${environment}, ${customer}`

/** Proposes one environment's choices for others: a preview before anything is saved. */
export function ApplyChoices({
  rows,
  ids,
  onClose,
}: {
  readonly rows: readonly EngagementRow[]
  readonly ids: readonly string[]
  readonly onClose: () => void
}) {
  const words = useWords(pilotWords)
  const { bridge, announce, notify } = useWizard()
  const pilots = rows.filter(({ hasChosen }) => hasChosen)
  const [pilot, setPilot] = useState(() => pilotFor(pilots, rows, ids))
  const [policy, setPolicy] = useState<Wanted['policy']>('same')
  const { rows: applied, protections } = useApplied(pilot, ids, policy)
  const proposed = applied.filter(({ isProposed }) => isProposed)
  const from = pilots.find(({ id }) => id === pilot)
  const save = async () => {
    const answer = await bridge.call('choices:apply', { pilot, ids: proposed.map(({ id }) => id), policy, keep: true })
    if (!answer.ok) return notify(answer.why)
    notify(undefined)
    announce(words.saved({ count: proposed.length }))
    onClose()
  }
  return (
    <ModalDialog
      wide
      title={words.heading}
      onClose={onClose}
      focusOn={() => document.getElementById(PILOT_FIELD_ID)}
      actions={
        <>
          <Button onClick={onClose}>{words.close}</Button>
          {proposed.length === 0 ? null : (
            <Button appearance="primary" onClick={() => void save()}>
              {words.save({ count: proposed.length })}
            </Button>
          )}
        </>
      }
    >
      <Stack>
        <Text>{words.lead}</Text>
        <SelectField
          id={PILOT_FIELD_ID}
          label={words.from}
          value={pilot}
          onChange={setPilot}
          wide
          options={pilots.map((row) => ({ value: row.id, label: nameOf(row) }))}
        />
        <Group name={words.wish}>
          {WISHES.map((wish) => (
            <Choice
              key={wish}
              group="pilot-policy"
              value={wish}
              title={words[wish]}
              text={wish === 'same' ? words.sameText : words.ownText}
              chosen={policy === wish}
              onChoose={() => setPolicy(wish)}
            />
          ))}
        </Group>
        {protections.length === 0 ? null : <Text>{words.protections({ protections: protections.join(' · ') })}</Text>}
        <Proposals applied={applied} pilot={from?.environment ?? ''} />
        <Notice />
      </Stack>
    </ModalDialog>
  )
}

/** Prefers a pilot of the same tenant, whose choices fit best. */
function pilotFor(pilots: readonly EngagementRow[], rows: readonly EngagementRow[], ids: readonly string[]): string {
  const tenants = new Set(rows.flatMap(({ id, tenantId }) => (ids.includes(id) ? tenantId : [])))
  const free = pilots.filter(({ id }) => !ids.includes(id))
  return (free.find(({ tenantId }) => tenants.has(tenantId)) ?? free[0] ?? pilots[0])?.id ?? ''
}

function useApplied(pilot: string, ids: readonly string[], policy: Wanted['policy']): AppliedChoices {
  const { bridge, notify } = useWizard()
  const [applied, setApplied] = useState<AppliedChoices>({ protections: [], rows: [] })
  useEffect(() => {
    let isCurrent = true
    void bridge.call('choices:apply', { pilot, ids, policy, keep: false }).then((answer) => {
      if (!isCurrent) return
      if (answer.ok) setApplied(answer.value)
      else notify(answer.why)
    })
    return () => {
      isCurrent = false
    }
  }, [bridge, notify, pilot, ids, policy])
  return applied
}

function Proposals({ applied, pilot }: { readonly applied: AppliedChoices['rows']; readonly pilot: string }) {
  const words = useWords(pilotWords)
  return (
    <DataTable label={words.heading} columns={[words.environment, words.vaultAndKey, words.policy, words.region, words.notes]}>
      {applied.map(({ id, customer, environment, type, values, isShared, notes }) => (
        <DataRow
          key={id}
          name={
            <>
              <bdi>{environment}</bdi> <TypeBadge type={type} />
              <Note>
                <bdi>{customer}</bdi>
              </Note>
            </>
          }
        >
          <DataCell column={words.vaultAndKey}>
            <Lines of={[values?.vaultName, values?.keyName]} />
          </DataCell>
          <DataCell column={words.policy}>
            <Lines of={[values?.policyName, values?.resourceGroup]} />
          </DataCell>
          <DataCell column={words.region}>{values?.region}</DataCell>
          <DataCell column={words.notes}>
            <Lines of={[...(isShared ? [words.shared({ pilot })] : []), ...notes]} />
          </DataCell>
        </DataRow>
      ))}
    </DataTable>
  )
}

const Lines = ({ of }: { readonly of: readonly (string | undefined)[] }) =>
  of.map((line) => (line === undefined ? null : <div key={line}>{line}</div>))
