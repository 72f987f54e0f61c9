import { type ReactNode, useId, useState } from 'react'
import { classNames } from './class-names.ts'
import styles from './data-table.module.css'
import { Opener } from './disclosure.tsx'

/* On narrow windows the cells stack, each with its column's name. Changing `display` removes table semantics, so roles are explicit. */

export function DataTable({
  label,
  columns,
  firstIsWide = false,
  children,
}: {
  readonly label?: string
  readonly columns: readonly string[]
  /** The other columns hold a mark each. */
  readonly firstIsWide?: boolean
  readonly children: ReactNode
}) {
  return (
    <div className={styles.room}>
      {/* biome-ignore lint/a11y/noRedundantRoles: said for the table drawn in blocks */}
      <table role="table" className={classNames(styles.table, firstIsWide && styles.firstIsWide)} aria-label={label}>
        {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
        <thead role="rowgroup" className={styles.heads}>
          {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
          <tr role="row">
            {columns.map((column) => (
              // biome-ignore lint/a11y/noRedundantRoles: as above
              <th key={column} role="columnheader" scope="col" className={styles.head}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
        <tbody role="rowgroup" className={styles.rows}>
          {children}
        </tbody>
      </table>
    </div>
  )
}

export function DataRow({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as above
    <tr role="row" className={styles.row}>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <th role="rowheader" scope="row" className={styles.cell}>
        {name}
      </th>
      {children}
    </tr>
  )
}

/** A row with a full-width detail row. @param label text of the button @param columns number of columns */
export function FoldingRow({
  label,
  columns,
  unfolded = false,
  inside,
  children,
}: {
  readonly label: ReactNode
  readonly columns: number
  readonly unfolded?: boolean
  readonly inside: ReactNode
  readonly children: ReactNode
}) {
  const [open, setOpen] = useState(unfolded)
  const id = useId()
  return (
    <>
      <DataRow
        name={
          <div className={styles.opening}>
            <Opener open={open} controls={id} onClick={() => setOpen(!open)}>
              {label}
            </Opener>
          </div>
        }
      >
        {children}
      </DataRow>
      {open ? (
        // biome-ignore lint/a11y/noRedundantRoles: as above
        <tr role="row" className={styles.inside} id={id}>
          {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
          <td role="cell" colSpan={columns} aria-colspan={columns} className={styles.wide}>
            {inside}
          </td>
        </tr>
      ) : null}
    </>
  )
}

export function DataCell({ column, children }: { column: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as above
    <td role="cell" data-column={column} className={styles.cell}>
      {children}
    </td>
  )
}
