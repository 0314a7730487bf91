import { createContext, useContext } from "react";

/** The nonce that this answer's scripts must carry; empty in the browser, which needs none any more. */
export const NonceContext = createContext("");

export function useNonce(): string {
  return useContext(NonceContext);
}
