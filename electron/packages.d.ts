/** The packages that are part of the app, from the lockfile. */
declare module 'virtual:packages' {
  const packages: import('../ipc/contract.ts').About['packages']
  export default packages
}
