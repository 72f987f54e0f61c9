import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  bones: { display: 'grid', gap: '8px' },
  card: {
    height: '96px',
    boxSizing: 'border-box',
    padding: '14px 18px',
    display: 'grid',
    alignContent: 'start',
    gap: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  bone: { height: '12px', borderRadius: tokens.borderRadiusSmall, backgroundColor: tokens.colorNeutralBackground5 },
  short: { width: '40%' },
  long: { width: '85%' },
})

/** The shape of what is being read, so that nothing jumps when it arrives. It stands still: nothing here knows how long it takes. */
export function Skeleton() {
  const styles = useStyles()
  return (
    <div className={styles.bones} aria-hidden="true">
      {['first', 'second', 'third'].map((card) => (
        <div key={card} className={styles.card}>
          <div className={`${styles.bone} ${styles.short}`} />
          <div className={`${styles.bone} ${styles.long}`} />
        </div>
      ))}
    </div>
  )
}
