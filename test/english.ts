import catalog from 'virtual:messages/all/en'
import { createFormatter, type Formatted } from '#messages/formatter.ts'

/** Formats texts in English, for tests about words. A message without its values is a defect of the wizard's own. */
export const english = createFormatter('en', catalog, catalog, {
  onMisfit: (error) => {
    throw error
  },
})

/** The same function, with every text in what it gives formatted. */
export const inEnglish =
  <Given extends readonly unknown[], Told>(tell: (...given: Given) => Told) =>
  (...given: Given): Formatted<Told> =>
    english.all(tell(...given))
