import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanSvg } from './svg.ts';

const svg = (inside: string, on = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10"${on}>${inside}</svg>`;

/** Each of these would act, reach outside or bring in something else, if it stayed. */
const HOSTILE: readonly string[] = [
  svg('<script>alert(1)</script>'),
  svg('<SCRIPT>alert(1)</SCRIPT>'),
  svg('<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>'),
  svg('<script href="https://evil.example/x.js"/>'),
  svg('<script><![CDATA[alert(1)]]></script>'),
  svg('<g><script>alert(1)</script><path d="M0 0"/></g>'),
  svg('', ' onload="alert(1)"'),
  svg('<path d="M0 0" onclick="alert(1)"/>'),
  svg('<path d="M0 0" onmouseover = \'alert(1)\'/>'),
  svg('<path d="M0 0" ONFOCUS="alert(1)" tabindex="0"/>'),
  svg('<g\nonload\n=\n"alert(1)"></g>'),
  svg(
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></body></foreignObject>',
  ),
  svg('<switch><foreignObject><iframe src="https://evil.example"/></foreignObject></switch>'),
  svg('<a href="javascript:alert(1)"><text>tea</text></a>'),
  svg('<a xlink:href="&#106;avascript:alert(1)"><path d="M0 0"/></a>'),
  svg('<use href="https://evil.example/x.svg#a"/>'),
  svg('<use xlink:href="data:image/svg+xml;base64,PHN2Zz4=#a"/>'),
  svg('<image href="https://evil.example/track.png"/>'),
  svg('<image xlink:href="data:image/svg+xml,&lt;svg onload=alert(1)&gt;"/>'),
  svg('<feImage href="https://evil.example/x.png"/>'),
  svg('<filter id="f"><feImage href="//evil.example"/></filter>'),
  svg('<style>@import url(https://evil.example/x.css);</style>'),
  svg('<style>path{fill:url(https://evil.example/x.svg#a)}</style>'),
  svg('<style>path{fill:ur<![CDATA[l(https://evil.example)]]>}</style>'),
  svg('<style>path{fill:ur<!-- -->l(https://evil.example)}</style>'),
  svg('<style>path{background:\\75rl(https://evil.example)}</style>'),
  svg('<style>path{fill:u/**/rl(https://evil.example)}</style>'),
  svg('<style>@font-face{font-family:x;src:url(//evil.example)}</style>'),
  svg('<style>path{background:image-set("https://evil.example" 1x)}</style>'),
  svg('<path style="fill:url(\'https://evil.example\')" d="M0 0"/>'),
  svg('<path style="fill:&#117;rl(https://evil.example)" d="M0 0"/>'),
  svg('<path fill="url(https://evil.example#a)" d="M0 0"/>'),
  svg('<path fill="URL ( //evil.example )" d="M0 0"/>'),
  svg('<path clip-path="url(#a) url(//evil.example)" d="M0 0"/>'),
  svg('<animate attributeName="href" to="javascript:alert(1)"/>'),
  svg('<set attributeName="onload" to="alert(1)"/>'),
  svg('<animateTransform onbegin="alert(1)"/>'),
  svg('<iframe src="javascript:alert(1)"/><embed src="//evil.example"/><object data="//evil.example"/>'),
  svg('<handler xmlns="http://www.w3.org/2001/xml-events">alert(1)</handler>'),
  svg('<text>&lt;script&gt;alert(1)&lt;/script&gt;</text>'),
  svg('<title><![CDATA[<script>alert(1)</script>]]></title>'),
  svg('<path d="M0 0" xml:base="https://evil.example/"/>'),
  `<?xml-stylesheet href="https://evil.example/x.xsl"?>${svg('<path d="M0 0"/>')}`,
  `<!DOCTYPE svg SYSTEM "https://evil.example/x.dtd">${svg('<path d="M0 0"/>')}`,
  `<!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]>${svg('&x;')}`,
  `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg('<text>&x;</text>')}`,
  svg('<path d="M0 0" a="--><script>alert(1)</script>"/>'),
  svg('<path d="M0 0" x=">" onload="alert(1)"/>'),
];

/** What no cleaned drawing may hold: nothing that is an element or attribute but the few that are known. */
function faultsOf(clean: string): string[] {
  const tags = clean.match(/<[^>]*>/g) ?? [];
  const bad = tags.filter(
    (tag) =>
      !/^<\/?(svg|g|defs|symbol|use|title|desc|text|tspan|style|clipPath|linearGradient|radialGradient|stop|path|rect|circle|ellipse|line|polyline|polygon)[\s/>]/.test(
        tag,
      ) || /\son|\ssrc=|\sxml:|javascript/i.test(tag),
  );
  const words = clean.replace('http://www.w3.org/2000/svg', '');
  const reaches = /url\s*\(\s*["']?[^#"'\s]|@import|href="[^#]/i.exec(words);
  return reaches ? [...bad, reaches[0]] : bad;
}

describe('a drawing that somebody made to do harm', () => {
  test.each(HOSTILE)('is refused or does nothing: %s', (text) => {
    const clean = cleanSvg(text);
    expect(clean === undefined ? [] : faultsOf(clean)).toEqual([]);
  });
  test('there are enough of them, and what looks for harm finds it', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(30);
    expect(HOSTILE.filter((text) => faultsOf(text).length > 0).length).toBeGreaterThan(30);
  });
});

describe('a drawing', () => {
  test('stays as it was drawn', () => {
    const drawn =
      '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs><style>.b{fill:url(#a)}</style><g class="b"><path d="M0 0L5 5" transform="rotate(3)"/></g>';
    expect(cleanSvg(svg(drawn))).toBe(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${drawn}</svg>`,
    );
  });
  test('keeps what its program wrapped it in, and loses what only that program reads', () => {
    const clean = cleanSvg(
      `<?xml version="1.0"?><!-- made by hand -->\n<!DOCTYPE svg PUBLIC "-//W3C" "x">${svg('<metadata><x:y/></metadata><switch><g><path d="M1 1"/></g></switch>')}`,
    );
    expect(clean?.trim()).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><g><g><path d="M1 1"/></g></g></svg>',
    );
  });
  test('cannot grow out of copies of copies', () => {
    const many = Array.from(
      { length: 200 },
      (_, n) => `<g id="a${n + 1}"><use href="#a${n}"/><use href="#a${n}"/></g>`,
    );
    expect(cleanSvg(svg(many.join('')))?.match(/<use/g)).toHaveLength(16);
  });
  test.each([
    '',
    'tea',
    '<html></html>',
    '<svg>',
    '<svg></g></svg>',
    '<svg/><svg/>',
    '<svg a></svg>',
    '<svg><',
    '<svg>&no;</svg>',
    `${'<svg>'.repeat(70)}`,
  ])('is not what this is: %s', (text) => expect(cleanSvg(text)).toBeUndefined());

  const piece = fc.oneof(
    fc.constantFrom(
      ...HOSTILE,
      '<',
      '>',
      '"',
      "'",
      '&',
      '&#60;',
      '<svg>',
      '</svg>',
      '<g ',
      '/>',
      '<style>',
      'url(',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      ' onload=',
      '<!DOCTYPE',
    ),
    fc.string(),
  );
  test('of any pieces never comes out with harm in it', () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        for (const text of [pieces.join(''), svg(pieces.join(''))]) {
          const clean = cleanSvg(text);
          if (clean === undefined) continue;
          expect(faultsOf(clean)).toEqual([]);
          // What is clean stays clean.
          expect(cleanSvg(clean)).toBe(clean);
        }
      }),
      { numRuns: 500 },
    );
  });
  test('that was broken anywhere never comes out with harm in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...HOSTILE), fc.nat(), fc.string({ maxLength: 3 }), (text, at, put) => {
        const place = at % text.length;
        const clean = cleanSvg(text.slice(0, place) + put + text.slice(place + 1));
        expect(clean === undefined ? [] : faultsOf(clean)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
