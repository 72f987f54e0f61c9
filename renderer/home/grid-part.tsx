import type { ComponentProps } from 'react'

/**
 * A part of a grid that is drawn in blocks: rows out of sight are not there, and with little room each row is a card. The parts of a table could be
 * neither. None takes the focus itself, the controls in the rows do.
 */
export function GridPart({
  role,
  ...rest
}: ComponentProps<'div'> & { readonly role: 'grid' | 'rowgroup' | 'row' | 'columnheader' | 'gridcell' | 'presentation' }) {
  const said = { role, ...rest }
  return <div {...said} />
}
