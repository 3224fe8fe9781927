// @ts-check
// The browsers inside messengers and social networks. They block drafts of e-mails and the links of other apps, and
// some show nothing at all where a page leaves by itself.

/** What they call themselves. */
const NAMES = [
  "MicroMessenger",
  "QQ/",
  "Weibo",
  "DingTalk",
  "AlipayClient",
  "aweme",
  "FBAN",
  "FBAV",
  "Instagram",
  "Line/",
];

export const isInAppBrowser = NAMES.some((name) => navigator.userAgent.includes(name));
