import { GLYPHS, type GlyphName } from './glyphs.ts'

/** Decorative, because a word always accompanies it. @param size in CSS pixels */
export function Glyph({ name, size = 16 }: { readonly name: GlyphName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="currentColor" aria-hidden="true" focusable="false">
      <path d={GLYPHS[name]} />
    </svg>
  )
}
