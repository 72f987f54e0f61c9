import { type KeyboardEvent, useRef, useState } from 'react'
import type { KeyMapView, MapElementView } from '#messages/view.ts'
import { useTimes } from '../language.tsx'
import { useMediaQuery, WITHOUT_CARDS, WITHOUT_HEIGHT } from '../media-query.ts'
import { classNames } from '../primitives/class-names.ts'
import { Chevron } from '../primitives/disclosure.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import type { GlyphName } from '../primitives/glyphs.ts'
import { TextButton } from '../primitives/link-button.tsx'
import { Hidden } from '../primitives/text.tsx'
import { toneClass } from '../primitives/tones.tsx'
import { type Strings, useStrings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'
import { Card, cardClasses, Line } from './cards.tsx'
import { CompactMap } from './compact.tsx'
import styles from './key-map.module.css'
import { LineInList, listClasses, ThingInList } from './list.tsx'
import { STATE_LOOKS } from './looks.ts'
import { LineInRow, rowClasses, ThingInRow } from './row.tsx'
import { useSelection } from './selection.tsx'
import { useMapSize } from './size.tsx'
import { WhatIsThis } from './what-is-this.tsx'

const HEADLINE_GLYPHS: Readonly<Record<KeyMapView['headline'], GlyphName>> = {
  nothing: 'lockOutline',
  'not-checked': 'lockOutline',
  'not-connected': 'lockOutline',
  ready: 'lockOutline',
  encrypting: 'running',
  leaving: 'running',
  failed: 'action',
  encrypted: 'lock',
  linked: 'lockOutline',
  'other-policy': 'warning',
  connected: 'lockOutline',
  locked: 'lock',
}

export function KeyMap({ map }: { readonly map: KeyMapView }) {
  const { isSubject, isFull, turn } = useMapSize()
  return isFull ? (
    <FullMap map={map} onClose={isSubject ? undefined : () => turn(false)} />
  ) : (
    <OneLine map={map} onOpen={() => turn(true)} />
  )
}

/** @param onClose absent where the map is the page's subject */
function FullMap({ map, onClose }: { readonly map: KeyMapView; readonly onClose: (() => void) | undefined }) {
  const strings = useStrings()
  const band = useRef<HTMLElement>(null)
  const { headline, sentence, counts, checking } = map
  const form = useForm()
  return (
    <>
      <section
        ref={band}
        className={styles.band}
        aria-label={strings.keyMap.heading}
        aria-busy={checking}
        data-subject={onClose === undefined || undefined}
      >
        <div className={styles.summary}>
          <span className={classNames(styles.sentence, styles[headline])}>
            <Glyph name={HEADLINE_GLYPHS[headline]} />
            {sentence}
          </span>
          {counts === undefined ? null : <span className={styles.quiet}>{counts}</span>}
          <span className={styles.checked}>
            <Checked map={map} />
            {onClose === undefined ? null : (
              <TextButton expanded label={strings.keyMap.less} onClick={onClose}>
                <Chevron open />
              </TextButton>
            )}
          </span>
        </div>
        <Elements map={map} form={form} />
      </section>
      <CompactMap map={map} of={band} />
    </>
  )
}

function OneLine({ map, onOpen }: { readonly map: KeyMapView; readonly onOpen: () => void }) {
  const strings = useStrings()
  return (
    <section className={classNames(styles.band, styles.oneLine)} aria-label={strings.keyMap.heading} aria-busy={map.checking}>
      <Hidden>{map.sentence}</Hidden>
      <Elements map={map} form="row" />
      <TextButton expanded={false} label={strings.keyMap.more} onClick={onOpen}>
        <Chevron open={false} />
      </TextButton>
    </section>
  )
}

type Form = 'cards' | 'row' | 'list'

/** When the page was read, with a button to read it again. */
export function Checked({ map: { checkedAt, checking } }: { readonly map: KeyMapView }) {
  const strings = useStrings()
  const { moment } = useTimes()
  const now = useNow()
  const { step } = useWizard().view
  // Nothing was checked before the choice.
  const isOpen = step?.phase === 'choosing' && step.picture.kind === 'environments'
  const at = isOpen ? undefined : checkedAt
  const checked = step?.oldSince === undefined ? strings.keyMap.checked : strings.keyMap.checkedOld
  return (
    <>
      {checking ? strings.keyMap.checking : at === undefined ? null : checked({ at: moment(at, now) })}
      <CheckAgain checking={checking} />
    </>
  )
}

/** Beside the title when the map is one line. */
export function CheckedBeside() {
  const { view } = useWizard()
  const { isFull } = useMapSize()
  if (view.keyMap === undefined || isFull) return null
  return (
    <span className={styles.checked}>
      <Checked map={view.keyMap} />
    </span>
  )
}

/** Stays in place while reading, so that its focus isn't lost. */
function CheckAgain({ checking }: { readonly checking: boolean }) {
  const strings = useStrings()
  const { view, can, send } = useWizard()
  if (view.step === undefined && view.closing === undefined) return null
  const waits = view.step?.phase === 'waiting'
  const type = waits ? 'POLL_NOW' : 'CHECK_AGAIN'
  // Late, the page's own button checks.
  if (view.step?.end?.isLate || (!can(type) && !checking && !waits)) return null
  return (
    <TextButton onClick={() => (can(type) ? send({ type }) : undefined)}>
      {waits ? strings.footer.lookNow : strings.keyMap.checkAgain}
    </TextButton>
  )
}

/** Cards by default; one row in a low window; a list in a narrow one. */
function useForm(): Form {
  const low = useMediaQuery(WITHOUT_HEIGHT)
  const narrow = useMediaQuery(WITHOUT_CARDS)
  return low ? 'row' : narrow ? 'list' : 'cards'
}

/** One tab stop; arrows, Home and End move within it, Enter opens "What is this?". */
function Elements({ map, form }: { readonly map: KeyMapView; readonly form: Form }) {
  const words = useStrings().keyMap
  const list = useRef<HTMLOListElement>(null)
  const [at, setAt] = useState(0)
  const [open, setOpen] = useState<number>()
  const { selected, select } = useSelection()
  const last = map.elements.length - 1

  const move = (event: KeyboardEvent<HTMLButtonElement>) => {
    const [forward, back] = form === 'list' ? ['ArrowDown', 'ArrowUp'] : ['ArrowRight', 'ArrowLeft']
    const targets: Readonly<Record<string, number>> = { [forward]: Math.min(at + 1, last), [back]: Math.max(at - 1, 0), Home: 0, End: last }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    setAt(target)
    focusElement(list.current, target)
  }
  const close = () => {
    setOpen(undefined)
    focusElement(list.current, at)
  }
  return (
    <ol ref={list} className={classNames(styles.map, form === 'list' && styles.list, form === 'row' && styles.low)}>
      {map.elements.map((element, index) => (
        <li key={element.element} className={styles.element}>
          <button
            type="button"
            tabIndex={index === at ? 0 : -1}
            className={classNames(styles.press, toneClass(STATE_LOOKS[element.state].tone), classOf(form, element.form))}
            data-state={element.state}
            data-outline={element.outline}
            data-outage={element.outage === undefined ? undefined : true}
            data-done={map.headline === 'encrypted' || undefined}
            aria-haspopup="dialog"
            aria-expanded={open === index}
            aria-current={element.element === selected || undefined}
            aria-label={spoken(words, element)}
            onFocus={() => setAt(index)}
            onKeyDown={move}
            onClick={() => {
              setAt(index)
              setOpen(open === index ? undefined : index)
              select(open === index ? undefined : element.element)
            }}
          >
            <Content form={form} element={element} isDone={map.headline === 'encrypted'} />
          </button>
          {open === index ? <WhatIsThis element={element} onClose={close} /> : null}
        </li>
      ))}
    </ol>
  )
}

function Content({ form, element, isDone }: { readonly form: Form; readonly element: MapElementView; readonly isDone: boolean }) {
  const isCard = element.form === 'card'
  if (form === 'list') return isCard ? <ThingInList element={element} /> : <LineInList element={element} />
  if (form === 'row') return isCard ? <ThingInRow element={element} /> : <LineInRow element={element} isDone={isDone} />
  return isCard ? <Card element={element} /> : <Line element={element} isDone={isDone} />
}

const CLASSES = { cards: cardClasses, row: rowClasses, list: listClasses } as const
const classOf = (form: Form, element: MapElementView['form']): string | undefined => CLASSES[form][element]

const focusElement = (list: HTMLElement | null, index: number): void =>
  list?.querySelectorAll<HTMLElement>(':scope > li > button')[index]?.focus()

/** For example "Membership, action required, 1". */
function spoken(words: Strings['keyMap'], { kind, name, word, count = 0, outage }: MapElementView): string {
  const element = name === undefined ? words.line({ kind, state: word, count }) : words.card({ kind, name, state: word, count })
  return outage === undefined ? element : words.outage({ element, outage })
}
