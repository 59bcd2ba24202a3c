import { MicroGPT } from '../microgpt.js';

// Learns names of computing, then makes some up. As exact as microgpt.py: one number at a time.
const model = new MicroGPT({ numSteps: 250 });
model.loadData(`ada
alan
barbara
charles
dennis
donald
edsger
frances
grace
jean
john
katherine
ken
margaret
niklaus
radia
tony`);
console.log(model.initParams());

for (let i = 1; i <= 250; i++) {
  const { loss, doc } = model.trainStep();
  if (i % 50 === 0) console.log(`step ${i}: ${doc} cost ${loss.toFixed(3)} nats a letter`);
}
for (let i = 0; i < 10; i++) console.log(model.generate(0.9).text);
