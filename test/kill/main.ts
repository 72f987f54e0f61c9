export {}

if (process.argv[2] === 'wizard') await import('./host.ts')
else await import('./share.ts')
