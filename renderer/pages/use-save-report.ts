import { useState } from 'react'
import type { ReportFormat } from '#machines/engine/report-formats.ts'
import { writtenIn } from '../pickers/written-in.tsx'
import { useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'

export interface SaveOutcome {
  readonly tone: 'success' | 'warning' | 'danger'
  readonly text: string
}

/** Saves the report and returns the outcome. @param onStored a copy is in the team's store */
export function useSaveReport(onStored?: () => void) {
  const words = useStrings().evidence
  const { bridge, announce } = useWizard()
  const [outcome, setOutcome] = useState<SaveOutcome>()
  const [saving, setSaving] = useState(false)
  const save = async (format: ReportFormat, language: string) => {
    if (saving) return
    setSaving(true)
    announce(words.saving)
    const answer = await bridge.call('report:save', { format, ...writtenIn(language) })
    setSaving(false)
    if (!answer.ok) return setOutcome({ tone: 'danger', text: answer.why })
    // The person cancelled: no message.
    const { savedAs: name, isInStore, notInStore: why } = answer.value
    if (name === undefined) return setOutcome(undefined)
    const text = why !== undefined ? words.savedNotInStore({ name, why }) : isInStore ? words.savedInStore({ name }) : words.saved({ name })
    setOutcome({ tone: why === undefined ? 'success' : 'warning', text })
    announce(text)
    if (isInStore) onStored?.()
  }
  return { save, saving, outcome, setOutcome }
}
