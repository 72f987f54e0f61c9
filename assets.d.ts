/** A picture as a `data:` address: bundled, because the package carries no file beside its bundles. */
/** A text file, bundled as it is. */
declare module '*.md?raw' {
  const text: string
  export default text
}

declare module '*.png?inline' {
  const address: string
  export default address
}
