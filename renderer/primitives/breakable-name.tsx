import { Fragment } from 'react'

/** A name in parts, which breaks after each separator before it breaks within a part. */
export function BreakableName({ of, after }: { readonly of: string; readonly after: '/' | '.' | '@' }) {
  const parts = of.split(after)
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one name are never moved
    <Fragment key={index}>
      {index < parts.length - 1 ? `${part}${after}` : part}
      <wbr />
    </Fragment>
  ))
}
