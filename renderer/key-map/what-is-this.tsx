import { Fragment, useEffect, useId, useRef } from 'react'
import type { MapElementView } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { ExternalLink, TextButton } from '../parts/link-button.tsx'
import { Status } from '../primitives/status.tsx'
import { findingTitleId } from '../step/finding-card.tsx'
import { PART_LOOKS, STATE_LOOKS } from './looks.ts'
import styles from './what-is-this.module.css'

/** What a part of the map is, where it comes from, its ID, its portal, and what was found of it. */
export function WhatIsThis({ element, onClose }: { readonly element: MapElementView; readonly onClose: () => void }) {
  const strings = useStrings()
  const { about, name, state, word, count } = element
  const dialog = useRef<HTMLDivElement>(null)
  const id = useId()
  const { tone, glyph } = STATE_LOOKS[state]
  useEffect(() => dialog.current?.focus(), [])
  useEffect(() => {
    const elsewhere = ({ target }: PointerEvent) => {
      if (target instanceof Node && dialog.current?.parentElement?.contains(target) !== true) onClose()
    }
    document.addEventListener('pointerdown', elsewhere)
    return () => document.removeEventListener('pointerdown', elsewhere)
  })
  return (
    <div
      ref={dialog}
      role="dialog"
      aria-labelledby={id}
      tabIndex={-1}
      className={styles.popover}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <p id={id} className={styles.question}>
        {about.question}
      </p>
      <p className={styles.text}>{about.text}</p>
      <dl className={styles.facts}>
        {name === undefined ? null : (
          <>
            <dt>{element.kind}</dt>
            <dd>{name}</dd>
          </>
        )}
        <dt>{strings.keyMap.state}</dt>
        <dd>
          <Status tone={tone} glyph={glyph} count={count}>
            {word}
          </Status>
        </dd>
        {element.parts.length < 2 ? null : <Parts parts={element.parts} />}
        {about.facts.map(({ label, value, id: isId }) => (
          <Fact key={label} label={label} value={value} isId={isId} />
        ))}
      </dl>
      {about.findings.length === 0 ? null : (
        <>
          <p className={styles.found}>{strings.keyMap.found}</p>
          <ul className={styles.findings}>
            {about.findings.map(({ key, title }) => (
              <li key={key}>
                <Finding finding={key} title={title} onGo={onClose} />
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.ways}>
        {about.link ? <ExternalLink to={{ link: about.link.id }}>{about.link.title}</ExternalLink> : null}
        <TextButton onClick={onClose}>{strings.keyMap.close}</TextButton>
      </div>
    </div>
  )
}

function Parts({ parts }: { readonly parts: MapElementView['parts'] }) {
  const strings = useStrings()
  return parts.map(({ part, title, state: partState }) => (
    <Fragment key={part}>
      <dt>{title}</dt>
      <dd>
        <Status tone={PART_LOOKS[partState].tone} glyph={PART_LOOKS[partState].glyph}>
          {strings.frame.partState[partState]}
        </Status>
      </dd>
    </Fragment>
  ))
}

function Fact({ label, value, isId }: { readonly label: string; readonly value: string; readonly isId: boolean }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className={isId ? styles.id : undefined}>
        <span className={isId ? styles.value : undefined} title={isId ? value : undefined}>
          {value}
        </span>
        {isId ? <CopyButton text={value} of={label} /> : null}
      </dd>
    </>
  )
}

/** Leads to the finding where it is on the page. */
function Finding({ finding, title, onGo }: { readonly finding: string; readonly title: string; readonly onGo: () => void }) {
  const onPage = document.getElementById(findingTitleId(finding)) !== null
  if (!onPage) return title
  return (
    <TextButton
      onClick={() => {
        onGo()
        const heading = document.getElementById(findingTitleId(finding))
        heading?.focus()
        heading?.scrollIntoView({ block: 'center' })
      }}
    >
      {title}
    </TextButton>
  )
}
