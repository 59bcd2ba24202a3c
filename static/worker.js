import { load } from './teavm.js';
(await load('worker.wasm')).exports.main([]);
