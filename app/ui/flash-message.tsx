/** A sentence about what was just done. It announces itself, and fades unless motion is not wanted. */
export function FlashMessage({ text }: { text: string }) {
  return (
    <div role="status" className="flash">
      {text}
    </div>
  );
}
