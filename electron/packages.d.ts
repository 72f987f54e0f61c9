declare module 'virtual:packages' {
  const packages: import('#contract/contract.ts').About['packages']
  export default packages
}
