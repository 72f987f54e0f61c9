import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Glyph } from './glyph.tsx'
import type { GlyphName } from './glyphs.ts'
import styles from './status.module.css'
import { type Tone, toneClass } from './tones.tsx'

export interface StateLook {
  readonly tone: Tone
  readonly glyph: GlyphName
}

/** Icon, word and count: never color alone. */
export function Status({
  tone,
  glyph,
  count,
  large = false,
  long = false,
  children,
}: StateLook & {
  readonly count?: number | undefined
  readonly large?: boolean
  readonly long?: boolean
  readonly children: ReactNode
}) {
  return (
    <span className={classNames(styles.status, toneClass(tone), large && styles.large, long && styles.long)}>
      <Glyph name={glyph} />
      {children}
      {count === undefined ? null : <Count tone={tone} count={count} />}
    </span>
  )
}

export function Count({ tone, count }: { readonly tone: Tone; readonly count: number }) {
  return (
    <span className={classNames(styles.count, toneClass(tone), (tone === 'danger' || tone === 'warning') && styles[tone])}>{count}</span>
  )
}
