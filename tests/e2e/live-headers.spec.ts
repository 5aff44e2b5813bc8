import { expectHeaders } from './headers';

expectHeaders('max-age=63072000; includeSubDomains');
