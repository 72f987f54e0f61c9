import { makeStyles, tokens } from '@fluentui/react-components'
import type { Refusal } from '../../machines/services.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { strings } from '../strings.ts'

const useStyles = makeStyles({
  box: {
    marginTop: '10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    padding: '6px 8px 8px 12px',
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  text: {
    margin: '0',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground1,
  },
})

/** A refusal as the text that is shown and copied: code, status, message, request and correlation id, each verbatim. */
export function refusalText(refusal: Refusal): string {
  const status = refusal.status === undefined ? [] : [String(refusal.status)]
  const code = refusal.code === undefined ? [] : [refusal.code]
  return [
    [...status, ...code].join(' '),
    refusal.message,
    `${strings.service.request}: ${refusal.request}`,
    refusal.correlationId === undefined ? '' : `${strings.service.correlationId}: ${refusal.correlationId}`,
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** The service's own words in a box that can be copied. They are shown as text and never interpreted. */
export function ServiceWords({ refusal }: { readonly refusal: Refusal }) {
  const styles = useStyles()
  const text = refusalText(refusal)
  return (
    <div className={styles.box}>
      <div className={styles.head}>
        <span>{strings.service.heading}</span>
        <CopyButton text={text} of={strings.service.of} />
      </div>
      <pre className={styles.text}>{text}</pre>
    </div>
  )
}
