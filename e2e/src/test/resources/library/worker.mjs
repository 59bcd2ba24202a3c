// Runs one of the other modules where there is no page, and posts what it returns.
import { run } from './dropin.mjs';

self.onmessage = ({ data }) => {
  if (data === 'run') self.postMessage(run());
};
