/** Something in a text by which a person could be known or reached. */
export type Personal = { what: 'phone' | 'email' | 'postcode' | 'nhs' | 'name'; text: string; at: number };

type Find = {
  what: Personal['what'];
  pattern: RegExp;
  is: (found: string, match: RegExpExecArray) => boolean;
};

const digits = (text: string): string => text.replace(/\D/g, '');

/** The letters that a UK postcode can start with. Without them, "room B12 4th floor" would be one. */
const AREAS = new Set(
  (
    'AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY ' +
    'G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR ' +
    'NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB ' +
    'W WA WC WD WF WN WR WS WV YO ZE'
  ).split(' '),
);

const TITLES =
  'Mr|Mrs|Ms|Mx|Miss|Dr|Doctor|Prof|Professor|Cllr|Councillor|Sir|Dame|Lady|Lord|Rev|Reverend|Nurse|Sister|Father';
const SURNAME = "(?:(?:[Oo]['’]|[Dd]['’]|Mac|Mc|St\\.? )?\\p{Lu}[\\p{L}’']+(?:-\\p{Lu}\\p{L}+)?)";
/** Words that follow a title without being anybody's name. */
const ROLES = new Set([
  'Mayor',
  'Lieutenant',
  'Chancellor',
  'Manager',
  'Practitioner',
  'Team',
  'Ward',
  'Christmas',
]);

const finds: Find[] = [
  { what: 'email', pattern: /[\p{L}\d._%+'-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu, is: () => true },
  { what: 'nhs', pattern: /(?<![\d+])\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/g, is: isNhsNumber },
  { what: 'phone', pattern: /(?<![\d£.])(?:\+\s?\d|\(?0)(?:[\s().-]{0,2}\d){8,14}(?![\d%])/g, is: isPhone },
  {
    what: 'postcode',
    pattern: /(?<![\p{L}\d])([a-z]{1,2})(\d[a-z\d]?) ?(\d)([abd-hjlnp-uw-z]{2})(?![\p{L}\d])/giu,
    is: isPostcode,
  },
  // Typed with care: "Ms", never "MS", which is an illness; "Miss York", but not "miss the bus".
  { what: 'name', pattern: new RegExp(`(?<!\\p{L})(?:${TITLES})\\.? (${SURNAME})`, 'gu'), is: isSurname },
  // Typed without care: these two are hardly ever anything else.
  { what: 'name', pattern: /(?<!\p{L})(?:mrs|mr|MR|MRS|DR)\.? (\p{L}[\p{L}’'-]+)/gu, is: () => true },
];

/**
 * Phone numbers, e-mail addresses, UK postcodes, NHS numbers and titles with surnames in what a person wrote,
 * in the order of the text. It only looks: the person decides.
 */
export function findPersonal(text: string): Personal[] {
  const found: Personal[] = [];
  for (const { what, pattern, is } of finds) {
    for (const match of text.matchAll(pattern)) {
      const at = match.index;
      const overlaps = found.some(
        (other) => at < other.at + other.text.length && other.at < at + match[0].length,
      );
      if (!overlaps && is(match[0], match)) found.push({ what, text: match[0], at });
    }
  }
  return found.toSorted((a, b) => a.at - b.at);
}

/** The tenth digit of an NHS number checks the nine before it. */
function isNhsNumber(found: string): boolean {
  const all = digits(found);
  const sum = Array.from(all.slice(0, 9), Number).reduce(
    (total, digit, index) => total + digit * (10 - index),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(all[9]) && new Set(all).size > 1;
}

/** A UK number has 10 or 11 digits with its 0. Lines for everybody (03, 08) belong to no person. */
function isPhone(found: string): boolean {
  const all = digits(found);
  if (found.startsWith('+') && !all.startsWith('44')) return all.length >= 9 && all.length <= 15;
  const national = all.replace(/^(?:0044|44)0?/, '0');
  return /^0[12579]\d{8,9}$/.test(national);
}

function isPostcode(_: string, match: RegExpExecArray): boolean {
  const [, area = '', , digit = '', last = ''] = match;
  // "Room B1, 2nd floor": an ordinal, as long as nobody wrote it in capitals.
  const ordinal = /^(?:1st|2nd|3rd|[4-90]th)$/.test(digit + last);
  return !ordinal && AREAS.has(area.toUpperCase());
}

function isSurname(_: string, match: RegExpExecArray): boolean {
  return !ROLES.has(match[1] ?? '');
}
