/** The fragment of a section on the front page of its publication. */
export function sectionAnchor(section: string): string {
  return encodeURIComponent(section.toLowerCase().replaceAll(' ', '-'));
}
