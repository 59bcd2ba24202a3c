import { Value } from '../microgpt.js';

// Numbers that remember where they came from: the gradient of a result by each of its inputs.
const a = new Value(2), b = new Value(-3), c = new Value(10);
const result = a.mul(b).add(c).relu();
result.backward();
console.log('relu(a b + c) =', result.data);
console.log('by a:', a.grad, ' by b:', b.grad, ' by c:', c.grad);

// Thirty steps down: the x at which (x - 3)² is least.
const x = new Value(0);
for (let i = 0; i < 30; i++) {
  const loss = x.sub(3).pow(2);
  x.grad = 0;
  loss.backward();
  x.data -= 0.2 * x.grad;
}
console.log('x =', x.data.toFixed(4));
