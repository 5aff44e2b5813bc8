import 'server-only';
import { setTimeout } from 'node:timers/promises';
import type { Histogram, Meter } from '@opentelemetry/api';
import type { PushMetricExporter } from '@opentelemetry/sdk-metrics';
import { log } from './log';

/** What is measured as it happens, and the way to end it. */
interface Metrics {
  answers: Histogram;
  queries: Histogram;
  stop(): Promise<void>;
}

/** Next bundles start-up code and routes apart, so what they both write to hangs on the process itself. */
const held = globalThis as { accessPackageApprovalsMetrics?: Metrics };

/** Longest wait for the last export when the process ends. */
const lastExportMs = 4000;

/**
 * Notes one answer of the API. `route` is its pattern (`/api/requests/[id]`) and never its path, `seconds` is how long
 * it took to the answer's head, and `error` the stable code of what went wrong.
 */
export function noteAnswer({
  route,
  method = 'GET',
  status,
  seconds,
  error = null,
}: {
  route: string;
  method?: string;
  status: number;
  seconds: number;
  error?: string | null;
}): void {
  held.accessPackageApprovalsMetrics?.answers.record(seconds, {
    'http.request.method': method,
    'http.response.status_code': status,
    'http.route': route,
    'url.scheme': 'http',
    ...(error !== null && { 'error.type': error }),
  });
}

/** Notes one question to the store, and how many seconds it took. */
export function noteQuery({ seconds, failed }: { seconds: number; failed: boolean }): void {
  held.accessPackageApprovalsMetrics?.queries.record(seconds, {
    'db.system.name': 'duckdb',
    ...(failed && { 'error.type': '_OTHER' }),
  });
}

/**
 * Starts to export metrics by OTLP each `everyMs`, to where the standard `OTEL_EXPORTER_OTLP_*` variables say. Names,
 * units and buckets are those of OpenTelemetry's semantic conventions. `observe` adds what is looked at each time.
 */
export async function startMetrics(everyMs: number, observe: (meter: Meter) => void): Promise<void> {
  const [{ MeterProvider, PeriodicExportingMetricReader }, { OTLPMetricExporter }, resources] =
    await Promise.all([
      import('@opentelemetry/sdk-metrics'),
      import('@opentelemetry/exporter-metrics-otlp-proto'),
      import('@opentelemetry/resources'),
    ]);
  const { defaultResource, detectResources, envDetector, resourceFromAttributes } = resources;
  const provider = new MeterProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': 'access-package-approvals' }))
      .merge(detectResources({ detectors: [envDetector] })),
    readers: [
      new PeriodicExportingMetricReader({
        exporter: saying(new OTLPMetricExporter()),
        exportIntervalMillis: everyMs,
        exportTimeoutMillis: Math.min(everyMs, 30_000),
      }),
    ],
  });
  const meter = provider.getMeter('access-package-approvals');
  held.accessPackageApprovalsMetrics = {
    answers: meter.createHistogram('http.server.request.duration', {
      description: 'Duration of HTTP server requests.',
      unit: 's',
      advice: {
        explicitBucketBoundaries: [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
      },
    }),
    queries: meter.createHistogram('db.client.operation.duration', {
      description: 'Duration of database client operations.',
      unit: 's',
      advice: { explicitBucketBoundaries: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10] },
    }),
    stop: () => provider.shutdown(),
  };
  observe(meter);
}

/** Exports what was measured last, and ends. It takes at most four seconds, and does not fail. */
export async function stopMetrics(): Promise<void> {
  const metrics = held.accessPackageApprovalsMetrics;
  if (metrics === undefined) return;
  delete held.accessPackageApprovalsMetrics;
  await Promise.race([
    metrics.stop().catch(() => undefined),
    setTimeout(lastExportMs, undefined, { ref: false }),
  ]);
}

/** The exporter, which says once in the log that it fails, and once that it does no more. */
function saying(exporter: PushMetricExporter): PushMetricExporter {
  let isFailing = false;
  return {
    export: (metrics, done) =>
      exporter.export(metrics, (result) => {
        if (result.error !== undefined && !isFailing)
          log.warn({ reason: result.error.message.slice(0, 200) }, 'metrics could not be exported');
        if (result.error === undefined && isFailing) log.info('metrics are exported again');
        isFailing = result.error !== undefined;
        done(result);
      }),
    forceFlush: () => exporter.forceFlush(),
    shutdown: () => exporter.shutdown(),
    // As the exporter would have it: cumulative, unless OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE says other.
    ...(exporter.selectAggregationTemporality && {
      selectAggregationTemporality: exporter.selectAggregationTemporality.bind(exporter),
    }),
  };
}
