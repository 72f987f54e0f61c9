import { type ReactNode, useId, useState } from 'react'
import { nameOfLanguage, OFFERED } from '#messages/languages.ts'
import { DEFAULT_SETTINGS, type Settings, type SettingsChange, TEXT_SIZES, THEMES } from '#messages/settings.ts'
import { useWords } from '../language.tsx'
import { desktop } from '../messages/desktop.ts'
import { managed } from '../messages/managed.ts'
import { ModalDialog } from '../primitives/modal-dialog.tsx'
import { useWizard } from '../wizard-context.tsx'
import { ManagedSettingsShown } from './managed-settings.tsx'
import styles from './settings-dialog.module.css'
import { TeamStore } from './team-store.tsx'
import { Updates } from './updates.tsx'

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { settings: words } = useWords(desktop)
  const managedWords = useWords(managed)
  const { view, bridge } = useWizard()
  const [problem, setProblem] = useState<string>()
  const settings = view.settings ?? DEFAULT_SETTINGS
  const change = async (changed: SettingsChange) => {
    const answer = await bridge.call('settings:change', changed)
    setProblem(answer.ok ? undefined : answer.why)
  }
  return (
    <ModalDialog title={words.title} onClose={onClose}>
      <p className={styles.lead}>{words.lead}</p>
      {problem === undefined ? null : (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {view.managed === undefined ? null : (
        <Group name={managedWords.title}>
          <ManagedSettingsShown managed={view.managed} />
        </Group>
      )}
      <LanguageGroup settings={settings} change={change} />
      <Group name={words.theme} note={words.contrast}>
        <Options
          name="theme"
          options={THEMES.map((theme) => ({ value: theme, label: theme === 'system' ? words.system : words.themes[theme] }))}
          chosen={settings.theme}
          onChoose={(theme) => change({ theme })}
        />
      </Group>
      <Group name={words.textSize}>
        <Options
          name="text-size"
          options={TEXT_SIZES.map((size) => ({ value: size, label: words.percent({ size }) }))}
          chosen={settings.textSize}
          onChoose={(textSize) => change({ textSize })}
        />
      </Group>
      <Group name={words.notifications} note={words.notifyWhen}>
        <label className={styles.option}>
          <input
            type="checkbox"
            className={styles.mark}
            checked={settings.notifications}
            onChange={({ target }) => void change({ notifications: target.checked })}
          />
          {words.notify}
        </label>
      </Group>
      <Updates
        group={(name, children) => (
          <Group name={name}>
            <div>{children}</div>
          </Group>
        )}
      />
      <TeamStore
        group={(name, children) => (
          <Group name={name}>
            <div>{children}</div>
          </Group>
        )}
      />
    </ModalDialog>
  )
}

/** Each language by its own name, so that a person can find theirs. */
function LanguageGroup({ settings, change }: { readonly settings: Settings; readonly change: (changed: SettingsChange) => void }) {
  const { settings: words } = useWords(desktop)
  return (
    <Group name={words.language}>
      <Options
        name="language"
        options={[
          { value: 'system' as const, label: words.system },
          ...OFFERED.map((language) => ({ value: language, label: nameOfLanguage(language), language })),
        ]}
        // A language that is no longer offered falls back to the system's.
        chosen={OFFERED.some((each) => each === settings.language) ? settings.language : 'system'}
        onChoose={(language) => change({ language })}
      />
    </Group>
  )
}

function Group({ name, note, children }: { readonly name: string; readonly note?: string | undefined; readonly children: ReactNode }) {
  const id = useId()
  return (
    <fieldset className={styles.group} aria-describedby={note === undefined ? undefined : id}>
      <legend className={styles.legend}>{name}</legend>
      {children}
      {note === undefined ? null : (
        <p id={id} className={styles.note}>
          {note}
        </p>
      )}
    </fieldset>
  )
}

function Options<Value extends string | number>({
  name,
  options,
  chosen,
  onChoose,
}: {
  readonly name: string
  readonly options: readonly { readonly value: Value; readonly label: string; readonly language?: string }[]
  readonly chosen: Value
  readonly onChoose: (value: Value) => void
}) {
  return (
    <div className={styles.options}>
      {options.map(({ value, label, language }) => (
        <label key={value} className={styles.option} lang={language}>
          <input type="radio" name={name} className={styles.mark} checked={value === chosen} onChange={() => onChoose(value)} />
          {label}
        </label>
      ))}
    </div>
  )
}
