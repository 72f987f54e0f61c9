import styles from './tones.module.css'

/** Meaning of a state. Never color alone: a sign and a word accompany it. */
export type Tone = 'danger' | 'warning' | 'success' | 'brand' | 'neutral'

export const toneClass = (tone: Tone): string | undefined => styles[tone]
