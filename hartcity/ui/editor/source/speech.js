/** Reads the draft aloud, sentence by sentence, with a voice that lives on this machine. */
export class Speech {
  constructor({ onSentence, onEnd }) {
    this.onSentence = onSentence;
    this.onEnd = onEnd;
    this.speaking = false;
    if (Speech.available()) window.speechSynthesis.getVoices(); // the browser begins to look for voices when it is asked
  }

  static available() {
    return "speechSynthesis" in window && "SpeechSynthesisUtterance" in window;
  }

  /** A voice that sends nothing away; null when the browser has none. */
  voice() {
    const local = window.speechSynthesis.getVoices().filter((voice) => voice.localService);
    return local.find((voice) => voice.lang.startsWith("en")) ?? local[0] ?? null;
  }

  /** Speak these sentences ({text, from, to}); false when there is no voice on this machine. */
  start(sentences) {
    const voice = this.voice();
    if (!voice) return false;
    this.queue = [...sentences];
    this.speaking = true;
    this.next(voice);
    return true;
  }

  next(voice) {
    const sentence = this.queue.shift();
    if (!sentence || !this.speaking) return this.stop();
    const utterance = new window.SpeechSynthesisUtterance(sentence.text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = () => this.speaking && this.next(voice);
    utterance.onerror = () => this.stop();
    this.onSentence(sentence);
    window.speechSynthesis.speak(utterance);
  }

  stop() {
    const spoke = this.speaking;
    this.speaking = false;
    this.queue = [];
    if (Speech.available()) window.speechSynthesis.cancel();
    if (spoke) this.onEnd();
  }
}
