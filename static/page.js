import { load } from './teavm.js';
(await load('web.wasm')).exports.main([]);
