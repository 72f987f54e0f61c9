declare module 'virtual:packages' {
  const packages: import('../ipc/contract.ts').About['packages']
  export default packages
}
