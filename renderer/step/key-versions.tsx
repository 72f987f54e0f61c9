import type { ReactNode } from 'react'
import type { KeyVersions as Shown, VersionRow } from '#machines/procedure/picture.ts'
import { useTimes } from '../language.tsx'
import { Button } from '../primitives/button.tsx'
import { DataCell, DataRow, DataTable } from '../primitives/data-table.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import { Status } from '../primitives/status.tsx'
import { Mono, Name } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useSavedFile } from '../use-saved-file.tsx'
import { useWizard } from '../wizard-context.tsx'

/** The new version and the previous one, as they were read, and until when the previous one is kept. */
export function KeyVersions({ versions: { key, newest, previous, event } }: { readonly versions: Shown }) {
  const words = useStrings().versions
  const { dateAndTime } = useTimes()
  const { bridge } = useWizard()
  const [save, outcome] = useSavedFile()
  return (
    <Section heading={words.heading({ key })}>
      <Stack gap="even">
        <DataTable label={words.heading({ key })} columns={[words.version, words.created, words.state, words.todo]}>
          <Version name={words.newest} row={newest}>
            {words.keep}
          </Version>
          <Version name={words.previous} row={previous}>
            <Row spread="apart">
              <Name>{words.keepUntil({ at: dateAndTime(previous.keepUntil) })}</Name>
              <Button size="small" icon={<Glyph name="clock" />} onClick={() => void save(bridge.call('calendar:save', { event }))}>
                {words.saveDate}
              </Button>
            </Row>
          </Version>
        </DataTable>
        {outcome}
      </Stack>
    </Section>
  )
}

function Version({ name, row, children }: { readonly name: string; readonly row: VersionRow; readonly children: ReactNode }) {
  const words = useStrings().versions
  const { dateAndTime } = useTimes()
  const { version, createdAt } = row
  return (
    <DataRow
      name={
        <>
          {name} <Mono title={version}>{version.length > 12 ? `${version.slice(0, 4)}…${version.slice(-4)}` : version}</Mono>
        </>
      }
    >
      <DataCell column={words.created}>{createdAt === undefined ? words.notKnown : dateAndTime(createdAt)}</DataCell>
      <DataCell column={words.state}>
        <Enabled row={row} />
      </DataCell>
      <DataCell column={words.todo}>{children}</DataCell>
    </DataRow>
  )
}

function Enabled({ row: { isEnabled } }: { readonly row: VersionRow }) {
  const words = useStrings().versions
  if (isEnabled === undefined)
    return (
      <Status tone="neutral" glyph="unknown">
        {words.notKnown}
      </Status>
    )
  return isEnabled ? (
    <Status tone="success" glyph="verified">
      {words.enabled}
    </Status>
  ) : (
    <Status tone="danger" glyph="action">
      {words.disabled}
    </Status>
  )
}
