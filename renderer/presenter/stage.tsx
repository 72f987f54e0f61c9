import { type PresenterView, STAGE_KEYS } from '#contract/presenter-channels.ts'
import { SHORTCUTS } from '#contract/shortcuts.ts'
import { TEXT_SIZES } from '#messages/settings.ts'
import { keyNames } from '../desktop/keys.ts'
import { useWords } from '../language.tsx'
import { desktop } from '../messages/desktop.ts'
import { presenter } from '../messages/presenter.ts'
import { Button } from '../primitives/button.tsx'
import { Heading } from '../primitives/text.tsx'
import type { Act } from './act.ts'
import styles from './stage.module.css'

const isMac = navigator.userAgent.includes('Macintosh')

export function Stage({ view: { staging, textSize }, act }: { readonly view: PresenterView; readonly act: Act }) {
  const words = useWords(presenter)
  const { percent } = useWords(desktop).settings
  const toggle = (what: keyof typeof staging, label: string) => (
    <Button
      appearance={staging[what] ? 'primary' : 'secondary'}
      aria-pressed={staging[what]}
      onClick={() => act({ do: 'stage', what, on: !staging[what] })}
    >
      {label} <Key of={STAGE_KEYS[what]} />
    </Button>
  )
  return (
    <section className={styles.card} aria-labelledby="stage-title">
      <Heading level={2} size="medium" id="stage-title">
        {words.classWindow}
      </Heading>
      <div className={styles.buttons}>
        <Button onClick={() => act({ do: 'swap' })}>
          {words.swap} <Key of={STAGE_KEYS.swap} />
        </Button>
        {toggle('spotlight', words.spotlight)}
        {toggle('bare', words.bare)}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out in a row in every browser */}
        <span className={styles.size} role="group" aria-label={words.textSize}>
          <Button
            aria-label={words.smaller}
            disabledFocusable={textSize === TEXT_SIZES[0]}
            onClick={() => act({ do: 'text-size', to: 'smaller' })}
          >
            A−
          </Button>
          <span className={styles.percent}>{percent({ size: textSize })}</span>
          <Button
            aria-label={words.larger}
            disabledFocusable={textSize === TEXT_SIZES.at(-1)}
            onClick={() => act({ do: 'text-size', to: 'larger' })}
          >
            A+
          </Button>
        </span>
      </div>
      <Keys />
    </section>
  )
}

/** Keys without a button in this card. */
function Keys() {
  const words = useWords(presenter)
  const { shortcuts } = useWords(desktop)
  const keys: readonly (readonly [string, readonly string[]])[] = [
    [words.keyNext, ['N']],
    [words.keyPrevious, ['P']],
    [shortcuts.actions.larger, [SHORTCUTS.larger]],
    [shortcuts.actions.smaller, [SHORTCUTS.smaller]],
    [shortcuts.actions.fullScreen, [isMac ? 'Control+Command+F' : 'F11']],
  ]
  return (
    <details className={styles.keys}>
      <summary>{words.keys}</summary>
      <dl className={styles.list}>
        {keys.map(([what, [accelerator = '']]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <Key of={accelerator} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** A key as labeled on this keyboard. @param of in Electron's accelerator syntax */
function Key({ of }: { readonly of: string }) {
  const { names } = useWords(desktop).shortcuts
  return <kbd className={styles.key}>{keyNames(of, isMac, names).join('+')}</kbd>
}
