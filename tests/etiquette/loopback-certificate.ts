/**
 * The certificate of a loopback https server. The key is no secret, because only a process that calls
 * `setDefaultCACertificates` with this certificate trusts it.
 */
export const certificate = `-----BEGIN CERTIFICATE-----
MIIBfzCCASWgAwIBAgIBATAKBggqhkjOPQQDAjAgMR4wHAYDVQQDDBVFdGlxdWV0
dGUgb24gbG9vcGJhY2swIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBa
MCAxHjAcBgNVBAMMFUV0aXF1ZXR0ZSBvbiBsb29wYmFjazBZMBMGByqGSM49AgEG
CCqGSM49AwEHA0IABJO2tq/U7znkQj2I0yamqW032vIKoGt9orML8N6LTurQ/0rk
YCNVLFUKi1+Prn9TkrfrrKs4v1ZcHik2ZVj1k+KjTjBMMBoGA1UdEQQTMBGHBH8A
AAGCCWxvY2FsaG9zdDAPBgNVHRMBAf8EBTADAQH/MB0GA1UdDgQWBBTKSgl5sq4s
9IIHRriiZADraAIF8jAKBggqhkjOPQQDAgNIADBFAiEAof61dHXIxvDlIP7BuNfB
sXIrO6rZILbpmW2Xt6HGi9cCIH+AAWLIkzeiIq4oxtpxPFfnWaoZ0RVT+arH+Eef
z6oz
-----END CERTIFICATE-----`;

export const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQghRx8/Hqri5Vo5W/7
t8iKMXwtAbEdzgqmrdBNgeL7g9ehRANCAASTtrav1O855EI9iNMmpqltN9ryCqBr
faKzC/Dei07q0P9K5GAjVSxVCotfj65/U5K366yrOL9WXB4pNmVY9ZPi
-----END PRIVATE KEY-----`;
