// @ts-check
// Keccak-256, the hash that Ethereum's addresses are checked with (not the later SHA3-256, which pads otherwise).
// From the Keccak reference, version 3.0. 64-bit lanes are pairs of 32-bit halves: BigInt would be ten times slower.

const RATE = 136; // bytes of a block, for 256 bits of output
const KECCAK_ROUNDS = 24;

/** Round constants and rotations, made by the rules of the reference: a shift register, and a walk over the lanes. */
const [CONSTANTS, ROTATIONS, LANES] = (() => {
  /** @type {number[]} pairs: low half, high half */
  const constants = [];
  let register = 1;
  for (let round = 0; round < KECCAK_ROUNDS; round++) {
    let low = 0;
    let high = 0;
    for (let power = 0; power < 7; power++) {
      const bit = (1 << power) - 1;
      if (register & 1) bit < 32 ? (low |= 1 << bit) : (high |= 1 << (bit - 32));
      register = (register << 1) ^ (register >> 7 ? 0x171 : 0);
    }
    constants.push(low, high);
  }
  const rotations = [];
  const lanes = [];
  for (let step = 1, x = 1, y = 0; step <= 24; step++) {
    rotations.push(((step * (step + 1)) / 2) % 64);
    [x, y] = [y, (2 * x + 3 * y) % 5];
    lanes.push(x + 5 * y);
  }
  return [constants, rotations, lanes];
})();

/** @param {Uint8Array} data @returns {Uint8Array} 32 bytes */
export function keccak256(data) {
  const padded = new Uint8Array((Math.floor(data.length / RATE) + 1) * RATE);
  padded.set(data);
  padded[data.length] = 1;
  padded[padded.length - 1] |= 0x80;
  const state = new Uint32Array(50);
  const view = new DataView(padded.buffer);
  for (let block = 0; block < padded.length; block += RATE) {
    for (let half = 0; half < RATE / 4; half++) state[half] ^= view.getUint32(block + half * 4, true);
    permute(state);
  }
  return new Uint8Array(state.buffer.slice(0, 32)); // browsers are little-endian
}

/** @param {Uint32Array} state 25 lanes, the low half of each first */
function permute(state) {
  const columns = new Uint32Array(10);
  for (let round = 0; round < KECCAK_ROUNDS; round++) {
    for (let x = 0; x < 10; x++) columns[x] = state[x] ^ state[x + 10] ^ state[x + 20] ^ state[x + 30] ^ state[x + 40];
    for (let x = 0; x < 5; x++) {
      const left = ((x + 4) % 5) * 2;
      const right = ((x + 1) % 5) * 2;
      const low = columns[left] ^ ((columns[right] << 1) | (columns[right + 1] >>> 31));
      const high = columns[left + 1] ^ ((columns[right + 1] << 1) | (columns[right] >>> 31));
      for (let lane = x * 2; lane < 50; lane += 10) {
        state[lane] ^= low;
        state[lane + 1] ^= high;
      }
    }
    let [low, high] = [state[2], state[3]];
    LANES.forEach((lane, i) => {
      const next = [state[lane * 2], state[lane * 2 + 1]];
      const by = ROTATIONS[i] % 32;
      const [near, far] = ROTATIONS[i] < 32 ? [low, high] : [high, low];
      state[lane * 2] = by ? (near << by) | (far >>> (32 - by)) : near;
      state[lane * 2 + 1] = by ? (far << by) | (near >>> (32 - by)) : far;
      [low, high] = next;
    });
    for (let row = 0; row < 50; row += 10) {
      const before = state.slice(row, row + 10);
      for (let x = 0; x < 10; x++) state[row + x] ^= ~before[(x + 2) % 10] & before[(x + 4) % 10];
    }
    state[0] ^= CONSTANTS[round * 2];
    state[1] ^= CONSTANTS[round * 2 + 1];
  }
}
