import { Fragment, useEffect, useRef, useState } from 'react'
import type { LoggedRequest } from '#contract/presenter-channels.ts'
import { useFormatter, useWords } from '../language.tsx'
import { presenter } from '../messages/presenter.ts'
import { Button } from '../primitives/button.tsx'
import { Count, type StateLook, Status } from '../primitives/status.tsx'
import { Heading, Note } from '../primitives/text.tsx'
import styles from './requests.module.css'

const GUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi

export const shortPath = (path: string): string => path.replaceAll(GUID, '…')

/** Path segments with their slashes, for line breaks. */
const partsOf = (path: string): readonly string[] => path.split(/(?=\/)/)

export function lookOf(status: number | undefined): 'good' | 'missing' | 'wait' | 'bad' {
  if (status === undefined) return 'bad'
  if (status < 400) return 'good'
  if (status === 404) return 'missing'
  return status === 429 ? 'wait' : 'bad'
}

const LOOKS: Readonly<Record<ReturnType<typeof lookOf>, StateLook>> = {
  good: { tone: 'success', glyph: 'verified' },
  missing: { tone: 'neutral', glyph: 'missing' },
  wait: { tone: 'warning', glyph: 'clock' },
  bad: { tone: 'danger', glyph: 'action' },
}

/** Requests of the app as they happen, newest last. Pausing stops only the list. */
export function Requests({
  requests,
  act,
}: {
  readonly requests: readonly LoggedRequest[]
  readonly act: (act: { readonly do: 'clear-requests' }) => void
}) {
  const words = useWords(presenter)
  const [held, setHeld] = useState<readonly LoggedRequest[]>()
  const shown = held ?? requests
  const list = useRef<HTMLElement>(null)
  const newest = shown.at(-1)?.id
  useEffect(() => {
    if (newest !== undefined) list.current?.scrollTo({ top: list.current.scrollHeight })
  }, [newest])
  return (
    <div className={styles.card}>
      <div className={styles.head}>
        <Heading level={2} size="medium" id="requests-title">
          {words.requests} <Count tone="neutral" count={shown.length} />
        </Heading>
        <span className={styles.actions}>
          <Button size="small" onClick={() => setHeld(held === undefined ? requests : undefined)}>
            {held === undefined ? words.pause : words.continue}
          </Button>
          <Button size="small" onClick={() => act({ do: 'clear-requests' })}>
            {words.clear}
          </Button>
        </span>
      </div>
      {shown.length === 0 ? <Note as="p">{words.noRequests}</Note> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached with the keyboard */}
      <section ref={list} className={styles.list} tabIndex={0} aria-labelledby="requests-title">
        <table className={styles.table} hidden={shown.length === 0}>
          <thead>
            <tr>
              <th scope="col">{words.time}</th>
              <th scope="col">{words.method}</th>
              <th scope="col">{words.path}</th>
              <th scope="col">{words.status}</th>
              <th scope="col">{words.took}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((request) => (
              <Line key={request.id} request={request} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

function Line({ request: { at, method, path, status, took } }: { readonly request: LoggedRequest }) {
  const { noAnswer } = useWords(presenter)
  const { locale } = useFormatter()
  return (
    <tr translate="no">
      <td className={styles.time}>
        {new Date(at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false })}
      </td>
      <td>
        <strong>{method}</strong>
      </td>
      <td className={styles.path} title={path}>
        {/* Left to right in every language, with breaks between segments. */}
        <bdi dir="ltr">
          {partsOf(shortPath(path)).map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two parts may read alike, and none is ever moved
            <Fragment key={index}>
              {part}
              <wbr />
            </Fragment>
          ))}
        </bdi>
      </td>
      <td>
        <Status {...LOOKS[lookOf(status)]}>{status === undefined ? noAnswer : String(status)}</Status>
      </td>
      <td className={styles.took}>{took}</td>
    </tr>
  )
}
