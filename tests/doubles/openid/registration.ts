/** The one app registration of the double: a single-page application, an API and a confidential client at once. */
export const registration = {
  tenant: '5f0c1c1e-3a53-4d8e-9d0b-2f6b7a1e4c10',
  clientId: 'a11ce000-0000-4000-8000-00000000c11e',
  clientSecret: 'a-secret-of-the-double-alone',
  /** Object id of its service principal, as which it queries in application access. */
  servicePrincipal: 'a11ce000-0000-4000-8000-000000005e4d',
} as const;

export const apiUri = `api://${registration.clientId}`;
export const apiScope = `${apiUri}/Approvals.Access`;
export const logAnalytics = 'https://api.loganalytics.io';
