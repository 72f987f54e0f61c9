import type { OperationId } from '../../engine/step/finding.ts'
import { valueIn } from '../../engine/step/refusals.ts'
import type { Check } from '../check.ts'
import { earlierKeyKept } from '../steps/membership/earlier-key-checks.ts'
import type { OperationFacts } from './facts.ts'

export const earlierKeyCheck = (operation: OperationId): Check<OperationFacts> => ({
  key: `${operation}-earlier-key-kept`,
  part: 'link',
  ...earlierKeyKept,
  judge: ({ environment, operations }, now) => earlierKeyKept.judge(valueIn(environment), valueIn(operations), now),
})
