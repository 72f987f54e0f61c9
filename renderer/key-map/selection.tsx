import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { elementOf, elementOfPart, type MapElement } from '#machines/procedure/key-map/elements.ts'
import type { ActionView, FindingView } from '#messages/view.ts'
import { useWizard } from '../wizard-context.tsx'

interface Selection {
  readonly selected?: MapElement
  select(part: MapElement | undefined): void
}

const SelectionContext = createContext<Selection>({ select: () => undefined })

/** Findings about a part of the map; all without one. */
export const findingsOf = (part: MapElement | undefined, findings: readonly FindingView[]): readonly FindingView[] =>
  part === undefined ? findings : findings.filter((finding) => elementOf(finding) === part)

/** Changes to a part of the map; all without one. */
export const changesOf = (part: MapElement | undefined, plan: readonly ActionView[]): readonly ActionView[] =>
  part === undefined ? plan : plan.filter((action) => elementOfPart(action.part) === part)

/**
 * Part of the map that filters findings and plan, for as long as the step has findings about it. Never hides what Continue reports missing.
 */
export function SelectionProvider({ children }: { readonly children: ReactNode }) {
  const { view } = useWizard()
  const { step } = view
  const place = `${view.page} ${step?.id} ${step?.missing?.id}`
  const [chosen, setChosen] = useState<{ readonly place: string; readonly part: MapElement | undefined }>()
  const part = chosen?.place === place ? chosen.part : undefined
  const selected = part !== undefined && findingsOf(part, step?.findings ?? []).length > 0 ? part : undefined
  const selection = useMemo(
    (): Selection => ({ ...(selected === undefined ? {} : { selected }), select: (next) => setChosen({ place, part: next }) }),
    [selected, place],
  )
  return <SelectionContext.Provider value={selection}>{children}</SelectionContext.Provider>
}

export const useSelection = (): Selection => useContext(SelectionContext)
