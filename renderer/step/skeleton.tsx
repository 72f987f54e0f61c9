import styles from './skeleton.module.css'

/** Placeholder that prevents layout shifts. Not animated, because the duration is unknown. */
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
