import type { Clause } from '../filter/clause';
import type { AskSql } from './asking';
import type { Bindings, Store } from './open';
import { conditions } from './where';

interface Question {
  clauses: readonly Clause[];
  sql: (requests: string) => string;
  bindings: Bindings;
  answer: (rows: object[]) => void;
  fail: (error: unknown) => void;
}

/**
 * Asks what is asked in one turn of the event loop in one statement, which goes through the requests once. A
 * clause that every question has narrows them; of any other clause each request is marked.
 */
export function together(store: Store): AskSql {
  let waiting: Question[] = [];
  const ask = async () => {
    const questions = waiting;
    waiting = [];
    try {
      const { sql, bindings } = oneStatement(questions);
      const rows = questions.map((): object[] => []);
      for (const { question, row } of await store.all<{ question: number; row: string }>(sql, bindings))
        rows[question]?.push(JSON.parse(row));
      for (const [place, { answer }] of questions.entries()) answer(rows[place] ?? []);
    } catch (error) {
      for (const { fail } of questions) fail(error);
    }
  };
  return <T extends object>(clauses: readonly Clause[], sql: Question['sql'], bindings: Bindings = {}) =>
    new Promise<T[]>((answer, fail) => {
      if (waiting.length === 0) setImmediate(ask);
      waiting.push({ clauses, sql, bindings, answer: (rows) => answer(rows as T[]), fail });
    });
}

/** What the statements read, without the wide columns. */
const columns = `r.tenant, r.request_id, r.marks, r.worth, r.client, r.outcome, r.kind, r.delivery, r.user_type, r.reason_state, r.package_id, r.policy_id,
  r.requestor_id, r.target_id, r.approver_ids, r.approver_states, r.decided_by, r.decided_states, r.took,
  r.decided, r.decided_text, r.first, r.first_text`;

function oneStatement(questions: readonly Question[]): { sql: string; bindings: Bindings } {
  const clauses = [...new Set(questions.flatMap((question) => question.clauses))];
  const { parts, bindings } = conditions(clauses);
  const marked = clauses.map((clause, place) => ({
    clause,
    condition: parts[place] ?? 'true',
    mark: `pass_${place}`,
    common: questions.every((question) => question.clauses.includes(clause)),
  }));
  const common = marked.filter(({ common }) => common).map(({ condition }) => condition);
  const marks = marked.filter(({ common }) => !common);
  const answers = questions.map((question, place) => {
    const passed = marks.filter(({ clause }) => question.clauses.includes(clause)).map(({ mark }) => mark);
    let sql = question.sql(`(SELECT * FROM hits WHERE ${passed.join(' AND ') || 'true'})`);
    for (const [name, value] of Object.entries(question.bindings)) {
      sql = sql.replaceAll(`$${name}`, `$q${place}_${name}`);
      bindings[`q${place}_${name}`] = value;
    }
    return `SELECT ${place} AS question, to_json(answer)::VARCHAR AS "row" FROM (${sql}) answer`;
  });
  return {
    sql: `WITH hits AS MATERIALIZED (
SELECT ${[columns, ...marks.map(({ condition, mark }) => `coalesce(${condition}, false) AS ${mark}`)].join(', ')}
FROM requests r WHERE ${common.join(' AND ') || 'true'})
${answers.join('\nUNION ALL ')}`,
    bindings,
  };
}
