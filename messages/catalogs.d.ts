/** Catalogs that the build extracts from the sources: `virtual:messages/<window|main|start|all>/<locale>`. */
declare module 'virtual:messages/*' {
  const catalog: import('./formatter.ts').MessageCatalog
  export default catalog
}

/** Loads the catalogs of the languages besides English, by locale: those that are translated, and the pseudo-locales. */
declare module 'virtual:messages/main' {
  const catalogs: Readonly<Record<string, () => Promise<{ readonly default: import('./formatter.ts').MessageCatalog }>>>
  export default catalogs
}
declare module 'virtual:messages/start' {
  export { default } from 'virtual:messages/main'
}
declare module 'virtual:messages/window' {
  export { default } from 'virtual:messages/main'
}

/** The locales that have a complete translation. */
declare module 'virtual:messages/translated' {
  const locales: readonly string[]
  export default locales
}
