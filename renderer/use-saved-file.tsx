import { type ReactNode, useState } from 'react'
import { Callout } from './primitives/callout.tsx'
import { Note } from './primitives/text.tsx'
import { useStrings } from './strings.ts'
import { useWizard } from './wizard-context.tsx'

type Answer = { readonly ok: true; readonly value: { readonly savedAs?: string } } | { readonly ok: false; readonly why: string }

/** Shows the outcome of saving a file. @param next what to do with the saved file @returns the save function, which says whether it was saved, and the outcome to render */
export function useSavedFile(next?: string): readonly [save: (asked: Promise<Answer>) => Promise<boolean>, outcome: ReactNode] {
  const words = useStrings().evidence
  const { announce } = useWizard()
  const [outcome, setOutcome] = useState<{ readonly tone: 'success' | 'danger'; readonly text: string }>()
  const save = async (asked: Promise<Answer>) => {
    const answer = await asked
    const savedAs = answer.ok ? answer.value.savedAs : undefined
    if (savedAs === undefined) {
      // The person cancelled: no message.
      setOutcome(answer.ok ? undefined : { tone: 'danger', text: answer.why })
      return false
    }
    const text = words.saved({ name: savedAs })
    setOutcome({ tone: 'success', text })
    announce(text)
    return true
  }
  const shown = outcome ? (
    <Callout tone={outcome.tone} role={outcome.tone === 'danger' ? 'alert' : undefined}>
      {outcome.text}
      {outcome.tone === 'success' && next !== undefined ? <Note as="p">{next}</Note> : null}
    </Callout>
  ) : null
  return [save, shown]
}
