import styles from './tones.module.css'

/** Meaning of a state. Never color alone: a sign and a word accompany it. */
export type Tone = 'danger' | 'warning' | 'success' | 'brand' | 'neutral'

/** Sets a tone's colors for its descendants. */
export const toneClass = (tone: Tone): string | undefined => styles[tone]
