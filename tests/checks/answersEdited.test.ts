import { approve, asks, bea, decides, ours, requestId } from '../store/build';
import { checking } from './checking';

const check = checking('answers-edited');
const edits = (time: string, changes: readonly object[] = []) =>
  ours('Update request answers by approver', time, bea, {
    but: {
      targetResources: JSON.stringify([
        {
          id: requestId(),
          displayName: null,
          type: 'AccessPackageAssignmentRequest',
          modifiedProperties: changes,
        },
      ]),
    },
  });
const granted = [asks('08:00'), decides('approved', '09:00', bea, 'ok'), approve('09:00:02', bea)];

check('a request that nobody touched is not marked', granted, []);
check(
  'edited answers are told with old and new text',
  [
    ...granted,
    edits('08:57', [{ displayName: 'Answers', oldValue: '"All customers"', newValue: '"Aggregates"' }]),
  ],
  [
    {
      request: requestId(),
      strength: 'medium',
      sentence:
        'bea.okafor@contoso.example edited the requestor’s answers, 3 m before the decision, from “All customers” to “Aggregates”.',
    },
  ],
);
check(
  'what the log does not say is said to be missing',
  [...granted, edits('09:20')],
  [
    {
      request: requestId(),
      strength: 'medium',
      sentence: 'bea.okafor@contoso.example edited the requestor’s answers, 20 m after the decision.',
      limits: 'what was changed is not in the log',
    },
  ],
);
