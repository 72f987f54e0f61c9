import type { RefusalView } from '#messages/view.ts'
import { useWords } from '../language.tsx'
import { everyPage } from '../messages/every-page.ts'
import { CodeBlock } from '../primitives/code-block.tsx'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Note } from '../primitives/text.tsx'
import type { Strings } from '../strings.ts'

/** Text of a refusal to show and copy: code, status, message, request and correlation ID, verbatim. */
export function refusalText(refusal: RefusalView, words: Strings['service']): string {
  const status = refusal.status === undefined ? [] : [String(refusal.status)]
  const code = refusal.code === undefined ? [] : [refusal.code]
  return [
    [...status, ...code].join(' '),
    refusal.message,
    words.request({ request: refusal.request }),
    refusal.correlationId === undefined ? '' : words.correlationId({ correlationId: refusal.correlationId }),
  ]
    .filter((line) => line !== '')
    .join('\n')
}

export function ServiceWords({ refusal }: { readonly refusal: RefusalView }) {
  const words = useWords(everyPage.service)
  const text = refusalText(refusal, words)
  return <CodeBlock title={<Note>{words.heading}</Note>} actions={<CopyButton text={text} of={words.of} />} text={text} />
}
