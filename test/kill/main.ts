import path from 'node:path'

// What is killed is the bundle beside this one.
if (process.argv[2] === 'wizard') {
  const { runCompiled } = await import('./compiled.ts')
  process.once('exit', runCompiled(path.join(path.dirname(process.argv[1] ?? ''), '..', 'killed', 'index.cjs')))
} else await import('./share.ts')
