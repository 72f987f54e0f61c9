import styles from './breakable-name.module.css'

/** The places after the separators that a name is made of. */
const AFTER = { '/': /(?<=\/)/, '.': /(?<=\.)/, '@.': /(?<=[@.])/ } as const

/**
 * A name in parts, which breaks after each separator before it breaks within a part. From left to right in any language: the parts of a
 * host name don't change places.
 * @param after the separators
 */
export function BreakableName({ of, after }: { readonly of: string; readonly after: keyof typeof AFTER }) {
  const parts = of.split(AFTER[after])
  return (
    <span dir="ltr" translate="no">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one name are never moved
        <span key={index} className={styles.part}>
          {part}
        </span>
      ))}
    </span>
  )
}
