/** Month names as they stand in files of the region; abbreviations without their dots. */
const NAMES: readonly (readonly string[])[] = [
  ['january', 'jan', 'มกราคม', 'มค', 'januari', 'មករា', 'ມັງກອນ'],
  ['february', 'feb', 'กุมภาพันธ์', 'กพ', 'februari', 'កុម្ភៈ', 'ກຸມພາ'],
  ['march', 'mar', 'มีนาคม', 'มีค', 'maret', 'mac', 'មីនា', 'ມີນາ'],
  ['april', 'apr', 'เมษายน', 'เมย', 'មេសា', 'ເມສາ'],
  ['may', 'พฤษภาคม', 'พค', 'mei', 'ឧសភា', 'ພຶດສະພາ'],
  ['june', 'jun', 'มิถุนายน', 'มิย', 'juni', 'មិថុនា', 'ມິຖຸນາ'],
  ['july', 'jul', 'กรกฎาคม', 'กค', 'juli', 'julai', 'កក្កដា', 'ກໍລະກົດ'],
  ['august', 'aug', 'สิงหาคม', 'สค', 'agustus', 'ogos', 'agu', 'សីហា', 'ສິງຫາ'],
  ['september', 'sept', 'sep', 'กันยายน', 'กย', 'កញ្ញា', 'ກັນຍາ'],
  ['october', 'oct', 'ตุลาคม', 'ตค', 'oktober', 'okt', 'តុលា', 'ຕຸລາ'],
  ['november', 'nov', 'พฤศจิกายน', 'พย', 'វិច្ឆិកា', 'ພະຈິກ'],
  ['december', 'dec', 'ธันวาคม', 'ธค', 'desember', 'disember', 'des', 'ធ្នូ', 'ທັນວາ'],
];

const byName: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, i) => names.map((name) => [name.normalize('NFKC'), i + 1] as const)),
);

/** 1–12, or undefined when the word is no month. */
export function monthNumber(word: string): number | undefined {
  return byName.get(word.replaceAll('.', '').toLowerCase().normalize('NFKC'));
}
