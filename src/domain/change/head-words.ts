import { hexToBytes } from '@noble/hashes/utils.js';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { Head } from './change-record.ts';

/**
 * The first 88 bits of a head hash as eight words of the BIP-39 English list (11 bits a word, most significant first),
 * so that two people can compare a log by voice or on paper.
 */
export function headWords(hash: string): string[] {
  const bytes = hexToBytes(hash.slice(0, 22));
  const words: string[] = [];
  for (let i = 0; i < 8; i++) {
    let index = 0;
    for (let b = 0; b < 11; b++) {
      const bit = i * 11 + b;
      index = (index << 1) | ((bytes[bit >> 3]! >> (7 - (bit & 7))) & 1);
    }
    words.push(wordlist[index]!);
  }
  return words;
}

/** "1,284 · word word …" without locale: the number, then the words. */
export function headText(head: Head): string {
  return `${head.seq} ${headWords(head.hash).join(' ')}`;
}
