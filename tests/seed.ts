import fc from 'fast-check';

/** Property tests try the same cases in every run, so that a red run is a change's doing; FC_SEED tries others. */
export const firstSeed = Number(process.env.FC_SEED ?? 20_261_123);

fc.configureGlobal({ seed: firstSeed });
