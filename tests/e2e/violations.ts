import type { Page } from '@playwright/test';
import { provider } from './doubles';

/** What the browser reports of the product's own pages against their content security policy and permissions policy. */
export function violations(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (
      !page.url().startsWith(provider) &&
      /Content Security Policy|Permissions-Policy/i.test(message.text())
    )
      found.push(message.text());
  });
  return found;
}
