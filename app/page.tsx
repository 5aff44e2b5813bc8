import { RequestsPage } from '@/components/requests/RequestsPage';

export default function Page() {
  return <RequestsPage />;
}
