declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>
  export default classes
}

/** Made by tools/theme.mjs. */
declare module 'virtual:fluent-tokens.css' {}
