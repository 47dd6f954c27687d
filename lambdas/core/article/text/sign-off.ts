/** The sign-off of an article: who else reported, where to write, what to subscribe to. */

/** Max length of a sign-off's paragraph, in characters: a longer one has something to say. */
const MAX_LENGTH = 320;
/** Max paragraphs of a sign-off. */
const MAX_BLOCKS = 3;

const SIGN_OFFS: readonly RegExp[] = [
  // Who else worked on the article.
  /^\W{0,2}(?:with |additional )?report(?:ing|ed) by\b/i,
  /\bcontributed (?:reporting )?to this (?:report|story|article)\b/i,
  /\b(?:trug|trugen) zu diesem (?:bericht|artikel) bei|\ba? ?contribu(?:yó|yeron|ito|é) (?:a|en) est[ea] (?:art[íi]culo|informe|reportaje)/i,
  // Where to write to the paper, and whom to follow; an appeal to witnesses is no sign-off.
  /^(?:e-?mail|contact|write to|reach)\b.*\S@\S+\.\w/i,
  /^(?:[^.?!]{0,40}[?!] )?\p{Lu}\S+ \p{Lu}\S+ (?:can|may) be (?:reached|contacted)\b.*@/u,
  /\b(?:story to tell|have a (?:tip|story)|get in touch|news team|newsroom)\b.*\S@\S+\.\w/i,
  /\bfollow (?:him|her|them|us|me)\b.*(?:@\w|twitter|facebook|instagram|bluesky|mastodon)/i,
  // What to subscribe to, and where there is more.
  /\bsign up (?:here |now |today )?(?:for|to) (?:our|the|my|daily|free)\b|\bsubscribe (?:here|now|today|to (?:our|the|my))\b/i,
  /\bnewsletters?\b.*(?:abonnieren|anmelden|bestellen|registrieren|inscri|abonne|suscr[íi]b|iscriv|nieuwsbrief|tilmeld|prenumerera)/i,
  /^(?:more|follow|read more|see more|full coverage|mehr)\b[^.!?]{0,80}https?:\/\/\S+/i,
];

/**
 * Returns the index at which the sign-off begins; the first paragraph is never part of it.
 *
 * @param texts an article's paragraphs
 */
export function endBeforeSignOff(texts: readonly string[]): number {
  let end = texts.length;
  while (end > 1 && texts.length - end < MAX_BLOCKS && isSignOff(texts[end - 1] ?? '')) end--;
  return end;
}

const isSignOff = (text: string): boolean =>
  text.length <= MAX_LENGTH && SIGN_OFFS.some((pattern) => pattern.test(text));
