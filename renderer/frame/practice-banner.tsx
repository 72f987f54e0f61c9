import { makeStyles, tokens } from '@fluentui/react-components'
import { dateAndTime } from '../format.ts'
import { strings } from '../strings.ts'
import { practice } from '../theme.ts'
import { useNow, useWizard } from '../wizard-context.tsx'

const useStyles = makeStyles({
  banner: {
    gridArea: 'banner',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    padding: '6px 20px',
    color: practice.text,
    backgroundImage: `repeating-linear-gradient(135deg, ${practice.band} 0 18px, ${practice.stripe} 18px 36px)`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    // Where even who and where scroll away, the banner stays.
    '@media (max-height: 359px)': { position: 'sticky', top: '0', zIndex: 1 },
    '@media (forced-colors: active)': { backgroundColor: 'Canvas', borderBottom: '1px solid CanvasText' },
  },
  word: { letterSpacing: '0.06em', fontWeight: tokens.fontWeightBold },
  note: { flexGrow: 1, flexShrink: 1, flexBasis: '200px', minWidth: 0, '@media (max-height: 499px)': { display: 'none' } },
  clock: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  button: {
    minHeight: '24px',
    padding: '0 8px',
    border: `1px solid ${practice.text}`,
    borderRadius: tokens.borderRadiusMedium,
    color: practice.text,
    backgroundColor: practice.band,
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    cursor: 'pointer',
    // The practice colours are the system's own in high contrast; forced once more, a hovered word would vanish.
    forcedColorAdjust: 'none',
    ':hover': { color: practice.band, backgroundColor: practice.text },
    ':focus-visible': { outline: `2px solid ${practice.text}`, outlineOffset: '2px' },
  },
})

/** Lets practice time pass. @returns a function that does it and says so */
export function useAdvance(): (hours: 1 | 24) => void {
  const { ask, bridge, announce } = useWizard()
  return (hours) =>
    void ask(bridge.advancePractice(hours)).then((done) => {
      if (done) announce(strings.practice.passed[hours])
    })
}

/** Stands above every page of the practice tenant; nothing scrolls it away. */
export function PracticeBanner() {
  const styles = useStyles()
  const { view, send, can } = useWizard()
  const advance = useAdvance()
  const now = useNow()
  if (view.practice === undefined) return null
  const buttons: readonly [string, () => void][] = [
    [strings.practice.hour, () => advance(1)],
    [strings.practice.day, () => advance(24)],
    ...(can('CLOSE_TENANT') ? [[strings.practice.leave, () => send({ type: 'CLOSE_TENANT' })] as [string, () => void]] : []),
  ]
  return (
    <header className={styles.banner}>
      <span className={styles.word}>{strings.practice.word}</span>
      <span className={styles.note}>
        {view.practice.title}. {strings.practice.nothingReal}
      </span>
      <span className={styles.clock}>{strings.practice.clock(dateAndTime(now))}</span>
      <span className={styles.buttons}>
        {buttons.map(([label, act]) => (
          <button key={label} type="button" className={styles.button} onClick={act}>
            {label}
          </button>
        ))}
      </span>
    </header>
  )
}
