import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { KeyboardEvent, ReactNode } from 'react'

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', gap: '0 16px', marginBottom: '12px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: {
    minHeight: '32px',
    padding: '4px 0 5px',
    border: 'none',
    borderBottom: '3px solid transparent',
    // High contrast draws even a transparent border.
    '@media (forced-colors: active)': { borderBottom: '3px solid Canvas' },
    background: 'none',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground3,
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px', borderRadius: tokens.borderRadiusSmall },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `3px solid ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { borderBottom: '3px solid Highlight' },
  },
  panel: { ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '4px' } },
})

/**
 * Tabs as the ARIA pattern asks: one tab stop, arrows, Home and End move and choose. Fluent's own bring a focus engine with
 * them that nothing else here needs.
 */
export function Tabs<Name extends string>({
  id,
  label,
  tabs,
  chosen,
  onChoose,
  children,
}: {
  readonly id: string
  readonly label: string
  readonly tabs: readonly (readonly [Name, string])[]
  readonly chosen: Name
  readonly onChoose: (name: Name) => void
  readonly children: ReactNode
}) {
  const styles = useStyles()
  const move = (event: KeyboardEvent) => {
    const now = tabs.findIndex(([name]) => name === chosen)
    const last = tabs.length - 1
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: now === last ? 0 : now + 1,
      ArrowLeft: now === 0 ? last : now - 1,
      Home: 0,
      End: last,
    }
    const target = tabs[targets[event.key] ?? -1]
    if (target === undefined) return
    event.preventDefault()
    onChoose(target[0])
    document.getElementById(`${id}-${target[0]}`)?.focus()
  }
  return (
    <>
      <div role="tablist" aria-label={label} className={styles.list}>
        {tabs.map(([name, title]) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            aria-selected={name === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={name === chosen ? 0 : -1}
            className={mergeClasses(styles.tab, name === chosen && styles.chosen)}
            onClick={() => onChoose(name)}
            onKeyDown={move}
          >
            {title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`} className={styles.panel}>
        {children}
      </div>
    </>
  )
}
