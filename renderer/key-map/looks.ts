import type { MapElementView } from '#messages/view.ts'
import type { GlyphName } from '../primitives/glyphs.ts'
import type { Tone } from '../primitives/tones.tsx'

export const STATE_LOOKS: Readonly<
  Record<MapElementView['state'], { readonly tone: Tone; readonly glyph: GlyphName; readonly knob?: GlyphName }>
> = {
  'action-required': { tone: 'danger', glyph: 'action', knob: 'exclamation' },
  confirm: { tone: 'warning', glyph: 'confirm', knob: 'question' },
  running: { tone: 'brand', glyph: 'running', knob: 'running' },
  'not-checked': { tone: 'neutral', glyph: 'missing' },
  planned: { tone: 'brand', glyph: 'planned', knob: 'plus' },
  missing: { tone: 'neutral', glyph: 'missing' },
  checked: { tone: 'neutral', glyph: 'check', knob: 'check' },
  verified: { tone: 'success', glyph: 'verified', knob: 'check' },
}

export const PART_LOOKS: Readonly<Record<MapElementView['parts'][number]['state'], { readonly tone: Tone; readonly glyph: GlyphName }>> = {
  pass: STATE_LOOKS.verified,
  confirmed: { tone: 'success', glyph: 'person' },
  warning: { tone: 'warning', glyph: 'warning' },
  fail: STATE_LOOKS['action-required'],
  planned: STATE_LOOKS.planned,
  open: STATE_LOOKS['not-checked'],
}

export const KIND_GLYPHS: Readonly<Partial<Record<MapElementView['element'], GlyphName>>> = {
  app: 'app',
  environment: 'environment',
  policy: 'policy',
  key: 'key',
}
