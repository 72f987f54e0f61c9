import type { ReactNode } from 'react'
import styles from './callout.module.css'
import { classNames } from './class-names.ts'
import { Glyph } from './glyph.tsx'
import type { GlyphName } from './glyphs.ts'
import { type Tone, toneClass } from './tones.tsx'

type CalloutTone = 'info' | Extract<Tone, 'warning' | 'danger' | 'success'>

const GLYPHS: Readonly<Record<CalloutTone, GlyphName>> = { info: 'info', warning: 'warning', danger: 'action', success: 'verified' }

/** @param role alert or status, for an immediate announcement */
export function Callout({
  tone,
  id,
  role,
  children,
}: {
  readonly tone: CalloutTone
  readonly id?: string
  readonly role?: 'alert' | 'status' | undefined
  readonly children: ReactNode
}) {
  return (
    <div id={id} role={role} className={classNames(styles.callout, toneClass(tone === 'info' ? 'brand' : tone))}>
      <Glyph name={GLYPHS[tone]} />
      <div className={styles.body}>{children}</div>
    </div>
  )
}

/** Why something failed, announced at once; nothing where nothing did. */
export const Failure = ({ why }: { readonly why: string | undefined }) =>
  why === undefined ? null : (
    <Callout tone="danger" role="alert">
      {why}
    </Callout>
  )
