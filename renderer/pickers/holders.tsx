import type { StepPicture } from '#messages/view.ts'
import { DataCell, DataRow, DataTable } from '../primitives/data-table.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import { Section } from '../primitives/section.tsx'
import { Hidden, Name, Note } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import styles from './holders.module.css'

type Protection = Extract<StepPicture, { kind: 'protection' }>

/** People who could remove the key today, their roles, and a mark for each possible action. */
export function Holders({ picture: { holders, deeds, unread } }: { readonly picture: Protection }) {
  const { holders: heading, holder, canDo, cannotDo } = useStrings().operations
  if (holders.length === 0) return null
  return (
    <Section heading={heading}>
      <DataTable label={heading} columns={[holder, ...deeds.map(({ title }) => title)]} firstIsWide>
        {holders.map(({ id, who, can, from }) => (
          <DataRow
            key={id}
            name={
              <>
                <Name>{who}</Name>
                {from.map((line) => (
                  <Note as="p" key={line}>
                    {line}
                  </Note>
                ))}
              </>
            }
          >
            {deeds.map(({ deed, title }) => (
              <DataCell key={deed} column={title}>
                {can.includes(deed) ? (
                  <span className={styles.can}>
                    <Glyph name="check" />
                    <Hidden>{canDo}</Hidden>
                  </span>
                ) : (
                  <span className={styles.not}>
                    <span aria-hidden="true">–</span>
                    <Hidden>{cannotDo}</Hidden>
                  </span>
                )}
              </DataCell>
            ))}
          </DataRow>
        ))}
      </DataTable>
      {unread.map((line) => (
        <Note as="p" key={line}>
          {line}
        </Note>
      ))}
    </Section>
  )
}
