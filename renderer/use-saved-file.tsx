import { type ReactNode, useState } from 'react'
import { Callout } from './primitives/callout.tsx'
import { Note } from './primitives/text.tsx'
import { useStrings } from './strings.ts'
import { useWizard } from './wizard-context.tsx'

type Answer = { readonly ok: true; readonly value: { readonly savedAs?: string } } | { readonly ok: false; readonly why: string }

/** Shows the outcome of saving a file. @param next what to do with the saved file @returns the save function, and the outcome to render */
export function useSavedFile(next?: string): readonly [save: (asked: Promise<Answer>) => Promise<void>, outcome: ReactNode] {
  const words = useStrings().evidence
  const { announce } = useWizard()
  const [outcome, setOutcome] = useState<{ readonly tone: 'success' | 'danger'; readonly text: string }>()
  const save = async (asked: Promise<Answer>) => {
    const answer = await asked
    if (!answer.ok) return setOutcome({ tone: 'danger', text: answer.why })
    // The person cancelled: no message.
    if (answer.value.savedAs === undefined) return setOutcome(undefined)
    const text = words.saved({ name: answer.value.savedAs })
    setOutcome({ tone: 'success', text })
    announce(text)
  }
  const shown = outcome ? (
    <Callout tone={outcome.tone} role={outcome.tone === 'danger' ? 'alert' : undefined}>
      {outcome.text}
      {outcome.tone === 'success' && next !== undefined ? <Note as="p">{next}</Note> : null}
    </Callout>
  ) : null
  return [save, shown]
}
