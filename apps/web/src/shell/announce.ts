type Urgency = 'polite' | 'assertive';

/** Tells readers of the screen. Each region says its last sentence; the same one twice is said twice. */
export function announce(text: string, urgency: Urgency = 'polite'): void {
  const region = document.getElementById(`say-${urgency}`);
  if (!region) return;
  region.textContent = '';
  setTimeout(() => (region.textContent = text), 50);
}
