import { describe, expect, it } from 'vitest';
import { externalUrl } from '../../src/platform/externalUrl.ts';

/** Addresses that leave the app, with the form in which they do. */
const leaving: readonly (readonly [string, string])[] = [
  ['https://docs.aws.amazon.com/rekognition/', 'https://docs.aws.amazon.com/rekognition/'],
  ['http://example.com', 'http://example.com/'],
  ['HTTPS://Example.COM/Path?q=a%20b#part', 'https://example.com/Path?q=a%20b#part'],
  ['https://example.com:8443/', 'https://example.com:8443/'],
  ['https://[::1]/', 'https://[::1]/'],
  ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ['https://example.com/?next=javascript:alert(1)', 'https://example.com/?next=javascript:alert(1)'],
  ['https://example.com/@not-a-user', 'https://example.com/@not-a-user'],
  ['mailto:architect@example.com', 'mailto:architect@example.com'],
  ['mailto:a@example.com?subject=Hello&body=There', 'mailto:a@example.com?subject=Hello&body=There'],
  ['MAILTO:a@example.com?CC=b@example.com', 'mailto:a@example.com?CC=b@example.com'],
];

/** A hundred that stay: other schemes, tricks of spelling, tricks of parsers. */
const staying: readonly string[] = [
  // Files, in every spelling.
  'file:///etc/passwd',
  'FILE:///etc/passwd',
  'file://server/share/x.exe',
  'file:/etc/passwd',
  'file:\\\\server\\share',
  'fi\tle:///etc/passwd',
  ' file:///etc/passwd',
  'file:///C:/Windows/System32/calc.exe',
  'file://localhost/etc/passwd',
  '/etc/passwd',
  'C:\\Windows\\System32\\calc.exe',
  'C:/Windows/System32/calc.exe',
  '\\\\server\\share\\x.exe',
  '//server/share',
  './relative',
  '../up',
  '~/home',
  // Shares, shells and handlers of the system.
  'smb://server/share',
  'SMB://server/share',
  'nfs://server/share',
  'afp://server/share',
  'dav://server/',
  'ftp://example.com/',
  'sftp://example.com/',
  'ssh://example.com/',
  'telnet://example.com/',
  'ldap://example.com/',
  'ms-msdt:/id PCWDiagnostic',
  'ms-msdt:id',
  'search-ms:query=x&crumb=location:\\\\server',
  'ms-officecmd:{}',
  'ms-excel:ofe|u|https://example.com/x.xls',
  'ms-settings:',
  'shell:startup',
  'steam://run/1',
  'slack://open',
  'vscode://file/etc/passwd',
  'x-apple.systempreferences:',
  'itms-services://?action=download',
  'intent://scan/#Intent;scheme=zxing;end',
  'jar:https://example.com!/x',
  'tel:+123',
  'sms:+123',
  'magnet:?xt=urn:x',
  'irc://example.com/',
  'news:comp.lang',
  'git://example.com/x',
  'ws://example.com/',
  'wss://example.com/',
  'lodestack://app/index.html',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'about:blank',
  'view-source:https://example.com/',
  // Script and data.
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'javascript://example.com/%0aalert(1)',
  '\u0001javascript:alert(1)',
  ' javascript:alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'DATA:text/html;base64,PHNjcmlwdD4=',
  'data:,x',
  'blob:https://example.com/1',
  'filesystem:https://example.com/temporary/x',
  // Web addresses that mean to be misread.
  'https://user@example.com/',
  'https://user:secret@example.com/',
  'https://docs.aws.amazon.com@evil.example/',
  'https://docs.aws.amazon.com%2f@evil.example/',
  'http://:@example.com/',
  'https:example.com',
  'https:/example.com',
  'https:///example.com',
  'https:\\\\example.com',
  'https://example.com\\@evil.example',
  'https://example.com/\\..\\',
  'https://exa\tmple.com/',
  'https://example.com/\n',
  'https://example.com/\r\nHost: evil',
  ' https://example.com/',
  'https://example.com/ ',
  'https://exam ple.com/',
  'https://example.com/a b',
  '\u00a0https://example.com/',
  'https://example.com/\u202egpj.exe',
  'https://example.com/\u200b',
  '\ufeffhttps://example.com/',
  'https://example.com/\u0000',
  'https://',
  'https://?',
  'https://#x',
  'https://exa%00mple.com/',
  'https://example.com:99999/',
  'ht\u0000tps://example.com/',
  'hxxps://example.com/',
  'https;//example.com/',
  `https://example.com/${'a'.repeat(2_000)}`,
  // Mail that does more than write a letter.
  'mailto:',
  'mailto:?subject=x',
  'mailto:a@example.com?attach=/etc/passwd',
  'mailto:a@example.com?ATTACHMENT=/etc/passwd',
  'mailto:a@example.com?subject=x&attach=file:///etc/passwd',
  'mailto:a@example.com%0d%0aBcc: b@example.com',
  'mailto:a@example.com?bcc=b@example.com',
  // Nothing at all.
  '',
  'x',
  ':',
  'null',
  'undefined',
];

describe('externalUrl', () => {
  it.each(leaving)('lets %j out', (given, expected) => {
    expect(externalUrl(given)).toBe(expected);
  });

  it('is tried with at least a hundred hostile addresses, none twice', () => {
    expect(new Set(staying).size).toBe(staying.length);
    expect(staying.length).toBeGreaterThanOrEqual(100);
  });

  it.each(staying)('keeps %j in', (given) => {
    expect(externalUrl(given)).toBeUndefined();
  });

  it('gives only addresses that it would let out again, unchanged', () => {
    for (const [, address] of leaving) expect(externalUrl(address)).toBe(address);
  });
});
