import type { ComponentProps } from 'react'

/** Grid roles by hand, because virtual rows and cards on narrow windows rule out a table. Only the controls take the focus. */
export function GridPart({
  role,
  ...rest
}: ComponentProps<'div'> & { readonly role: 'grid' | 'rowgroup' | 'row' | 'columnheader' | 'gridcell' | 'presentation' }) {
  const said = { role, ...rest }
  return <div {...said} />
}
