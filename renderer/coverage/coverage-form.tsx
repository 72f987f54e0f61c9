import { type FormEvent, useId, useRef, useState } from 'react'
import { COVERAGE_GROUPS, type CoverageGroup } from '../../machines/procedure/coverage/item.ts'
import type { CoverageItemId } from '../../machines/procedure/coverage/item-ids.ts'
import type { CoverageView } from '../../messages/view.ts'
import { CHOICES_FORM } from '../frame/footer-actions.ts'
import { useStrings } from '../language.tsx'
import { Callout } from '../parts/callout.tsx'
import { classNames } from '../parts/class-names.ts'
import { useWizard } from '../wizard-context.tsx'
import styles from './coverage-form.module.css'

type Use = CoverageView['uses'][number]

/** What can be used, by group; parts of an app below it, once the app is ticked. The footer's button hands it in. */
export function CoverageForm({ uses }: { readonly uses: CoverageView['uses'] }) {
  const strings = useStrings()
  const { decide, drafts } = useWizard()
  const [ticked, setTicked] = useState<ReadonlySet<CoverageItemId>>(
    () => new Set(drafts.apps ?? uses.filter(({ used }) => used).map(({ item }) => item)),
  )
  const [refused, setRefused] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const tick = (item: CoverageItemId, on: boolean) => {
    const next = new Set(ticked)
    if (on) next.add(item)
    else next.delete(item)
    drafts.apps = [...next]
    setTicked(next)
    if (next.size > 0) setRefused(0)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ticked.size === 0) {
      setRefused((times) => times + 1)
      form.current?.querySelector('input')?.focus()
      return
    }
    delete drafts.apps
    decide({ kind: 'use-apps', apps: [...ticked] })
  }
  return (
    <form ref={form} id={CHOICES_FORM} onSubmit={submit} className={styles.form}>
      {refused === 0 ? (
        <p className={styles.hint}>{strings.coverage.notSure}</p>
      ) : (
        <div key={refused} role="alert">
          <Callout tone="warning">{strings.coverage.nothingTicked}</Callout>
        </div>
      )}
      {COVERAGE_GROUPS.map((group) => (
        <Group key={group} group={group} uses={uses.filter((use) => use.group === group)} ticked={ticked} onTick={tick} />
      ))}
    </form>
  )
}

interface Ticking {
  readonly ticked: ReadonlySet<CoverageItemId>
  readonly onTick: (item: CoverageItemId, on: boolean) => void
}

function Group({ group, uses, ...ticking }: { readonly group: CoverageGroup; readonly uses: readonly Use[] } & Ticking) {
  const strings = useStrings()
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{strings.coverage.groups[group]}</legend>
      {uses
        .filter(({ within }) => within === undefined)
        .map((use) => (
          <div key={use.item} className={styles.whole}>
            <Tick use={use} {...ticking} />
            {ticking.ticked.has(use.item)
              ? uses.filter(({ within }) => within === use.item).map((part) => <Tick key={part.item} use={part} part {...ticking} />)
              : null}
          </div>
        ))}
    </fieldset>
  )
}

function Tick({ use, part = false, ticked, onTick }: { readonly use: Use; readonly part?: boolean } & Ticking) {
  const id = useId()
  return (
    <label htmlFor={id} className={classNames(styles.use, part && styles.part)}>
      <input
        id={id}
        type="checkbox"
        className={styles.box}
        checked={ticked.has(use.item)}
        onChange={({ target }) => onTick(use.item, target.checked)}
      />
      <span>
        {use.title}
        {use.hint === undefined ? null : <span className={styles.note}>{use.hint}</span>}
      </span>
    </label>
  )
}
