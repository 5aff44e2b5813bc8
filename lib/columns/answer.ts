import type { Clause } from '../filter/clause';
import { barsOf } from './bars';
import type { Columns } from './columns';
import { approverReasonsOf, approversOf, packagesOf } from './compared';
import { idsOf, wordsOf } from './facets';
import { hiddenOf } from './hidden';
import { countsOf, newestOf, paceOf } from './pace';
import { pageOf } from './page';
import type { Answers, Question } from './questions';
import { cellsOf, marksOf } from './scatter';
import type { Select } from './selecting';
import { weeksOf } from './weeks';

/** Answers a question about the requests that the clauses keep, as the rows that SQL would answer. */
export function answerTo(
  columns: Columns,
  select: Select,
  clauses: readonly Clause[],
  question: Question,
): Answers[Question['name']][] {
  const rows = select(clauses);
  switch (question.name) {
    case 'counts':
      return [countsOf(columns, rows)];
    case 'pace':
      return [paceOf(columns, rows)];
    case 'newest':
      return [newestOf(columns, rows)];
    case 'bars':
      return barsOf(columns, rows);
    case 'weeks':
      return weeksOf(columns, rows, question.width);
    case 'marks':
      return marksOf(columns, rows);
    case 'cells':
      return cellsOf(columns, rows, question.width);
    case 'words':
      return wordsOf(columns, rows, question.field);
    case 'ids':
      return idsOf(columns, rows, question.field, question.among);
    case 'packages':
      return packagesOf(columns, rows);
    case 'approvers':
      return approversOf(columns, rows);
    case 'approverReasons':
      return approverReasonsOf(columns, rows);
    case 'hidden':
      return hiddenOf(columns, rows, question.rules);
    case 'page':
      return pageOf(columns, rows, question);
  }
}
