import { useEffect, useId, useRef } from 'react'
import type { MapElementView } from '#messages/view.ts'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { ExternalLink, TextButton } from '../primitives/link-button.tsx'
import { Status } from '../primitives/status.tsx'
import { Name, Text } from '../primitives/text.tsx'
import { findingTitleId, showFinding } from '../step/finding-id.ts'
import { useStrings } from '../strings.ts'
import { PART_LOOKS, STATE_LOOKS } from './looks.ts'
import styles from './what-is-this.module.css'

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
      <Stack gap="even">
        <div>
          <Name id={id}>{about.question}</Name>
          <Text>{about.text}</Text>
        </div>
        <Facts look="narrow">
          <Fact term={element.kind}>{name}</Fact>
          <Fact term={strings.keyMap.state}>
            <Status tone={tone} glyph={glyph} count={count}>
              {word}
            </Status>
          </Fact>
          {element.parts.length < 2 ? null : <Parts parts={element.parts} />}
          {about.facts.map(({ label, value, id: isId }) => (
            <Fact key={label} term={label}>
              {isId ? <Id label={label} value={value} /> : value}
            </Fact>
          ))}
        </Facts>
        {about.findings.length === 0 ? null : (
          <div>
            <Name>{strings.keyMap.found}</Name>
            <Stack as="ul" gap="tight">
              {about.findings.map(({ key, title }) => (
                <li key={key}>
                  <Finding finding={key} title={title} onGo={onClose} />
                </li>
              ))}
            </Stack>
          </div>
        )}
        <Row spread="apart">
          {about.link ? <ExternalLink to={{ link: about.link.id }}>{about.link.title}</ExternalLink> : null}
          <TextButton onClick={onClose}>{strings.keyMap.close}</TextButton>
        </Row>
      </Stack>
    </div>
  )
}

function Parts({ parts }: { readonly parts: MapElementView['parts'] }) {
  const strings = useStrings()
  return parts.map(({ part, title, state }) => (
    <Fact key={part} term={title}>
      <Status {...PART_LOOKS[state]}>{strings.frame.partState[state]}</Status>
    </Fact>
  ))
}

/** A truncated ID: copied and shown in a tooltip in full. */
function Id({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <span className={styles.id}>
      <span className={styles.value} title={value}>
        {value}
      </span>
      <CopyButton text={value} of={label} />
    </span>
  )
}

function Finding({ finding, title, onGo }: { readonly finding: string; readonly title: string; readonly onGo: () => void }) {
  const onPage = document.getElementById(findingTitleId(finding)) !== null
  if (!onPage) return title
  return (
    <TextButton
      onClick={() => {
        onGo()
        showFinding(finding)
      }}
    >
      {title}
    </TextButton>
  )
}
