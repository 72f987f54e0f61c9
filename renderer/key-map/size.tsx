import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { WizardView } from '#messages/view.ts'
import { useWizard } from '../wizard-context.tsx'

const REMEMBERED = 'map-is-full'

interface MapSize {
  /** The page is about the map: long waits, the end, key management. */
  readonly isSubject: boolean
  readonly isFull: boolean
  turn(full: boolean): void
}

const SizeContext = createContext<MapSize>({ isSubject: false, isFull: false, turn: () => undefined })

const isSubjectOf = ({ page, step }: WizardView): boolean =>
  page === 'closing' || (page === 'operations' && step === undefined) || step?.wait?.mayClose === true

export function MapSizeProvider({ children }: { readonly children: ReactNode }) {
  const { view } = useWizard()
  const [opened, setOpened] = useState(() => localStorage.getItem(REMEMBERED) === 'yes')
  const isSubject = isSubjectOf(view)
  const size = useMemo(
    (): MapSize => ({
      isSubject,
      isFull: isSubject || opened,
      turn(full) {
        localStorage.setItem(REMEMBERED, full ? 'yes' : 'no')
        setOpened(full)
      },
    }),
    [isSubject, opened],
  )
  return <SizeContext.Provider value={size}>{children}</SizeContext.Provider>
}

export const useMapSize = (): MapSize => useContext(SizeContext)
