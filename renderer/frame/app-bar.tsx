import { nameOfLanguage, OFFERED, OFFERED_CHOICES } from '#messages/languages.ts'
import { DEFAULT_SETTINGS } from '#messages/settings.ts'
import { useWords } from '../language.tsx'
import { appBar } from '../messages/app-bar.ts'
import { classNames } from '../primitives/class-names.ts'
import { Glyph } from '../primitives/glyph.tsx'
import type { GlyphName } from '../primitives/glyphs.ts'
import { useWizard } from '../wizard-context.tsx'
import styles from './app-bar.module.css'
import { ownRuns, runningRows } from './running.ts'
import { HELP_DRAWER } from './use-help.ts'

export function AppBar() {
  const words = useWords(appBar)
  const { openOver } = useWizard()
  return (
    <nav className={styles.bar} aria-label={words.name}>
      <ul className={styles.places}>
        <Place door="home" glyph="home">
          {words.home}
        </Place>
        <Place door="practise" glyph="practice">
          {words.practice}
        </Place>
      </ul>
      <SearchButton />
      <div className={styles.app}>
        {OFFERED.length > 1 ? <LanguageChoiceInBar /> : null}
        <BarButton glyph="settings" onClick={() => openOver('settings')}>
          {words.settings}
        </BarButton>
        <HelpButton />
        <ActivityButton />
      </div>
    </nav>
  )
}

function Place({ door, glyph, children }: { readonly door: 'home' | 'practise'; readonly glyph: GlyphName; readonly children: string }) {
  const words = useWords(appBar)
  const {
    view,
    doors: { now, free, go },
  } = useWizard()
  if (now !== door && free)
    return (
      <li>
        <BarButton glyph={glyph} onClick={() => go(door)}>
          {children}
        </BarButton>
      </li>
    )
  return (
    <li aria-current={now === door ? 'page' : undefined}>
      <span
        className={classNames(styles.button, now === door ? styles.now : styles.closed)}
        title={now === door ? children : (view.staying ?? words.opening)}
      >
        <Glyph name={glyph} />
        <span className={styles.word}>{children}</span>
      </span>
    </li>
  )
}

function BarButton({ glyph, onClick, children }: { readonly glyph: GlyphName; readonly onClick: () => void; readonly children: string }) {
  return (
    <button type="button" className={styles.button} title={children} onClick={onClick}>
      <Glyph name={glyph} />
      <span className={styles.word}>{children}</span>
    </button>
  )
}

function SearchButton() {
  const words = useWords(appBar)
  const { openOver } = useWizard()
  const isMac = navigator.userAgent.includes('Macintosh')
  return (
    <button type="button" className={classNames(styles.button, styles.search)} title={words.search} onClick={() => openOver('search')}>
      <Glyph name="search" />
      <span className={styles.word}>{words.search} </span>
      <span className={styles.keys}>{isMac ? '⌘K' : words.keys}</span>
    </button>
  )
}

/** Help for the step on screen, otherwise the help dialog. */
function HelpButton() {
  const words = useWords(appBar)
  const {
    openOver,
    help: { available, open, turn, button },
  } = useWizard()
  return (
    <button
      ref={button}
      type="button"
      className={styles.button}
      title={available ? words.helpKey : words.help}
      aria-expanded={available ? open : undefined}
      aria-controls={available && open ? HELP_DRAWER : undefined}
      onClick={() => (available ? turn(!open) : openOver('help'))}
    >
      <Glyph name="help" />
      <span className={styles.word}>{words.help}</span>
    </button>
  )
}

function ActivityButton() {
  const words = useWords(appBar)
  const { view, board, openOver } = useWizard()
  const count = runningRows(board, view.who).length + ownRuns(view).length
  const name = words.activity({ count })
  return (
    <button type="button" className={styles.button} title={name} aria-label={name} onClick={() => openOver('activity')}>
      <Glyph name="bell" />
      {count === 0 ? null : (
        <span className={styles.count} aria-hidden="true">
          {count}
        </span>
      )}
    </button>
  )
}

/** A native select under the language's name. Each language is named in itself, so that a person can find theirs. */
function LanguageChoiceInBar() {
  const words = useWords(appBar)
  const { view, ask, bridge } = useWizard()
  const { language: chosen } = view.settings ?? DEFAULT_SETTINGS
  const now = OFFERED.find((each) => each === view.language) ?? 'en'
  return (
    <span className={classNames(styles.button, styles.language)} title={words.language}>
      <Glyph name="language" />
      <span className={styles.word} translate="no" aria-hidden="true">
        {nameOfLanguage(now)}
      </span>
      <select
        className={styles.choice}
        aria-label={words.language}
        // A language that is no longer offered falls back to the system's.
        value={OFFERED.some((each) => each === chosen) ? chosen : 'system'}
        onChange={({ target }) =>
          void ask(bridge.call('settings:change', { language: OFFERED_CHOICES.find((each) => each === target.value) ?? 'system' }))
        }
      >
        <option value="system">{words.system}</option>
        {OFFERED.map((each) => (
          <option key={each} value={each} lang={each} translate="no">
            {nameOfLanguage(each)}
          </option>
        ))}
      </select>
    </span>
  )
}
