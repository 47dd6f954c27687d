/** What an address of the site answers, before the request's conditions and codings are looked at. */
export interface Resource {
  readonly status: 200 | 301 | 404 | 410;
  readonly contentType: string;
  readonly body: Buffer;
  /** Without it the resource has no validators at all: neither `Last-Modified` nor `ETag`. */
  readonly lastModified?: Date;
  /** Of a redirect. */
  readonly location?: string;
}
