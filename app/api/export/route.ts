import { exportAnswer } from '@/lib/export/answer';
import { acceptedBy } from '@/lib/filter/params';
import { download } from '@/lib/handle';

export const GET = download<object>(acceptedBy.export, exportAnswer);
