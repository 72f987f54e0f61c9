/** Catalogs that the build extracts from the sources: `virtual:messages/<window|main|start|all>/<locale>`. */
declare module 'virtual:messages/*' {
  const catalog: import('./formatter.ts').MessageCatalog
  export default catalog
}
