/** That a link was made when the checks went by other numbers, in one sentence; null when they are the same. */
export function thresholdsWords(linked: number | null, now: number): string | null {
  if (linked === null || linked === now) return null;
  return `This link was made with version ${linked} of the numbers that the checks go by; they are at version ${now} now, so that other requests can be marked.`;
}
