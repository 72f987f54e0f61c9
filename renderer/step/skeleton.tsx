import styles from './skeleton.module.css'

/** The shape of what is being read, so that nothing jumps when it arrives. It stands still: nothing here knows how long it takes. */
export function Skeleton() {
  return (
    <div className={styles.bones} aria-hidden="true">
      {['first', 'second', 'third'].map((card) => (
        <div key={card} className={styles.card}>
          <div className={styles.bone} />
          <div className={styles.bone} />
        </div>
      ))}
    </div>
  )
}
