// A fresh house is two databases and an app: on a busy machine that takes longer than jest's five seconds.
jest.setTimeout(90_000);
