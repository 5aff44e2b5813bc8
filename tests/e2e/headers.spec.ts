import { expectHeaders } from './headers';

expectHeaders(null);
