import { type Container, isRefused } from '../../services/storage/container.ts'
import { LARGEST_REPORT } from '../engagement/reports.ts'

/** @returns false if another blob has that name; true if an earlier try whose response was lost created it */
export async function putOnce(container: Container, name: string, content: Buffer): Promise<boolean> {
  try {
    await container.put(name, content)
    return true
  } catch (error) {
    if (!isRefused(error, 'changed', 'immutable')) throw error
    return (await container.read(name, 0, LARGEST_REPORT))?.bytes.equals(content) === true
  }
}
