import type { KqlAnswer } from '@/lib/answers';
import { acceptedBy } from '@/lib/filter/params';
import { handle } from '@/lib/handle';
import { kqlOfView } from '@/lib/hunting/viewKql';

export const GET = handle<KqlAnswer>(acceptedBy.kql, kqlOfView);
