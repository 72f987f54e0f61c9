import type { RefusalView } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import type { Strings } from '../strings.ts'
import styles from './service-words.module.css'

/** A refusal as the text that is shown and copied: code, status, message, request and correlation id, each verbatim. */
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

/** The service's own words in a box that can be copied. They are shown as text and never interpreted. */
export function ServiceWords({ refusal }: { readonly refusal: RefusalView }) {
  const strings = useStrings()
  const text = refusalText(refusal, strings.service)
  return (
    <div className={styles.box}>
      <div className={styles.head}>
        <span>{strings.service.heading}</span>
        <CopyButton text={text} of={strings.service.of} />
      </div>
      <pre className={styles.text} translate="no">
        {text}
      </pre>
    </div>
  )
}
