/** Catalogs extracted by the build: `virtual:messages/<window|main|start|all>/<locale>`. */
declare module 'virtual:messages/*' {
  const catalog: import('./formatter.ts').MessageCatalog
  export default catalog
}

/** Loaders of other languages' catalogs by locale, including pseudo-locales. */
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

declare module 'virtual:messages/translated' {
  const locales: readonly string[]
  export default locales
}
