/** A picture as a `data:` address: bundled, because the package carries no file beside its bundles. */
declare module '*.png?inline' {
  const address: string
  export default address
}
