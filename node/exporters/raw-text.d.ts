declare module '*.sh?raw' {
  const text: string
  export default text
}

declare module '*.ps1?raw' {
  const text: string
  export default text
}

declare module '*.bicep?raw' {
  const text: string
  export default text
}
