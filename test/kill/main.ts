import path from 'node:path'

// The killed process runs the bundle beside this one.
if (process.argv[2] === 'wizard') {
  const { runCompiled } = await import('./compiled.ts')
  process.once('exit', runCompiled(path.join(path.dirname(process.argv[1] ?? ''), '..', 'killed', 'index.cjs')))
} else await import('./share.ts')
