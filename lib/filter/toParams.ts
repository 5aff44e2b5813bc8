import { fieldNames, fields } from './fields';
import type { FieldName, Filter } from './filter';
import { settingNames, settings, type View, type ViewSettings } from './view';

/** The URL parameters of a view: one fixed order, defaults left out. `parseView` gives the same view back. */
export function toParams(view: View): URLSearchParams {
  const params = filterToParams(view.filter);
  for (const name of settingNames) appendSetting(params, name, view[name]);
  return params;
}

/** The URL parameters of a filter alone, as the API's filter parameters. */
export function filterToParams(filter: Filter): URLSearchParams {
  return new URLSearchParams(fieldNames.flatMap((name) => writeField(name, filter)));
}

function writeField<F extends FieldName>(name: F, filter: Filter): [string, string][] {
  return fields[name].write(filter[name]);
}

function appendSetting<S extends keyof ViewSettings>(
  params: URLSearchParams,
  name: S,
  value: ViewSettings[S],
): void {
  const { write, initial } = settings[name];
  const text = write(value);
  if (text !== write(initial)) params.append(name, text);
}
