import { type FormEvent, useRef, useState } from 'react'
import { COVERAGE_GROUPS, type CoverageGroup } from '../../machines/procedure/coverage/item.ts'
import type { CoverageItemId } from '../../machines/procedure/coverage/item-ids.ts'
import type { CoverageView } from '../../messages/view.ts'
import { CHOICES_FORM } from '../frame/footer-actions.ts'
import { useStrings } from '../language.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Tick } from '../primitives/choice.tsx'
import { Group } from '../primitives/group.tsx'
import { Spaced, Stack } from '../primitives/layout.tsx'
import { Text } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'

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
    <form ref={form} id={CHOICES_FORM} onSubmit={submit}>
      <Spaced>
        <Stack gap="even">
          {refused === 0 ? (
            <Text>{strings.coverage.notSure}</Text>
          ) : (
            <Callout key={refused} tone="warning" role="alert">
              {strings.coverage.nothingTicked}
            </Callout>
          )}
          {COVERAGE_GROUPS.map((group) => (
            <Apps key={group} group={group} uses={uses.filter((use) => use.group === group)} ticked={ticked} onTick={tick} />
          ))}
        </Stack>
      </Spaced>
    </form>
  )
}

interface Ticking {
  readonly ticked: ReadonlySet<CoverageItemId>
  readonly onTick: (item: CoverageItemId, on: boolean) => void
}

function Apps({ group, uses, ...ticking }: { readonly group: CoverageGroup; readonly uses: readonly Use[] } & Ticking) {
  const strings = useStrings()
  return (
    <Group name={strings.coverage.groups[group]} boxed dense>
      {uses
        .filter(({ within }) => within === undefined)
        .map((use) => (
          <div key={use.item}>
            <App use={use} {...ticking} />
            {ticking.ticked.has(use.item)
              ? uses.filter(({ within }) => within === use.item).map((part) => <App key={part.item} use={part} {...ticking} />)
              : null}
          </div>
        ))}
    </Group>
  )
}

function App({ use: { item, title, hint, within }, ticked, onTick }: { readonly use: Use } & Ticking) {
  return <Tick title={title} hint={hint} within={within !== undefined} ticked={ticked.has(item)} onTick={(on) => onTick(item, on)} />
}
