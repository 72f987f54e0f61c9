import styles from './tones.module.css'

/** What a state means for the person: nothing is said by its color alone, a sign and a word stand beside it. */
export type Tone = 'danger' | 'warning' | 'success' | 'brand' | 'neutral'

/** Class that sets the colors of a tone for everything inside. */
export const toneClass = (tone: Tone): string | undefined => styles[tone]
