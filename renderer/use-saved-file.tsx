import { type ReactNode, useState } from 'react'
import { useStrings } from './language.tsx'
import { Callout } from './primitives/callout.tsx'
import { Note } from './primitives/text.tsx'
import { useWizard } from './wizard-context.tsx'

type Answer = { readonly ok: true; readonly value: { readonly savedAs?: string } } | { readonly ok: false; readonly why: string }

/**
 * Tells what came of a file that main asks the person where to save.
 * @param next what to do with it, said once it's saved
 * @returns what does so, and what is shown of it
 */
export function useSavedFile(next?: string): readonly [save: (asked: Promise<Answer>) => Promise<void>, outcome: ReactNode] {
  const words = useStrings().evidence
  const { announce } = useWizard()
  const [outcome, setOutcome] = useState<{ readonly tone: 'success' | 'danger'; readonly text: string }>()
  const save = async (asked: Promise<Answer>) => {
    const answer = await asked
    if (!answer.ok) return setOutcome({ tone: 'danger', text: answer.why })
    // The person chose no place: nothing to say.
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
