/**
 * Where root keeps what the server's user must reach when the checkout lies below a closed folder.
 * Not /var/tmp: anybody can write there, and files that nobody touched for a month are swept away.
 */
export const SYSTEM_FOLDER = '/var/lib/embedded-postgres';
