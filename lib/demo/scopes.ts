import { ownersGroup } from '../../tests/doubles/openid/people';
import { packages } from '../source/sample/packages';
import { Random } from '../source/sample/random';

/** Packages of the bundled organisation that the governance owner of the live demonstration may see. */
export const owned = ['Finance ERP - Payables', 'Finance ERP - Receivables'];

/** The scopes file of the live demonstration. */
export function scopes() {
  const ids = owned.map((name) => {
    const index = packages.findIndex((one) => one.name === name);
    return new Random('package', index).guid();
  });
  return [{ name: 'Governance owners', groups: [ownersGroup], packages: ids }];
}
