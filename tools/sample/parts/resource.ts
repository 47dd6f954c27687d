/** The resource at an address of the site, before conditional requests and compression. */
export interface Resource {
  readonly status: 200 | 301 | 404 | 410;
  readonly contentType: string;
  readonly body: Buffer;
  /** If absent, the resource has no validators: neither `Last-Modified` nor `ETag`. */
  readonly lastModified?: Date;
  /** The target of a redirect. */
  readonly location?: string;
  /** The header `Authorization` that the resource answers to. @default everybody gets it */
  readonly authorization?: string;
}
