const shape =
  '[{"id":"VARCHAR","type":"VARCHAR","modifiedProperties":[{"displayName":"VARCHAR","oldValue":"VARCHAR","newValue":"VARCHAR"}]}]';

/**
 * SQL for what a record changed of each of its targets, from the text of its `TargetResources`: a list of {id, type,
 * changes}, ids and types in lower case, with `changes` a list of {property, before, after}.
 */
export function changedTargets(text: string): string {
  return `[struct_pack(id := lower(t.id), type := lower(t.type),
    changes := [struct_pack(property := coalesce(p.displayName, ''), before := ${textOf('p.oldValue')}, after := ${textOf('p.newValue')})
      FOR p IN coalesce(t.modifiedProperties, [])])
    FOR t IN coalesce(from_json(${text}, '${shape}'), [])]`;
}

/** SQL for a value, which the log writes as JSON inside a string: a text comes out of its quotes, all else stays as it is. */
export function textOf(value: string): string {
  return `CASE WHEN starts_with(${value}, '"') THEN coalesce(TRY_CAST(${value} AS JSON)->>'$', ${value}) ELSE ${value} END`;
}
