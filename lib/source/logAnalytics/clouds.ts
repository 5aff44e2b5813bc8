/** Where a cloud's Log Analytics is asked, and where its owners look at it. */
export interface LogAnalyticsCloud {
  /** Address of the query service, with `/v1`. */
  endpoint: string;
  /** Resource that its tokens are for; in the public cloud another host than the endpoint's. */
  audience: string;
  /** Origin of the Azure portal. */
  portal: string;
  /** Origin of the Microsoft Entra admin center. */
  entra: string;
}

/** The clouds that have Log Analytics. Source: the Azure SDKs' own tables (Go `azlogs`, .NET `LogsQueryAudience`). */
export const logAnalyticsClouds: Record<'public' | 'usgov' | 'china', LogAnalyticsCloud> = {
  public: {
    endpoint: 'https://api.loganalytics.azure.com/v1',
    audience: 'https://api.loganalytics.io',
    portal: 'https://portal.azure.com',
    entra: 'https://entra.microsoft.com',
  },
  usgov: {
    endpoint: 'https://api.loganalytics.us/v1',
    audience: 'https://api.loganalytics.us',
    portal: 'https://portal.azure.us',
    entra: 'https://entra.microsoft.us',
  },
  china: {
    endpoint: 'https://api.loganalytics.azure.cn/v1',
    audience: 'https://api.loganalytics.azure.cn',
    portal: 'https://portal.azure.cn',
    entra: 'https://entra.microsoftonline.cn',
  },
};
