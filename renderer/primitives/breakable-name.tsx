import styles from './breakable-name.module.css'

const AFTER = { '/': /(?<=\/)/, '.': /(?<=\.)/, '@.': /(?<=[@.])/ } as const

/** A name that breaks after its separators first. Always left to right, so that host names keep their order. @param after the separators */
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
