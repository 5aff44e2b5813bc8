import 'server-only';
import type { ManifestAnswer } from '../answers';
import { AppError } from '../errors';

/** One export, from its first byte to the question what it held. */
interface Export {
  /** Who asked for it; null while sign-in is off. */
  reader: string | null;
  state: { kind: 'running' } | { kind: 'failed'; why: string } | { kind: 'sent'; manifest: ManifestAnswer };
}

/** Next bundles routes apart, so what two of them share hangs on the process itself. */
const held = globalThis as { accessPackageExports?: Map<string, Export> };
held.accessPackageExports ??= new Map();
const known = held.accessPackageExports;

/** Exports that are remembered. */
const remembered = 200;

/** Notes that an export begins. */
export function beginExport(id: string, reader: string | null): void {
  const done = [...known].filter(([, { state }]) => state.kind !== 'running').map(([key]) => key);
  for (const oldest of done.slice(0, Math.max(0, known.size + 1 - remembered))) known.delete(oldest);
  known.set(id, { reader, state: { kind: 'running' } });
}

/** Notes how an export ended: with its manifest, or the sentence that says why not. */
export function endExport(id: string, end: ManifestAnswer | string): void {
  const found = known.get(id);
  if (found?.state.kind !== 'running') return;
  found.state = typeof end === 'string' ? { kind: 'failed', why: end } : { kind: 'sent', manifest: end };
}

/**
 * The manifest of a reader's own export. Throws `not-found` for one that is not known or another reader's,
 * `export-running` before its end, and `export-failed` when it broke off.
 */
export function manifestOf(id: string, reader: string | null): ManifestAnswer {
  const found = known.get(id);
  if (found === undefined || found.reader !== reader)
    throw new AppError(
      'not-found',
      'This server knows no such export of yours. It remembers the last ones until it restarts.',
    );
  if (found.state.kind === 'running')
    throw new AppError('export-running', 'This export is not at its end yet. Ask again when it is.');
  if (found.state.kind === 'failed') throw new AppError('export-failed', found.state.why);
  return found.state.manifest;
}
