/** A plain script's fold: parse each line, and keep times, steps and reasons in a Map by request. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { measured } from './measured';

/** What the script takes for granted of a line. */
interface Line {
  time: string;
  properties: {
    activityDisplayName: string;
    targetResources?: { id: string; type: string }[];
    additionalDetails?: { key: string; value: string }[];
  };
}

interface Folded {
  records: number;
  first: string;
  last: string;
  reasons: string[];
  steps: string[];
}

await measured(async (file) => {
  const requests = new Map<string, Folded>();
  let records = 0;
  for await (const text of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const { time, properties }: Line = JSON.parse(text);
    records += 1;
    const request = properties.targetResources?.find(
      ({ type }) => type === 'AccessPackageAssignmentRequest' || type === 'Other',
    )?.id;
    if (!request) continue;
    const known = requests.get(request) ?? { records: 0, first: time, last: time, reasons: [], steps: [] };
    known.records += 1;
    if (time < known.first) known.first = time;
    if (time > known.last) known.last = time;
    known.steps.push(properties.activityDisplayName);
    for (const { key, value } of properties.additionalDetails ?? [])
      if (key === 'Justification' && value) known.reasons.push(value);
    requests.set(request, known);
  }
  return `${records} records parsed one by one, ${requests.size} objects kept in a Map`;
});
