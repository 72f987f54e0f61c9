/** A style sheet's classes by the names they have in it. */
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>
  export default classes
}
