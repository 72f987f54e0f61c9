/** Begins the packaged command line where Node.js is new enough for it, and says so where it isn't. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`cmk-wizard needs Node.js 20.19 or newer, and this is ${process.versions.node}: https://nodejs.org`)
  process.exitCode = 2
} else await import(new URL('program/index.js', import.meta.url).href)
