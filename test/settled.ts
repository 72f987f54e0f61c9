import { afterAll, vi } from 'vitest'

// Files share a worker and its modules. An import that is under way when a file ends, such as one that a tenant loads ahead, would be cut off
// with the file's environment, and the module would stay broken for every file after it.
afterAll(() => vi.dynamicImportSettled())
